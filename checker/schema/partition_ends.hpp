// Which tables that are divided by time run out of partitions, and when.
#pragma once

#include "model/migration.hpp"
#include "model/partition_end.hpp"

#include <vector>

namespace migcheck::schema {

// By table, of a directory whose scripts were read: the end of the partitions
// that follow one another from `today` on. Silent about tables with a DEFAULT
// partition, or whose partitions something else makes or may make: blocks,
// functions that migrations call, triggers, pg_partman, pg_cron. `makers` holds
// all functions that make some and that no migration calls.
std::vector<PartitionEnd>
find_partition_ends(const MigrationDirectory& directory, const Day& today);

} // namespace migcheck::schema
