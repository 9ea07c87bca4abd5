// Holds [schema.required] against the schema that the migrations leave behind.
#pragma once

#include "model/contract_gap.hpp"
#include "model/project.hpp"

#include <vector>

namespace migcheck::schema {

// In the order of the contract. Names are compared as the dialect does, then
// without case; those in `"…"` as they are. A table without a schema may stand
// in any. Silent about what is not known: SQL that is put together, migrations
// in other languages, tables made by extensions, columns of views; tables of
// one name in directories that have nothing to do with each other, where one
// has the column. Archived directories are left out.
std::vector<ContractGap> find_contract_gaps(const Project& project);

} // namespace migcheck::schema
