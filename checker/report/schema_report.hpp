// What `migcheck schema` prints: the schema of one directory of migrations, or
// of several, computed without a database. Paths are from the root.
#pragma once

#include "schema/history.hpp"

#include <string>
#include <vector>

namespace migcheck {

// The histories to print, at least one.
using Histories = std::vector<const schema::History*>;

// For people: tables with what belongs to them, then the rest, then what is
// not known.
std::string write_schema_text(const Histories& histories);

// The keys that the schema of `migcheck schema` promises. Several directories
// stand in an array `schemas`.
std::string write_schema_json(const Histories& histories);

// An entity-relationship diagram for Mermaid; partitions are left out.
std::string write_schema_mermaid(const schema::History& history);

} // namespace migcheck
