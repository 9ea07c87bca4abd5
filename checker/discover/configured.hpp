// [[directory]] of the configuration: it overrules detection.
#pragma once

#include "config/config.hpp"
#include "discover/trees.hpp"
#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// Without "./" before and "/" after; "" is ".".
std::string plain_path(std::string_view path);

bool is_configured(const Config& config, std::string_view path);

// The folders of a configured directory, with the layout that it asks for or
// the detected one. An error, without a place, when there is no such folder.
Result<Tree> configured_tree(
    const std::string& path,
    const DirectoryConfig& wanted,
    const Folders& folders,
    const FileReader& reader);

// Finds the configured baseline among the migrations. Gives what is wrong
// with it, "" when nothing is.
std::string apply_baseline(MigrationDirectory& directory);

// "migcheck.toml:3:1: ", read from the file itself.
std::string place_of(const Location& location, const FileReader& reader);

} // namespace migcheck
