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

// A folder that a literal names: like read_entry, but the last part may be
// interpolated, a verb or a glob ("../migrations/%s", "migrations/*.sql") and
// is then left out. "" when it names none.
std::string read_folder(std::string_view literal);

} // namespace migcheck::lists
