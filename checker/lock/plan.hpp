// What `migcheck lock` writes: the next lockfile of a directory, and what
// stands against it. Pure: the command reads, plans for each directory, and
// writes format_lockfile(plan.next) where a plan refuses nothing.
#pragma once

#include "lock/compare.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

// An error of a content rule on a migration that would be added.
struct LockObjection {
  std::string path;    // of the migration
  std::string message; // one line, printable
};

struct LockRequest {
  // --amend: a migration's path or its name in the lockfile; "" = none. An
  // edited one gets a new line; a deleted one is marked retired. The command
  // passes it to the plans of all directories: see `amended`.
  std::string amend = {};
  std::string reason = {}; // of --amend or --force; needed by both
  bool force = false;      // adds what has objections, and records the reason
  std::vector<LockObjection> objections = {};
};

enum class LockChangeKind : std::uint8_t {
  added,
  amended,
  retired,  // the line was marked
  restored, // a retired migration is live again, with its content
  rehashed  // the token hashes only: other lexer version or dialect
};

// "added", "amended", "retired", "restored", "rehashed".
std::string_view change_name(LockChangeKind kind);

struct LockChange {
  LockChangeKind kind;
  std::string entry; // "" for `rehashed`
};

// Why nothing may be written. `span` is of `path`.
struct LockRefusal {
  std::string path;
  Span span;
  std::string message; // one lower-case sentence
  std::string help;
};

struct LockPlan {
  Lockfile next; // without lines' places
  std::vector<LockChange> changes;
  std::vector<LockRefusal> refusals;
  bool amended = false; // --amend named a migration of this directory

  // What --check asks: nothing to write, nothing refused.
  bool up_to_date() const { return changes.empty() && refusals.empty(); }
};

// The plan for one directory, whose migrations were read. `current` may be
// absent (`present` false): everything is added. Lines of edited and deleted
// migrations stay as they are: extending never blesses an edit. An edit that
// changes comments or line endings alone is not refused; its line stays.
LockPlan plan_lock(
    const MigrationDirectory& directory,
    const Lockfile& current,
    const LockRequest& request);

} // namespace migcheck
