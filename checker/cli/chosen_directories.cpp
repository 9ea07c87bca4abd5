#include "cli/chosen_directories.hpp"

#include "text/printable.hpp"

#include <numeric>

namespace migcheck {
namespace {

constexpr std::size_t most_named = 10;

std::string names_of(const Project& project) {
  std::vector<std::string_view> names;
  for (const MigrationDirectory& directory : project.directories) {
    names.push_back(directory.path);
  }
  return quoted_list(names, most_named);
}

} // namespace

Result<std::vector<std::size_t>> chosen_directories(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    const Project& project) {
  if (project.directories.empty()) {
    return fail(
        "no migration directory was found; `migcheck migrations` shows what "
        "was seen and why it was left out");
  }
  std::vector<std::size_t> all(project.directories.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (options.directory.empty()) {
    return all;
  }
  const std::string wanted =
      root_path(environment, workspace, options.directory);
  for (const std::size_t i : all) {
    // As typed it may also be meant from the root.
    const std::string& path = project.directories[i].path;
    if (path == wanted || path == options.directory) {
      return std::vector<std::size_t>{i};
    }
  }
  return fail(
      "--directory: no migration directory is " + quoted(options.directory) +
      "; there is " + names_of(project));
}

Result<std::size_t> chosen_directory(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    const Project& project) {
  const auto chosen =
      chosen_directories(environment, options, workspace, project);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  if (chosen->size() > 1) {
    return fail(
        "there are several migration directories; name one with --directory: " +
        names_of(project));
  }
  return chosen->front();
}

} // namespace migcheck
