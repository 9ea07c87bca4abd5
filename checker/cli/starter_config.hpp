// The migcheck.toml that `init` writes.
#pragma once

#include "model/migration.hpp"

#include <string>
#include <vector>

namespace migcheck {

// A commented configuration that says what was detected. It is valid, and a
// check with it finds what a check without it does.
std::string starter_config(const std::vector<MigrationDirectory>& directories);

} // namespace migcheck
