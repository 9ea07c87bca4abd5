// Releases whose files have no versions of their own: `v1.1/manifest.json`
// beside `v1.1/cluster_metadata.sql` says what the release applies.
#pragma once

#include "discover/folders.hpp"
#include "discover/trees.hpp"
#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace migcheck {

// The manifest of a release, by the folder that it lies in.
std::string manifest_in(std::string_view release);

// A folder named for a version that holds a manifest.
bool is_release_with_manifest(std::string_view path, const Folders& folders);

// The releases below a folder: at least two with SQL and a manifest, of which
// half name a file of their own. None where the folder has numbered files
// itself. Reads the manifests.
std::optional<Tree> manifest_tree(
    const std::string& path, const Folders& folders, const FileReader& reader);

// The trees above some of `candidates`, by their paths; none below test data,
// examples and foreign code.
std::map<std::string, Tree> manifest_trees(
    std::span<const std::string> candidates,
    const Folders& folders,
    const FileReader& reader);

// Reads the SQL files of one release into `directory`, in the order in which
// the manifest names them, then by name. The release is their version; with an
// ordinal behind it where there are several. Those that it does not name beside
// others that it does are marked as unlisted.
void collect_release(
    MigrationDirectory& directory,
    const Folder& release,
    const FileReader& reader);

} // namespace migcheck
