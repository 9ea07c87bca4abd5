// [schema.required.TABLE]: what the application needs of the schema.
#pragma once

#include "config/config.hpp"
#include "config/problems.hpp"
#include "config/toml_value.hpp"

#include <vector>

namespace migcheck {

// Reads the value of `schema`, which is a table. By name of the tables.
std::vector<ContractTable>
read_contract(const TomlValue& schema, Problems& problems);

} // namespace migcheck
