// Partition bounds and partition keys.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_table.hpp"

namespace migcheck::ddl {

// Reads FOR VALUES … or DEFAULT and moves past it. False where neither stands
// here.
bool read_bounds(Cursor& cursor, PartitionBounds& bounds);

// After PARTITION BY.
PartitionKey read_partition_key(Cursor& cursor);

} // namespace migcheck::ddl
