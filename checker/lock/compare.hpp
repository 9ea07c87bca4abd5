// A directory against its lockfile: what was edited, deleted, renamed or
// retired since it was locked, and what is not locked yet.
#pragma once

#include "model/lock_verdict.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// "same", "line-endings", "comments", "sql".
std::string_view verdict_name(LockVerdict verdict);

// Token hashes tell something only where the lockfile's lexer version and
// dialect are those of today; else every difference in the text is `sql`.
LockComparison compare_with_line(
    const Lockfile& lockfile,
    const LockLine& line,
    const SqlFile& file,
    Dialect dialect);

// Fills the digests of a line with those of a file. The file must have some.
void set_content(LockLine& line, const SqlFile& file);

// The same for the parts that depend on the lexer.
void set_tokens(LockLine& line, const SqlFile& file);

// Twelve digits by which a content is known, whatever its line ends. The file
// must have digests.
std::string content_name(const SqlFile& file);

// The name that a lock line has for a migration: its path below the
// directory, without `.retired`.
std::string
lock_entry(const MigrationDirectory& directory, const Migration& migration);

// Repeatable and undo migrations are not locked: they are meant to change.
bool is_lockable(const Migration& migration);

struct LockedMigration {
  const LockLine* line = nullptr;
  const Migration* migration = nullptr;
  LockComparison comparison;
};

// Views into the directory and the lockfile. Migrations that cannot be read
// are in none of the lists but `unreadable`.
struct LockDifferences {
  std::vector<LockedMigration> kept;      // the same, or edited; in lock order
  std::vector<const Migration*> unlocked; // in the runner's order
  std::vector<const LockLine*> deleted;   // in lock order
  std::vector<LockedMigration>
      renamed; // deleted, and unlocked with its content
  std::vector<LockedMigration> retired; // to be marked: `X` is `X.retired` now
  std::vector<const Migration*> unreadable;
};

// True for a lockfile that is there, was read and is sound: of a damaged one
// nothing can be said but that.
bool is_usable(const Lockfile& lockfile);

// Linear but for hashing. An absent lockfile leaves everything unlocked.
LockDifferences compare_with_lock(
    const MigrationDirectory& directory, const Lockfile& lockfile);

// The first line that stands before one of a migration that its runner
// applies earlier, or null.
const LockLine* first_out_of_order(
    const MigrationDirectory& directory, const Lockfile& lockfile);

} // namespace migcheck
