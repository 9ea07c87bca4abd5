// Graphs of migrations: their ends, and what breaks them.
#include "journals/graph.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace migcheck {
namespace {

// "a", "b>a", "d>b+c"; "!" behind a name: a branch of its own.
Graph graph_of(
    const std::string& text, const std::set<std::string>& elsewhere) {
  std::vector<GraphNode> nodes;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    GraphNode node;
    const std::size_t arrow = std::min(word.find('>'), word.size());
    node.name = word.substr(0, arrow);
    node.labelled = node.name.back() == '!';
    node.name.resize(node.name.size() - (node.labelled ? 1 : 0));
    std::istringstream parents(
        arrow == word.size() ? "" : word.substr(arrow + 1));
    for (std::string parent; std::getline(parents, parent, '+');) {
      node.parents.emplace_back(parent, Span{});
    }
    nodes.push_back(std::move(node));
  }
  return Graph(std::move(nodes), elsewhere);
}

std::string shown(const std::vector<GraphDrift>& drifts) {
  std::string text;
  for (const GraphDrift& drift : drifts) {
    text += text.empty() ? "" : "; ";
    text += graph_change_name(drift.change);
    for (const GraphPlace& place : drift.places) {
      text += " " + place.name;
    }
    text += drift.parent.empty() ? "" : " after " + drift.parent;
  }
  return text;
}

TEST(Graph, TellsWhatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"a", ""},
      {"a b>a c>b", ""},
      {"a b>a c>a", "heads b c"},
      {"a b>a c>a d>a", "heads b c d"},
      {"a b>a c>a d>b+c", ""},
      {"a b>a x y>x", ""},
      {"a b>a c>a x y>x z>x", "heads b c; heads y z"},
      {"a b!>a c>a", ""},
      {"a! b>a c>a", ""},
      {"a c>b", "missing c after b"},
      {"a c>b d>b", "missing c after b; missing d after b"},
      {"a c>else", ""},
      {"a b>a b>a", "repeated b b"},
      {"a>c b>a c>b", "cycle a c b"},
      {"a>a", "cycle a"},
      {"r a>c+r b>a c>b d>c", "cycle a c b"}};
  const std::set<std::string> elsewhere = {"else"};
  for (const auto& [text, wanted] : cases) {
    EXPECT_EQ(shown(graph_of(text, elsewhere).drifts()), wanted) << text;
  }
}

TEST(Graph, KnowsItsHeads) {
  const std::set<std::string> elsewhere;
  const Graph graph = graph_of("a b>a c>a d>b", elsewhere);
  std::vector<std::string> names;
  for (const GraphNode* head : graph.heads()) {
    names.push_back(head->name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"c", "d"}));
}

} // namespace
} // namespace migcheck
