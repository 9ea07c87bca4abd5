// What `migcheck graph` prints. An arrow goes from a migration to what it
// needs. Pictures leave out the edges that others imply.
#pragma once

#include "schema/dependency_graph.hpp"

#include <string>
#include <vector>

namespace migcheck {

using Graphs = std::vector<schema::DependencyGraph>;

// Each migration with what it needs and why; safe for a log.
std::string write_graph_text(const Graphs& graphs);

// A Mermaid flowchart, a subgraph per directory where there are several.
std::string write_graph_mermaid(const Graphs& graphs);

// A digraph of Graphviz.
std::string write_graph_dot(const Graphs& graphs);

// One SVG document, the directories below each other. It needs no script and
// no network.
std::string write_graph_svg(const Graphs& graphs);

// The same inside of a page that opens from disk: what a migration needs and
// what needs it lights up under the pointer, and a field filters by name.
std::string write_graph_html(const Graphs& graphs);

} // namespace migcheck
