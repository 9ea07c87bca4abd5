// From a project on disk to its files as git has them.
#pragma once

#include "diagnostic/error.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"

#include <memory>
#include <string>

namespace migcheck {

struct IndexFile;

struct ProjectOnDisk {
  std::unique_ptr<FileReader> reader;
  GitVariables variables;
  std::shared_ptr<const IndexFile> index; // null: nobody has read it yet
  OpenObjects objects;
};

// What the index holds: what `git commit` would make a commit of. An error:
// there is no repository, the index cannot be used, or a merge is not done.
Result<std::unique_ptr<FileReader>> staged_files(ProjectOnDisk project);

// What the root's folder holds in a commit, which `rev` names as git reads it.
// The root may be a repository without a work tree. An error: there is no
// repository, no such commit, or no such folder in it.
Result<std::unique_ptr<FileReader>>
files_of_commit(ProjectOnDisk project, const std::string& rev);

} // namespace migcheck
