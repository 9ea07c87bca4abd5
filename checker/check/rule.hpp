// A rule: what is said about it, and one function.
#pragma once

#include "check/findings.hpp"
#include "diagnostic/diagnostic.hpp"
#include "model/project.hpp"

namespace migcheck {

// Exactly one of the functions is set. They are pure: same project, same
// findings.
struct Rule {
  RuleInfo info;
  void (*check_migration)(
      const Project& project,
      const MigrationDirectory& directory,
      const Migration& migration,
      Findings& findings) = nullptr;
  void (*check_directory)(
      const Project& project,
      const MigrationDirectory& directory,
      Findings& findings) = nullptr;
  void (*check_list)(
      const Project& project,
      const MigrationList& list,
      Findings& findings) = nullptr;
  void (*check_lockfile)(
      const Project& project,
      const MigrationDirectory& directory,
      const Lockfile& lockfile,
      Findings& findings) = nullptr;
  void (*check_project)(const Project& project, Findings& findings) = nullptr;
  // Of a rule with check_directory: it speaks of migrations one by one, so that
  // `lock` asks it about what it adds, as it asks those with check_migration.
  bool of_contents = false;
};

} // namespace migcheck
