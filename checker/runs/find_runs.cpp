#include "runs/find_runs.hpp"

#include "lists/paths.hpp"
#include "lists/runner_files.hpp"
#include "runs/containers.hpp"
#include "runs/path_finder.hpp"
#include "runs/resolve.hpp"
#include "runs/shell.hpp"
#include "runs/task_files.hpp"
#include "runs/unmigrated.hpp"
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
    const RunnerSource& source,
    const runs::PathFinder& finder,
    Runs& all,
    std::vector<runs::ComposeFile>& compose) {
  const RunnerFile kind = lists::runner_file_of(source.path, source.text);
  if (kind == RunnerFile::workflow) {
    runs::ReadWorkflow read =
        runs::read_workflow(source.path, source.text, finder);
    all.workflows.push_back(std::move(read.workflow));
    add(std::move(read.uses), all);
  } else if (kind == RunnerFile::compose) {
    compose.push_back(runs::read_compose(source.path, source.text, finder));
    add(compose.back().uses, all);
  } else if (kind == RunnerFile::dockerfile) {
    add(runs::read_dockerfile(source.path, source.text, finder), all);
  } else {
    runs::resolve_uses(
        read_script_file(kind, source.path, source.text),
        source.path,
        {std::string(parent_folder(source.path)), true},
        finder,
        all.uses);
  }
}

// Where the project configures Flyway, nobody can tell from its names what it
// reads.
void drop_configured(const FileList& files, Runs& all) {
  const auto is_flyway = [](const RunnerUse& use) {
    return use.runner == LayoutId::flyway;
  };
  if (std::none_of(all.uses.begin(), all.uses.end(), is_flyway)) {
    return;
  }
  const auto& paths = files.files();
  const bool configured =
      std::any_of(paths.begin(), paths.end(), [](const FileEntry& file) {
        const std::string_view base = last_part(file.path);
        return base.starts_with("flyway") &&
               (base.ends_with(".conf") || base.ends_with(".toml"));
      });
  if (configured) {
    std::erase_if(all.uses, is_flyway);
  }
}

} // namespace

Runs find_runs(
    const std::vector<RunnerSource>& sources, const RunsInput& input) {
  Runs all;
  std::vector<runs::ComposeFile> compose;
  const runs::PathFinder finder(input.directories, input.files);
  for (const RunnerSource& source : sources) {
    read_source(source, finder, all, compose);
  }
  all.unmigrated = runs::unmigrated_services(compose, all.uses, input);
  drop_configured(input.files, all);
  std::stable_sort(
      all.uses.begin(),
      all.uses.end(),
      [](const RunnerUse& a, const RunnerUse& b) {
        return a.path != b.path ? a.path < b.path : a.span.begin < b.span.begin;
      });
  return all;
}

} // namespace migcheck
