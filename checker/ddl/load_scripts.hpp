// Reads migrations once more, for what their statements say. Few runs need
// it: it costs more than all that is read of a migration otherwise.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "model/ddl.hpp"
#include "model/migration.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// The recognised statements of a text that was split already into
// `statements`, in order: indexes and sections are taken from them. Linear.
Script read_script(
    std::string_view text,
    Dialect dialect,
    const std::vector<Statement>& statements);

// Fills in the `script` of every live migration and its down file in these
// directories, which have been loaded. Gives the paths of files that hold
// something else by now, whose `script` stays empty; in order.
std::vector<std::string> load_scripts(
    const FileReader& reader,
    const std::vector<MigrationDirectory*>& directories,
    const Limits& limits,
    unsigned jobs);

} // namespace migcheck::ddl
