// Recognised statements in one line each, for tests.
#pragma once

#include "model/ddl.hpp"

#include <string>

namespace migcheck::ddl {

// What it says, without places in the file: `table a (b integer not-null)`.
std::string shown(const What& what);

std::string shown(const TableAction& action);

std::string shown(const DynamicPart& part);

// All of them, ` | ` between; guards and blocks in front of what they hold for.
std::string shown(const Script& script);

} // namespace migcheck::ddl
