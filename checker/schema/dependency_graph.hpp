// Which migrations of a directory need which: what `-- DEPENDS:` headers
// declare and what the SQL touches, together.
#pragma once

#include "model/dependencies.hpp"
#include "model/migration.hpp"
#include "schema/inference.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace migcheck::schema {

struct GraphNode {
  std::string name; // the migration's entry
  std::string path;
};

struct GraphEdge {
  std::size_t from = 0; // the node that needs
  std::size_t on = 0;   // the node that is needed
  bool declared = false;
  bool inferred = false;
  bool implied = false; // other edges lead there, and it is not declared
  std::vector<std::string> objects; // why it is inferred
};

struct DependencyGraph {
  std::string directory;
  std::vector<GraphNode> nodes; // in the runner's order
  std::vector<GraphEdge> edges; // by `from`, then `on`
};

// `declared` may hold those of other directories, too; what points to retired,
// unknown or other directories' migrations is left out. Edges are marked as
// implied in graphs of at most `most_reduced` nodes.
DependencyGraph dependency_graph(
    const MigrationDirectory& directory,
    const std::vector<Dependency>& declared,
    const Inferred& inferred);

inline constexpr std::size_t most_reduced = 10'000;

// The nodes that these need, themselves included, in order.
std::vector<std::size_t>
needed_nodes(const DependencyGraph& graph, std::vector<std::size_t> nodes);

} // namespace migcheck::schema
