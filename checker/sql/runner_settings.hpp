// Files of a runner's own settings for one migration.
#pragma once

#include "layouts/layout.hpp"
#include "model/annotations.hpp"

#include <string_view>

namespace migcheck::sql {

// Fills in all but the path. Diesel: `run_in_transaction` of metadata.toml; a
// file without that key switches the transaction off, one that is no TOML
// changes nothing. Flyway: `executeInTransaction` among lines `key=value`;
// other keys than its own are refused. Linear.
void read_settings(
    std::string_view text, LayoutId layout, RunnerSettings& settings);

} // namespace migcheck::sql
