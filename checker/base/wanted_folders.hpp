// What is read of another commit: the places of the project's migrations, and
// how they are found there again.
#pragma once

#include "base/commit_files.hpp"
#include "config/config.hpp"
#include "model/project.hpp"

#include <vector>

namespace migcheck {

// False for archives, and for scripts of a database extension: those change
// until it is released, whatever the base is.
bool is_compared(const MigrationDirectory& directory);

// The directories that are compared, and where their lockfiles lie and
// Flyway's Java.
std::vector<WantedFolder> wanted_folders(const Project& project);

// A configuration that names every directory as it was found here. Without a
// layout: it is to be detected again.
Config config_of(const Project& project);

// The same for the files of a commit: of those directories that are there.
Config config_there(const Config& here, const CommitFiles& files);

} // namespace migcheck
