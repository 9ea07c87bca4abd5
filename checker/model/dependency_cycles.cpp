// Each strongly connected set of migrations gives one cycle. Tarjan's algorithm
// with an explicit stack.
#include "model/dependency_cycles.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace migcheck {
namespace {

bool runs_before(const Dependency* a, const Dependency* b) {
  return std::pair(a->directory, a->position) <
         std::pair(b->directory, b->position);
}

struct Edge {
  std::size_t to = 0;
  const Dependency* dependency = nullptr;
};

struct Node {
  const Migration* migration = nullptr;
  const MigrationDirectory* directory = nullptr;
  std::vector<Edge> edges;
  std::size_t index = 0; // 0: not visited
  std::size_t low = 0;
  std::size_t set = 0; // 0: in none yet
};

class Graph {
 public:
  explicit Graph(const std::vector<Dependency>& dependencies) {
    for (const Dependency& dependency : dependencies) {
      if (dependency.kind == DependencyKind::migration &&
          dependency.from != dependency.target) {
        const std::size_t from = node(dependency.from, dependency.directory);
        const std::size_t to =
            node(dependency.target, dependency.target_directory);
        nodes_[from].edges.push_back({to, &dependency});
      }
    }
  }

  // One cycle of each set, in the order of the sets' first migrations.
  std::vector<DependencyCycle> cycles() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].index == 0) {
        visit(i);
      }
    }
    std::vector<DependencyCycle> found;
    std::vector<bool> done(sets_ + 1);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!done[nodes_[i].set]) {
        done[nodes_[i].set] = true;
        auto cycle = shortest_cycle(i);
        if (!cycle.empty()) {
          found.push_back(std::move(cycle));
        }
      }
    }
    return found;
  }

 private:
  struct Visit {
    std::size_t node = 0;
    std::size_t edge = 0;
  };

  std::size_t
  node(const Migration* migration, const MigrationDirectory* directory) {
    const auto [found, added] = numbers_.emplace(migration, nodes_.size());
    if (added) {
      nodes_.push_back({migration, directory, {}, 0, 0, 0});
    }
    return found->second;
  }

  void enter(std::size_t number) {
    nodes_[number].index = nodes_[number].low = ++visited_;
    open_.push_back(number);
    path_.push_back({number, 0});
  }

  void visit(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      Visit& top = path_.back();
      Node& from = nodes_[top.node];
      if (top.edge < from.edges.size()) {
        const std::size_t to = from.edges[top.edge++].to;
        if (nodes_[to].index == 0) {
          enter(to);
        } else if (nodes_[to].set == 0) {
          from.low = std::min(from.low, nodes_[to].index);
        }
      } else {
        leave();
      }
    }
  }

  void leave() {
    const std::size_t number = path_.back().node;
    path_.pop_back();
    const Node& done = nodes_[number];
    if (!path_.empty()) {
      Node& before = nodes_[path_.back().node];
      before.low = std::min(before.low, done.low);
    }
    if (done.low != done.index) {
      return;
    }
    ++sets_;
    while (true) {
      const std::size_t member = open_.back();
      open_.pop_back();
      nodes_[member].set = sets_;
      if (member == number) {
        return;
      }
    }
  }

  // Breadth first inside the set of `start`; empty when it has no cycle.
  DependencyCycle shortest_cycle(std::size_t start) const {
    std::unordered_map<std::size_t, std::pair<std::size_t, const Dependency*>>
        came_from;
    std::vector<std::size_t> queue = {start};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      for (const Edge& edge : nodes_[queue[i]].edges) {
        if (nodes_[edge.to].set != nodes_[start].set ||
            !came_from.try_emplace(edge.to, queue[i], edge.dependency).second) {
          continue;
        }
        if (edge.to == start) {
          return walk_back(came_from, start);
        }
        queue.push_back(edge.to);
      }
    }
    return {};
  }

  template <typename CameFrom>
  static DependencyCycle
  walk_back(const CameFrom& came_from, std::size_t start) {
    DependencyCycle cycle;
    std::size_t at = start;
    do {
      const auto& [before, dependency] = came_from.at(at);
      cycle.push_back(dependency);
      at = before;
    } while (at != start);
    std::reverse(cycle.begin(), cycle.end());
    std::rotate(
        cycle.begin(),
        std::min_element(cycle.begin(), cycle.end(), runs_before),
        cycle.end());
    return cycle;
  }

  std::vector<Node> nodes_;
  std::unordered_map<const Migration*, std::size_t> numbers_;
  std::vector<Visit> path_;
  std::vector<std::size_t> open_;
  std::size_t visited_ = 0;
  std::size_t sets_ = 0;
};

} // namespace

std::vector<DependencyCycle>
find_cycles(const std::vector<Dependency>& dependencies) {
  return Graph(dependencies).cycles();
}

} // namespace migcheck
