// Everything a rule may look at. Const once built; rules read no disk.
#pragma once

#include "config/config.hpp"
#include "model/base.hpp"
#include "model/contract_gap.hpp"
#include "model/day.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"
#include "model/migration_count.hpp"
#include "model/migration_list.hpp"
#include "model/partition_end.hpp"
#include "model/runner_use.hpp"
#include "model/schema_copy.hpp"
#include "model/unknown_role.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace migcheck {

struct Drifts;

// What .gitattributes says of line endings for one file.
enum class TextAttribute : std::uint8_t {
  unspecified, // no rule
  automatic,   // text=auto without eol
  fixed        // -text, eol=lf, eol=crlf: the same bytes everywhere
};

struct Project {
  const Config* config = nullptr;
  Day today;
  bool git = false;                            // the root is in a git checkout
  std::vector<MigrationDirectory> directories; // by path; stable addresses
  std::vector<Lockfile> lockfiles;             // one per directory, same order
  std::vector<MigrationList> lists;            // by path, then position
  Runs runs;                                   // what applies migrations
  std::vector<MigrationCount> counts;          // by path, then position
  std::vector<SchemaCopy> copies; // where a rule needs them; by path
  // In the order of the contract; where a rule asks.
  std::vector<ContractGap> contract_gaps;
  // By directory, then table; where a rule asks.
  std::vector<PartitionEnd> partition_ends;
  // In the runner's order, each role once; where a rule asks.
  std::vector<UnknownRole> unknown_roles;
  // Per directory, the attribute of its files (the loosest of them).
  std::vector<TextAttribute> attributes;
  std::shared_ptr<const Base> base; // null: compared with none
  // Of journals that others keep; null: not asked for.
  std::shared_ptr<const Drifts> drifts;

  // The last release, whose migrations must stay as they are; both commits are
  // its own, and nothing landed. Null: compared with none.
  std::shared_ptr<const Base> release;
  std::vector<TakenOnBranch> taken; // by other branches, where they are asked
};

// In all directories, without those that were retired.
std::size_t count_migrations(const Project& project);

} // namespace migcheck
