// `schema`: what the migrations make of an empty database.
#include "cli/chosen_directories.hpp"
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "report/schema_report.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// A diagram holds the tables of one directory.
bool wants_one(const Options& options) {
  return std::any_of(
      options.outputs.begin(), options.outputs.end(), [](const Output& output) {
        return output.format == "mermaid";
      });
}

Result<std::vector<std::size_t>> chosen(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    const Project& project) {
  if (!wants_one(options)) {
    return chosen_directories(environment, options, workspace, project);
  }
  const auto one = chosen_directory(environment, options, workspace, project);
  if (!one) {
    return tl::unexpected(one.error());
  }
  return std::vector<std::size_t>{*one};
}

std::string write(const Histories& histories, std::string_view format) {
  if (format == "json") {
    return write_schema_json(histories);
  }
  return format == "mermaid" ? write_schema_mermaid(*histories.front())
                             : write_schema_text(histories);
}

} // namespace

int run_schema_command(const Environment& environment, const Options& options) {
  const auto opened =
      open_project(environment, options, {.scripts = WithScripts::all});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const Project& project = opened->loaded->project;
  const auto directories =
      chosen(environment, options, opened->workspace, project);
  if (!directories) {
    complain(environment, directories.error().message);
    return exit_failed;
  }
  std::vector<std::unique_ptr<schema::History>> histories;
  Histories shown;
  for (const std::size_t i : *directories) {
    histories.push_back(
        schema::replay(project.directories[i], schema::WithDowns::no));
    shown.push_back(histories.back().get());
  }
  return deliver_documents(
      environment,
      options,
      opened->loaded->incomplete,
      [&](std::string_view format) { return write(shown, format); });
}

} // namespace migcheck
