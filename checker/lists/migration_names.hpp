// What the names of migrations look like, whatever the project: extensions,
// numbers, titles.
#pragma once

#include <string>
#include <string_view>

namespace migcheck::lists {

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

// .NET's names of embedded files: of "App.Db.Migrations.001_ants.sql" the part
// from the dot before the number on, "001_ants.sql"; "" for any other name.
std::string_view resource_tail(std::string_view base);

} // namespace migcheck::lists
