// Reads migrations once more, for what their statements say. Few runs need
// it: it costs more than all that is read of a migration otherwise.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "model/earlier_files.hpp"
#include "model/migration.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

// Fills in the `script` of every live migration and its down file in these
// directories, which have been loaded. Gives the paths of files that hold
// something else by now, whose `script` stays empty; in order. `before` as
// LoadOptions have it: what it has is taken over. Deterministic for any `jobs`.
std::vector<std::string> load_scripts(
    const FileReader& reader,
    const std::vector<MigrationDirectory*>& directories,
    const Limits& limits,
    unsigned jobs,
    const EarlierFiles* before = nullptr);

} // namespace migcheck::ddl
