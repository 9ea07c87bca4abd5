// Where the partitions of a table that is divided by time come to an end.
#pragma once

#include "model/day.hpp"
#include "text/span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

struct MigrationDirectory;

// From `end` on no partition takes a row: there is no DEFAULT, no MAXVALUE, and
// nothing that is known to make partitions while the migrations run.
struct PartitionEnd {
  const MigrationDirectory* directory = nullptr;
  std::string table;          // as reports name it
  Day end;                    // the first day without a partition
  std::optional<Day> resumes; // where the partitions after a gap begin
  std::string last;           // the partition that ends there
  Location made;              // the statement that makes it
  std::string next; // a statement that makes the next one, in the style of the
                    // last one; "" where its name does not tell
  std::size_t others = 0; // tables below the same one that end too, later
  // Functions of the migrations that make partitions, and that neither the
  // migrations nor any other file of the project calls.
  std::vector<std::string> makers;
};

// True where a table is partitioned by range, in PostgreSQL.
bool divides_by_range(const MigrationDirectory& directory);

} // namespace migcheck
