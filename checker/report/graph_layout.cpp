#include "report/graph_layout.hpp"

#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

using schema::DependencyGraph;
using schema::GraphEdge;

constexpr int letter_width = 8; // of a monospaced font of 13 pixels, rounded up
constexpr int padding = 10;     // beside the name
constexpr int row_step = box_height + 12;
constexpr int column_gap = 70;
constexpr int isolated_columns = 4;

class Layouter {
 public:
  explicit Layouter(const DependencyGraph& graph)
      : graph_(graph), column_(graph.nodes.size()),
        linked_(graph.nodes.size()) {}

  GraphLayout lay_out();

 private:
  // Where a box of a column would like to be.
  struct Row {
    int y;
    std::size_t node;
  };

  void find_columns();
  std::vector<std::vector<std::size_t>> columns() const;
  std::vector<Row> rows(const std::vector<std::size_t>& column) const;
  void place(std::size_t node, int x, int y);
  void place_columns();
  void place_isolated();

  const DependencyGraph& graph_;
  std::vector<std::size_t> column_; // of each node
  std::vector<bool> linked_;        // some edge begins or ends there
  GraphLayout layout_;
};

// Edges are in the order of `from`, so what is needed has its column already;
// forward edges, which are findings, do not move anything.
void Layouter::find_columns() {
  for (const GraphEdge& edge : graph_.edges) {
    linked_[edge.from] = true;
    linked_[edge.on] = true;
    if (edge.on < edge.from) {
      column_[edge.from] = std::max(column_[edge.from], column_[edge.on] + 1);
    }
  }
}

std::vector<std::vector<std::size_t>> Layouter::columns() const {
  std::vector<std::vector<std::size_t>> columns;
  for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
    if (linked_[node]) {
      columns.resize(std::max(columns.size(), column_[node] + 1));
      columns[column_[node]].push_back(node);
    }
  }
  return columns;
}

// Each box beside the middle of what it needs: fewer lines cross.
std::vector<Layouter::Row>
Layouter::rows(const std::vector<std::size_t>& column) const {
  std::vector<Row> rows;
  auto edge = graph_.edges.begin();
  for (const std::size_t node : column) {
    edge = std::lower_bound(
        edge, graph_.edges.end(), node, [](const GraphEdge& one, auto from) {
          return one.from < from;
        });
    int sum = 0;
    int count = 0;
    for (; edge != graph_.edges.end() && edge->from == node; ++edge) {
      if (edge->on < node && !edge->implied) {
        sum += layout_.boxes[edge->on].y;
        ++count;
      }
    }
    rows.push_back({count == 0 ? 0 : sum / count, node});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.y < b.y;
  });
  return rows;
}

void Layouter::place(std::size_t node, int x, int y) {
  Box& box = layout_.boxes[node];
  box.x = x;
  box.y = y;
  layout_.width = std::max(layout_.width, x + box.width);
  layout_.height = std::max(layout_.height, y + box_height);
}

void Layouter::place_columns() {
  int x = 0;
  for (const std::vector<std::size_t>& column : columns()) {
    int widest = 0;
    int free = 0;
    for (const Row& row : rows(column)) {
      const int y = std::max(free, row.y);
      place(row.node, x, y);
      free = y + row_step;
      widest = std::max(widest, layout_.boxes[row.node].width);
    }
    x += widest + column_gap;
  }
}

void Layouter::place_isolated() {
  const int top = layout_.height == 0 ? 0 : layout_.height + row_step;
  int widest = 0;
  std::vector<std::size_t> isolated;
  for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
    if (!linked_[node]) {
      isolated.push_back(node);
      widest = std::max(widest, layout_.boxes[node].width);
    }
  }
  for (std::size_t i = 0; i < isolated.size(); ++i) {
    const int index = static_cast<int>(i);
    place(
        isolated[i],
        index % isolated_columns * (widest + padding),
        top + index / isolated_columns * row_step);
  }
}

GraphLayout Layouter::lay_out() {
  for (const schema::GraphNode& node : graph_.nodes) {
    const auto letters = static_cast<int>(display_width(printable(node.name)));
    layout_.boxes.push_back({0, 0, letters * letter_width + 2 * padding});
  }
  find_columns();
  place_columns();
  place_isolated();
  return std::move(layout_);
}

} // namespace

GraphLayout lay_out(const DependencyGraph& graph) {
  return Layouter(graph).lay_out();
}

} // namespace migcheck
