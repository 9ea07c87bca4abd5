#include "runs/find_runs.hpp"

#include "lists/paths.hpp"
#include "lists/runner_files.hpp"
#include "runs/containers.hpp"
#include "runs/path_finder.hpp"
#include "runs/resolve.hpp"
#include "runs/shell.hpp"
#include "runs/task_files.hpp"
#include "runs/workflows.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

using lists::RunnerFile;

std::vector<runs::NamedUse> read_script_file(
    RunnerFile kind, const std::string& path, std::string_view text) {
  std::vector<runs::NamedUse> uses;
  switch (kind) {
  case RunnerFile::shell: {
    const auto size = static_cast<std::uint32_t>(text.size());
    runs::read_shell(runs::plain_script(text, {0, size}), {"", path, {}}, uses);
    return uses;
  }
  case RunnerFile::makefile:
    return runs::read_makefile(text);
  case RunnerFile::justfile:
    return runs::read_justfile(text);
  case RunnerFile::taskfile:
    return runs::read_taskfile(text);
  case RunnerFile::package:
    return runs::read_package(text);
  default:
    return uses;
  }
}

void add(std::vector<RunnerUse> some, Runs& all) {
  std::move(some.begin(), some.end(), std::back_inserter(all.uses));
}

void read_source(
    const RunnerSource& source, const runs::PathFinder& finder, Runs& all) {
  const RunnerFile kind = lists::runner_file_of(source.path, source.text);
  if (kind == RunnerFile::workflow) {
    runs::ReadWorkflow read =
        runs::read_workflow(source.path, source.text, finder);
    all.workflows.push_back(std::move(read.workflow));
    add(std::move(read.uses), all);
  } else if (kind == RunnerFile::compose) {
    add(runs::read_compose(source.path, source.text, finder).uses, all);
  } else if (kind == RunnerFile::dockerfile) {
    add(runs::read_dockerfile(source.path, source.text, finder), all);
  } else {
    runs::resolve_uses(
        read_script_file(kind, source.path, source.text),
        source.path,
        {std::string(lists::parent_folder(source.path)), true},
        finder,
        all.uses);
  }
}

} // namespace

Runs find_runs(
    const std::vector<RunnerSource>& sources,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories) {
  Runs all;
  const runs::PathFinder finder(directories, files);
  for (const RunnerSource& source : sources) {
    read_source(source, finder, all);
  }
  std::stable_sort(
      all.uses.begin(),
      all.uses.end(),
      [](const RunnerUse& a, const RunnerUse& b) {
        return a.path != b.path ? a.path < b.path : a.span.begin < b.span.begin;
      });
  return all;
}

} // namespace migcheck
