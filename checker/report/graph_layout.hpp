// Where the boxes of a drawn dependency graph go. Plain arithmetic: same
// graph, same picture.
#pragma once

#include "schema/dependency_graph.hpp"

#include <cstddef>
#include <vector>

namespace migcheck {

// In pixels.
struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
};

struct GraphLayout {
  std::vector<Box> boxes; // one per node
  int width = 0;
  int height = 0;
};

inline constexpr int box_height = 26;

// Columns from left to right: a migration stands right of all that it needs.
// Those that need nothing and are needed by none stand in rows below.
GraphLayout lay_out(const schema::DependencyGraph& graph);

} // namespace migcheck
