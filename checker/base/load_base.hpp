// Reads what a branch is compared with, and compares.
#pragma once

#include "base/find_base.hpp"
#include "diagnostic/error.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "model/project.hpp"

#include <memory>
#include <string>

namespace migcheck {

struct BaseSources {
  GitObjects& objects;
  const FileReader& reader;  // of the project
  const std::string& prefix; // the root's place in the repository: "", "sub/"

  // Where the branch was made from another commit than the one to be loaded:
  // then only what it has added since counts, for all else is not its work.
  const Base* branched_from = nullptr;
};

// The directories of the project, whose migrations (with `blob`) and lockfiles
// were read, at both commits. Reads the trees of these directories, and the
// contents of files that are not the same. An error: something could not be
// read.
Result<std::shared_ptr<const Base>> load_base(
    const BaseSources& sources,
    const Project& project,
    const std::string& shown_ref,
    const BaseCommits& commits);

} // namespace migcheck
