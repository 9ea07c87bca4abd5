// `graph`: which migrations need which.
#include "cli/chosen_directories.hpp"
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "report/graph.hpp"
#include "schema/inference.hpp"

namespace migcheck {
namespace {

Graphs
make_graphs(const Project& project, const std::vector<std::size_t>& chosen) {
  const std::vector<Dependency> declared = find_dependencies(project);
  Graphs graphs;
  for (const std::size_t i : chosen) {
    const MigrationDirectory& directory = project.directories[i];
    graphs.push_back(schema::dependency_graph(
        directory, declared, schema::infer_dependencies(directory)));
  }
  return graphs;
}

std::string write(std::string_view format, const Graphs& graphs) {
  if (format == "mermaid") {
    return write_graph_mermaid(graphs);
  }
  if (format == "dot") {
    return write_graph_dot(graphs);
  }
  if (format == "svg") {
    return write_graph_svg(graphs);
  }
  return format == "html" ? write_graph_html(graphs) : write_graph_text(graphs);
}

} // namespace

int run_graph_command(const Environment& environment, const Options& options) {
  const auto opened =
      open_project(environment, options, {.scripts = WithScripts::all});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const Project& project = opened->loaded->project;
  const auto chosen =
      chosen_directories(environment, options, opened->workspace, project);
  if (!chosen) {
    complain(environment, chosen.error().message);
    return exit_failed;
  }
  const Graphs graphs = make_graphs(project, *chosen);
  return deliver_documents(
      environment,
      options,
      opened->loaded->incomplete,
      [&](std::string_view format) { return write(format, graphs); });
}

} // namespace migcheck
