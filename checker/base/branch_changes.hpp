// What a branch did to the migrations of one directory.
#pragma once

#include "base/commit_files.hpp"
#include "diagnostic/error.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "model/base.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"

#include <string>

namespace migcheck {

struct ChangeSources {
  const FileReader& reader;      // of the project
  GitObjects& objects;           // for what HEAD has
  const CommitFiles& merge_base; // its files
  const std::string& head;       // ids, and the root's place in the repository
  const std::string& prefix;
  const Limits& limits;
};

// Fills the lists of `base`, whose directories were found. Migrations that
// differ are read at the merge base, and once more here, for their digests.
Result<void> find_changes(
    const MigrationDirectory& now,
    const Lockfile& lockfile,
    const ChangeSources& sources,
    BaseDirectory& base);

} // namespace migcheck
