// From the names in a folder to its migrations: read by the layout, put into
// the runner's order, up and down files joined.
#pragma once

#include "discover/evidence.hpp"
#include "discover/folders.hpp"
#include "model/migration.hpp"

#include <string_view>

namespace migcheck {

// Reads the direct files of `folder` into `directory`, whose layout, prefix
// and path are set. `below` is the folder's path under the directory's, "" for
// the directory itself; `version_before` goes before every version ("0.22").
void collect_files(
    MigrationDirectory& directory,
    const Folder& folder,
    std::string_view below,
    std::string_view version_before);

// The same for layouts where each migration is a folder.
void collect_folders(
    MigrationDirectory& directory,
    const Folder& folder,
    const Folders& folders);

// Sorts everything and joins down files to their up files. Called once, after
// all collect_ calls.
void finish_directory(MigrationDirectory& directory);

} // namespace migcheck
