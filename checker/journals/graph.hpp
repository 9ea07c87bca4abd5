// Migrations that name those before them, as a graph.
#pragma once

#include "model/graph_drift.hpp"
#include "text/span.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace migcheck {

struct GraphNode {
  std::string name; // what others call it
  Location location;
  std::vector<std::pair<std::string, Span>> parents;
  bool labelled = false; // a branch of its own begins here
};

class Graph {
 public:
  // Nodes by path. Of parents that are not there, those that are `elsewhere`
  // are none of this graph.
  Graph(std::vector<GraphNode> nodes, const std::set<std::string>& elsewhere);

  // Without `kind` and `folder`. Where parents are missing or nodes are in a
  // cycle, nothing is said of heads.
  std::vector<GraphDrift> drifts() const;

  // The nodes without a child.
  std::vector<const GraphNode*> heads() const;

 private:
  std::vector<GraphDrift> repeated() const;
  std::vector<GraphDrift> missing() const;
  std::vector<GraphDrift> cycles() const;
  std::vector<GraphDrift> split_heads() const;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<GraphNode> nodes_;
  const std::set<std::string>& elsewhere_;
  std::vector<std::vector<std::size_t>> parents_; // that are there
  std::vector<bool> has_child_;
};

} // namespace migcheck
