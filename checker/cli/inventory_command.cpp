// `migrations` and `lists`: what is there, not what is wrong.
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "report/analysed_files.hpp"
#include "report/inventory.hpp"

namespace migcheck {
int run_migrations_command(
    const Environment& environment, const Options& options) {
  const auto opened = open_project(environment, options, {});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const LoadedProject& found = *opened->loaded;
  return deliver_documents(
      environment, options, found.incomplete, [&](std::string_view format) {
        return format == "json" ? write_migrations_json(found.project)
                                : write_migrations_text(
                                      found.project,
                                      found.discovered.rejected,
                                      Detail::verbose);
      });
}

int run_lists_command(const Environment& environment, const Options& options) {
  const auto opened = open_project(environment, options, {.lists = true});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const LoadedProject& found = *opened->loaded;
  const ListPlaces places = locate_lists(
      *opened->workspace.reader,
      analysed_files(found.project, found.found.sources),
      found.project,
      found.config.limits.file);
  std::vector<Incomplete> incomplete = found.incomplete;
  incomplete.insert(
      incomplete.end(), places.incomplete.begin(), places.incomplete.end());
  return deliver_documents(
      environment, options, incomplete, [&](std::string_view format) {
        return format == "json" ? write_lists_json(found.project, places)
                                : write_lists_text(found.project, places);
      });
}

} // namespace migcheck
