#include "schema/dependency_graph.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace migcheck::schema {
namespace {

// Edges by where they begin and end.
using Edges = std::map<std::pair<std::size_t, std::size_t>, GraphEdge>;

GraphEdge& edge(Edges& edges, std::size_t from, std::size_t on) {
  GraphEdge& found = edges[{from, on}];
  found.from = from;
  found.on = on;
  return found;
}

// The edges that begin at each node, as positions in `edges`.
std::vector<std::vector<std::size_t>> by_start(const DependencyGraph& graph) {
  std::vector<std::vector<std::size_t>> starts(graph.nodes.size());
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    starts[graph.edges[i].from].push_back(i);
  }
  return starts;
}

// The nodes that a node reaches, a bit each.
class Reach {
 public:
  explicit Reach(std::size_t nodes) : words_((nodes + 63) / 64) {}

  bool has(std::size_t node) const {
    return (words_[node / 64] >> (node % 64) & 1) != 0;
  }

  void add(std::size_t node) {
    words_[node / 64] |= std::uint64_t{1} << (node % 64);
  }

  // `other` has no more nodes than this.
  void add(const Reach& other) {
    for (std::size_t i = 0; i < other.words_.size(); ++i) {
      words_[i] |= other.words_[i];
    }
  }

 private:
  std::vector<std::uint64_t> words_;
};

// An edge is implied when one of the other edges of its node leads there. What
// a node reaches is known once all earlier ones are done; edges that lead
// forward, which only headers can hold, are left as they are.
void mark_implied(DependencyGraph& graph) {
  if (graph.nodes.size() > most_reduced) {
    return;
  }
  std::vector<Reach> reach;
  const auto starts = by_start(graph);
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    Reach here(node);
    // The nearest first: it reaches most.
    for (auto it = starts[node].rbegin(); it != starts[node].rend(); ++it) {
      GraphEdge& out = graph.edges[*it];
      if (out.on < node) {
        out.implied = here.has(out.on) && !out.declared;
        here.add(out.on);
        here.add(reach[out.on]);
      }
    }
    reach.push_back(std::move(here));
  }
}

} // namespace

DependencyGraph dependency_graph(
    const MigrationDirectory& directory,
    const std::vector<Dependency>& declared,
    const Inferred& inferred) {
  DependencyGraph graph;
  graph.directory = directory.path;
  for (const Migration& migration : directory.migrations) {
    graph.nodes.push_back({migration.entry, migration.path});
  }
  Edges edges;
  for (const Dependency& one : declared) {
    if (one.kind == DependencyKind::migration && one.directory == &directory &&
        one.target_directory == &directory) {
      edge(edges, one.position, one.target_position).declared = true;
    }
  }
  for (const InferredDependency& one : inferred.dependencies) {
    GraphEdge& found = edge(edges, one.from, one.on);
    found.inferred = true;
    for (const NeededObject& object : one.objects) {
      found.objects.push_back(object.name);
    }
  }
  for (auto& [ends, found] : edges) {
    graph.edges.push_back(std::move(found));
  }
  mark_implied(graph);
  return graph;
}

std::vector<std::size_t>
needed_nodes(const DependencyGraph& graph, std::vector<std::size_t> nodes) {
  const auto starts = by_start(graph);
  std::vector<bool> needed(graph.nodes.size());
  while (!nodes.empty()) {
    const std::size_t node = nodes.back();
    nodes.pop_back();
    if (needed[node]) {
      continue;
    }
    needed[node] = true;
    for (const std::size_t i : starts[node]) {
      nodes.push_back(graph.edges[i].on);
    }
  }
  std::vector<std::size_t> found;
  for (std::size_t node = 0; node < needed.size(); ++node) {
    if (needed[node]) {
      found.push_back(node);
    }
  }
  return found;
}

} // namespace migcheck::schema
