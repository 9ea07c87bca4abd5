// What one literal says: a migration's name, with or without a path before it.
#pragma once

#include "lists/paths.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck::lists {

// A literal that is one name and nothing else.
struct EntryName {
  std::string base;   // last part of the path: "001_ants.sql"
  std::string folder; // what stands before it, with `/`; "" = a bare name
  // Something that only the running program knows stands before `folder`
  // (`$dir/`, `%s/`, a joined literal): it is a suffix of the real folder.
  bool open = false;
  // Begins with `/`, a drive or a scheme: no path of this tree.
  bool absolute = false;
  // The name is a version with words behind it, or a version alone: what it
  // says of the migration. "" for names of files.
  std::string version;
};

// Reads a literal's content (or a bare word). Takes off `?raw` and `#…`
// suffixes, turns `\` into `/`, cuts a mount `src:dst` to its source and an
// interpolated path to its literal tail. Nothing for prose, globs, empty or
// very long text, and where the last part itself is interpolated.
std::optional<EntryName> read_entry(std::string_view literal);

// A literal that begins with a version of at least three digits and goes on
// with words ("00305 Add ants"), or is one of eight and more and nothing else.
// `base` is the whole literal.
std::optional<EntryName> read_version(std::string_view literal);

// .NET's names of embedded files: of "App.Db.Migrations.001_ants.sql" the part
// from the dot before the number on, "001_ants.sql"; "" for any other name.
std::string_view resource_tail(std::string_view base);

// A folder that a literal names: like read_entry, but the last part may be
// interpolated, a verb or a glob ("../migrations/%s", "migrations/*.sql") and
// is then left out. "" when it names none.
std::string read_folder(std::string_view literal);

// The name without `.sql`, `.up.sql`, `.cql`, `.yml` and the like.
std::string_view entry_stem(std::string_view base);

// True for a name with an extension that migrations have.
bool has_migration_extension(std::string_view base);

// What files that are numbered alike have in common: what stands before the
// first digit, and then the kinds of bytes. "ants--1.10--1.2.sql" and
// "ants--1.2--1.3.sql" have one mask; "" where no digit stands.
std::string name_mask(std::string_view base);

// Looks like a migration's file name whatever the project: an optional prefix
// letter, digits, a separator, a word, and an extension that SQL has.
bool is_migration_shaped(std::string_view base);

// The same without an extension: "0007_add_bees".
bool is_stem_shaped(std::string_view base);

} // namespace migcheck::lists
