// What the names of folders say: migrations, test data, an archive, a dialect.
// Vocabulary only; contents are not looked at.
#pragma once

#include "sql/dialect.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

// A folder's name that speaks of migrations: "migrations", "db-migration",
// "migrate", "changesets".
bool is_migration_word(std::string_view name);

// True when any part of the path is one.
bool speaks_of_migrations(std::string_view path);

// Why nothing below this path is ever a migration of the project: test data,
// examples, foreign code. "" when nothing says so.
std::string_view foreign_part(std::string_view path);

// Why a folder of this name holds other SQL, such as seeds or queries; "" when
// nothing says so. Weaker than foreign_part: a runner's annotations overrule.
std::string_view other_sql(std::string_view name);

// A folder for one release or year: "0.22", "v1", "2024", "10".
bool is_version_folder(std::string_view name);

// Its version, without the "v".
std::string_view release_of(std::string_view name);

// "archive", "v0-archived", "old".
bool is_archive(std::string_view path);

// The dialect that the deepest telling part of the path names.
std::optional<Dialect> dialect_of_path(std::string_view path);

// The name of a database product, alone or with a version: "mysql", "sqlite3".
bool is_database(std::string_view word);

// The path with that part replaced by `*`: what dialect variants share. ""
// when no part names a dialect.
std::string family_of_path(std::string_view path);

} // namespace migcheck
