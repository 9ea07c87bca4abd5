#include "cli/command.hpp"
#include "cli/git_hook.hpp"
#include "cli/notices.hpp"
#include "cli/starter_config.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

// Writes migcheck.toml from what is found; the exit status.
int write_config(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    FileWriter& writer) {
  const auto loaded = load_project(
      *workspace.reader,
      check_options(environment, options, workspace),
      LoadParts{});
  if (!loaded) {
    complain(environment, shown_error(workspace, loaded.error()));
    return exit_failed;
  }
  say_what_is_missing(environment, (*loaded)->incomplete);
  const auto& directories = (*loaded)->project.directories;
  const auto written =
      writer.replace("migcheck.toml", starter_config(directories), {});
  if (!written) {
    complain(environment, written.error().message);
    return exit_failed;
  }
  complain(
      environment,
      fmt::format(
          "wrote {}migcheck.toml, with {} migration director{}",
          printable(workspace.working_prefix),
          directories.size(),
          directories.size() == 1 ? "y" : "ies"));
  return exit_clean;
}

int write_hook(
    const Environment& environment,
    const Workspace& workspace,
    FileWriter& writer) {
  const auto state = install_git_hook(*workspace.reader, writer);
  if (!state) {
    complain(environment, state.error().message);
    return exit_failed;
  }
  complain(
      environment,
      *state == HookState::installed ? "installed git's pre-commit hook"
                                     : "git's pre-commit hook is in place");
  return exit_clean;
}

} // namespace

int run_init_command(const Environment& environment, const Options& options) {
  const auto workspace = open_workspace(environment, options);
  if (!workspace) {
    complain(environment, workspace.error().message);
    return exit_failed;
  }
  const auto writer = environment.writer(workspace->root);
  const bool exists =
      workspace->reader->kind("migcheck.toml") != FileKind::unknown;
  if (exists) {
    complain(
        environment,
        printable(workspace->working_prefix) +
            "migcheck.toml is there already and stays as it is");
  }
  int status = exists && !options.hook ? exit_failed : exit_clean;
  if (!exists) {
    status = write_config(environment, options, *workspace, *writer);
  }
  if (options.hook && status == exit_clean) {
    status = write_hook(environment, *workspace, *writer);
  }
  return status;
}

} // namespace migcheck
