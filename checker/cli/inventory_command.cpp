// `migrations` and `lists`: what is there, not what is wrong.
#include "cli/command.hpp"
#include "cli/notices.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "report/analysed_files.hpp"
#include "report/inventory.hpp"

namespace migcheck {
namespace {

struct Loaded {
  Workspace workspace;
  std::unique_ptr<LoadedProject> project;
};

Result<Loaded> load(
    const Environment& environment,
    const Options& options,
    const LoadParts& parts) {
  auto workspace = open_workspace(environment, options);
  if (!workspace) {
    return tl::unexpected(workspace.error());
  }
  auto project = load_project(
      *workspace->reader,
      check_options(environment, options, *workspace),
      parts);
  if (!project) {
    return fail(shown_error(*workspace, project.error()));
  }
  return Loaded{std::move(*workspace), std::move(*project)};
}

// Delivers one document per format; what is incomplete ends with 2.
template <typename Write>
int deliver(
    const Environment& environment,
    const Options& options,
    const std::vector<Incomplete>& incomplete,
    const Write& write) {
  say_what_is_missing(environment, incomplete);
  Delivery delivery(environment, environment.working_directory);
  for (const Output& output : options.outputs) {
    delivery.give(output, write(output.format));
  }
  return delivery.failed() || !incomplete.empty() ? exit_failed : exit_clean;
}

} // namespace

int run_migrations_command(
    const Environment& environment, const Options& options) {
  const auto loaded = load(environment, options, {});
  if (!loaded) {
    complain(environment, loaded.error().message);
    return exit_failed;
  }
  const LoadedProject& found = *loaded->project;
  return deliver(
      environment, options, found.incomplete, [&](std::string_view format) {
        return format == "json" ? write_migrations_json(found.project)
                                : write_migrations_text(
                                      found.project,
                                      found.discovered.rejected,
                                      Detail::verbose);
      });
}

int run_lists_command(const Environment& environment, const Options& options) {
  const auto loaded = load(environment, options, {.lists = true});
  if (!loaded) {
    complain(environment, loaded.error().message);
    return exit_failed;
  }
  const LoadedProject& found = *loaded->project;
  const ListPlaces places = locate_lists(
      *loaded->workspace.reader,
      analysed_files(found.project, found.found.sources),
      found.project,
      found.config.limits.file);
  std::vector<Incomplete> incomplete = found.incomplete;
  incomplete.insert(
      incomplete.end(), places.incomplete.begin(), places.incomplete.end());
  return deliver(
      environment, options, incomplete, [&](std::string_view format) {
        return format == "json" ? write_lists_json(found.project, places)
                                : write_lists_text(found.project, places);
      });
}

} // namespace migcheck
