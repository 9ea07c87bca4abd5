// From the tables of migcheck.toml to the parts of a Config: one function for
// each table, each in a file of its own. All go on after a problem, so that one
// run shows them all.
#pragma once

#include "config/config.hpp"
#include "config/problems.hpp"
#include "config/toml_value.hpp"

#include <string>
#include <vector>

namespace migcheck {

// [[directory]], without a look at the others.
DirectoryConfig read_directory(const TomlValue& table, Problems& problems);

// [[list]].
ListConfig read_list(const TomlValue& table, Problems& problems);

// One line of [rules]: `NAME = "LEVEL"`, or a table of settings.
RuleConfig read_rule(const TomlMember& rule, Problems& problems);

// [[ignore]].
IgnoreConfig read_ignore(const TomlValue& table, Problems& problems);

// The `ref` of [base]; "" when there is none.
std::string read_base(const TomlValue& table, Problems& problems);

// [schema.required.TABLE], what the application needs of the schema, in
// `schema`. By name of the tables.
std::vector<ContractTable>
read_contract(const TomlValue& schema, Problems& problems);

// [limits]; those that are not set are the usual ones.
Limits read_limits(const TomlValue& table, Problems& problems);

} // namespace migcheck
