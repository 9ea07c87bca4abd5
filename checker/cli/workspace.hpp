// The project that a command works on: its root, its reader, its
// configuration.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"
#include "config/config.hpp"
#include "diagnostic/error.hpp"
#include "pipeline.hpp"
#include "stored/open_stored.hpp"

#include <memory>
#include <string>

namespace migcheck {

struct Workspace {
  std::string root;           // as the reader and the writer take it
  std::string shown_root;     // for reports: "." or PATH when relative
  std::string working_prefix; // what a path from the root begins with, as seen
                              // from the working directory: "", "../", "sub/"
  std::unique_ptr<FileReader> reader; // of what is asked for: the disk, the
                                      // index or a commit
  Config config;
  std::string shown_config; // its path as seen from the working directory
};

// Finds the root (PATH, or the nearest directory upwards that holds
// migcheck.toml or .git, or the working directory) and reads the
// configuration. An error: there is no such directory, index or commit, or the
// configuration is not readable or wrong.
Result<Workspace>
open_workspace(const Environment& environment, const Options& options);

// The project of a root, to be read as git has it.
ProjectOnDisk
project_on_disk(const Environment& environment, const std::string& root);

// A path as typed, from the root: "" when it lies outside of it.
std::string root_path(
    const Environment& environment,
    const Workspace& workspace,
    const std::string& typed);

// An error of a pass, which names the configuration from the root, as seen
// from the working directory.
std::string shown_error(const Workspace& workspace, const Error& error);

// The workspace, and the project in it as far as `parts` goes. An error is
// ready to be shown.
struct OpenProject {
  Workspace workspace;
  std::unique_ptr<LoadedProject> loaded;
};

Result<OpenProject> open_project(
    const Environment& environment,
    const Options& options,
    const LoadParts& parts);

// What the pipeline needs of it all.
CheckOptions check_options(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace);

} // namespace migcheck
