// What a branch is compared with. The merge base says what the branch changed;
// the tip of the base says what is there by now.
#pragma once

#include "config/config.hpp"
#include "model/lock_verdict.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"

#include <memory>
#include <string>
#include <vector>

namespace migcheck {

// A migration directory at one commit, read as the project's own is. Files
// have their paths and `blob`; the rest of those alone that are compared.
struct DirectoryAtCommit {
  MigrationDirectory directory; // without migrations where it was not there
  Lockfile lockfile;            // at the path where the project has its own
  std::string plan;             // the text of Sqitch's, "" = none
  bool there = false;
};

struct EditedMigration {
  const Migration* now = nullptr;
  const Migration* then = nullptr; // at the merge base
  LockComparison comparison;
};

struct RenamedMigration {
  const Migration* now = nullptr;
  const Migration* then = nullptr; // at the merge base
};

// One directory of the project against the base. What the base did itself, and
// what a record of the lockfile explains, is not in the lists.
struct BaseDirectory {
  DirectoryAtCommit merge_base;
  std::unique_ptr<DirectoryAtCommit> own_tip; // null: as at the merge base
  std::vector<EditedMigration> edited;        // as they stand at the merge base
  std::vector<const Migration*> deleted;      // at the merge base
  std::vector<RenamedMigration> renamed;
  std::vector<const Migration*> added; // in the runner's order; neither at
                                       // the merge base nor, like this, at
                                       // the tip; code migrations last
  // On the tip and not here, though nothing of them was there to be deleted:
  // they landed meanwhile. Code migrations last.
  std::vector<const Migration*> landed;

  const DirectoryAtCommit& tip() const {
    return own_tip ? *own_tip : merge_base;
  }
};

struct Base {
  std::string ref;                        // as it was asked for: "origin/main"
  std::string tip;                        // id in hexadecimal
  std::string merge_base;                 // the same
  std::unique_ptr<const Config> config;   // that the directories point to
  std::vector<BaseDirectory> directories; // one for each of the project
};

// Another branch that adds a version which is added here too.
struct TakenOnBranch {
  std::size_t directory = 0; // of the project
  const Migration* mine = nullptr;
  Migration theirs;     // not read
  std::string branch;   // "origin/topic"
  std::size_t more = 0; // so many other branches do the same
};

// The first twelve digits of an id: how messages name a commit.
std::string short_id(const std::string& id);

} // namespace migcheck
