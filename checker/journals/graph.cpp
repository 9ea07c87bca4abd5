#include "journals/graph.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace migcheck {
namespace {

GraphPlace place_of(const GraphNode& node) {
  return {node.name, node.location};
}

// Groups of nodes that hang together.
class Groups {
 public:
  explicit Groups(std::size_t count) : above_(count) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }

  std::size_t find(std::size_t node) {
    while (above_[node] != node) {
      above_[node] = above_[above_[node]];
      node = above_[node];
    }
    return node;
  }

  void join(std::size_t a, std::size_t b) { above_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> above_;
};

} // namespace

Graph::Graph(
    std::vector<GraphNode> nodes, const std::set<std::string>& elsewhere)
    : nodes_(std::move(nodes)), elsewhere_(elsewhere), parents_(nodes_.size()),
      has_child_(nodes_.size()) {
  std::map<std::string_view, std::size_t> by_name;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    by_name.emplace(nodes_[i].name, i);
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    for (const auto& parent : nodes_[i].parents) {
      const auto found = by_name.find(parent.first);
      if (found != by_name.end()) {
        parents_[i].push_back(found->second);
        has_child_[found->second] = true;
      }
    }
  }
}

std::vector<const GraphNode*> Graph::heads() const {
  std::vector<const GraphNode*> heads;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!has_child_[i]) {
      heads.push_back(&nodes_[i]);
    }
  }
  return heads;
}

std::vector<GraphDrift> Graph::repeated() const {
  std::map<std::string_view, std::vector<const GraphNode*>> by_name;
  for (const GraphNode& node : nodes_) {
    by_name[node.name].push_back(&node);
  }
  std::vector<GraphDrift> drifts;
  for (const auto& [name, nodes] : by_name) {
    if (nodes.size() < 2) {
      continue;
    }
    GraphDrift& drift = drifts.emplace_back();
    drift.change = GraphChange::repeated;
    for (const GraphNode* node : nodes) {
      drift.places.push_back(place_of(*node));
    }
  }
  return drifts;
}

std::vector<GraphDrift> Graph::missing() const {
  std::set<std::string_view> names;
  for (const GraphNode& node : nodes_) {
    names.insert(node.name);
  }
  std::vector<GraphDrift> drifts;
  for (const GraphNode& node : nodes_) {
    for (const auto& [parent, span] : node.parents) {
      if (names.contains(parent) || elsewhere_.contains(parent)) {
        continue;
      }
      GraphDrift& drift = drifts.emplace_back();
      drift.change = GraphChange::missing;
      drift.parent = parent;
      drift.places.push_back({node.name, {node.location.path, span}});
    }
  }
  return drifts;
}

// What is left when nodes without parents are taken away, again and again,
// holds every cycle; each node in it has a parent in it.
std::vector<GraphDrift> Graph::cycles() const {
  std::vector<std::vector<std::size_t>> children(nodes_.size());
  std::vector<std::size_t> left(nodes_.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    left[i] = parents_[i].size();
    for (const std::size_t parent : parents_[i]) {
      children[parent].push_back(i);
    }
    if (left[i] == 0) {
      ready.push_back(i);
    }
  }
  while (!ready.empty()) {
    const std::size_t node = ready.back();
    ready.pop_back();
    left[node] = none;
    for (const std::size_t child : children[node]) {
      if (--left[child] == 0) {
        ready.push_back(child);
      }
    }
  }
  std::size_t at = 0;
  while (at < left.size() && left[at] == none) {
    ++at;
  }
  if (at == left.size()) {
    return {};
  }
  std::vector<std::size_t> path;
  std::vector<bool> seen(nodes_.size());
  while (!seen[at]) {
    seen[at] = true;
    path.push_back(at);
    at = *std::find_if(
        parents_[at].begin(), parents_[at].end(), [&](std::size_t parent) {
          return left[parent] != none;
        });
  }
  GraphDrift drift;
  drift.change = GraphChange::cycle;
  for (auto from = std::find(path.begin(), path.end(), at); from != path.end();
       ++from) {
    drift.places.push_back(place_of(nodes_[*from]));
  }
  return {drift};
}

std::vector<GraphDrift> Graph::split_heads() const {
  Groups groups(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    for (const std::size_t parent : parents_[i]) {
      groups.join(i, parent);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> heads;
  std::set<std::size_t> labelled;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!has_child_[i]) {
      heads[groups.find(i)].push_back(i);
    }
    if (nodes_[i].labelled) {
      labelled.insert(groups.find(i));
    }
  }
  std::vector<GraphDrift> drifts;
  for (const auto& [group, nodes] : heads) {
    if (nodes.size() < 2 || labelled.contains(group)) {
      continue;
    }
    GraphDrift& drift = drifts.emplace_back();
    drift.change = GraphChange::heads;
    for (const std::size_t node : nodes) {
      drift.places.push_back(place_of(nodes_[node]));
    }
  }
  return drifts;
}

std::vector<GraphDrift> Graph::drifts() const {
  for (const auto find : {&Graph::repeated, &Graph::missing, &Graph::cycles}) {
    std::vector<GraphDrift> drifts = (this->*find)();
    if (!drifts.empty()) {
      return drifts;
    }
  }
  return split_heads();
}

} // namespace migcheck
