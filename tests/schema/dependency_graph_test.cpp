#include "schema/dependency_graph.hpp"

#include <gtest/gtest.h>

namespace migcheck::schema {
namespace {

MigrationDirectory directory_of(std::size_t migrations) {
  MigrationDirectory directory;
  directory.path = "migrations";
  for (std::size_t i = 0; i < migrations; ++i) {
    Migration migration;
    migration.entry = std::to_string(i) + ".sql";
    migration.path = "migrations/" + migration.entry;
    directory.migrations.push_back(migration);
  }
  return directory;
}

Inferred
inferred_of(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  Inferred inferred;
  for (const auto& [from, on] : pairs) {
    inferred.dependencies.push_back(
        {from, on, {{Space::relation, "t" + std::to_string(on), {}, true}}});
  }
  return inferred;
}

// `from>on` of the edges that a picture shows.
std::string drawn(const DependencyGraph& graph) {
  std::string text;
  for (const GraphEdge& edge : graph.edges) {
    if (!edge.implied) {
      text += (text.empty() ? "" : " ") + std::to_string(edge.from) + ">" +
              std::to_string(edge.on);
    }
  }
  return text;
}

TEST(DependencyGraph, LeavesOutOfPicturesWhatOtherEdgesImply) {
  const auto directory = directory_of(4);
  const auto graph = dependency_graph(
      directory, {}, inferred_of({{1, 0}, {2, 0}, {2, 1}, {3, 0}, {3, 2}}));
  EXPECT_EQ(graph.edges.size(), 5u);
  EXPECT_EQ(drawn(graph), "1>0 2>1 3>2");
}

TEST(DependencyGraph, KeepsWhatIsDeclaredInPictures) {
  const auto directory = directory_of(3);
  Dependency declared;
  declared.directory = &directory;
  declared.target_directory = &directory;
  declared.kind = DependencyKind::migration;
  declared.position = 2;
  declared.target_position = 0;
  const auto graph = dependency_graph(
      directory, {declared}, inferred_of({{1, 0}, {2, 0}, {2, 1}}));
  EXPECT_EQ(drawn(graph), "1>0 2>0 2>1");
  EXPECT_TRUE(graph.edges[1].declared);
  EXPECT_TRUE(graph.edges[1].inferred);
  EXPECT_FALSE(graph.edges[2].declared);
}

TEST(DependencyGraph, KeepsDeclaredEdgesThatLeadForward) {
  const auto directory = directory_of(2);
  Dependency declared;
  declared.directory = &directory;
  declared.target_directory = &directory;
  declared.kind = DependencyKind::migration;
  declared.position = 0;
  declared.target_position = 1;
  const auto graph =
      dependency_graph(directory, {declared}, inferred_of({{1, 0}}));
  EXPECT_EQ(drawn(graph), "0>1 1>0");
}

TEST(DependencyGraph, PassesOverOtherDirectoriesAndUnknownTargets) {
  const auto directory = directory_of(2);
  const auto other = directory_of(2);
  Dependency away;
  away.directory = &directory;
  away.target_directory = &other;
  away.kind = DependencyKind::migration;
  away.position = 1;
  Dependency unknown;
  unknown.directory = &directory;
  unknown.position = 1;
  const auto graph = dependency_graph(directory, {away, unknown}, {});
  EXPECT_TRUE(graph.edges.empty());
}

TEST(DependencyGraph, GivesAllThatANodeNeeds) {
  const auto directory = directory_of(5);
  const auto graph =
      dependency_graph(directory, {}, inferred_of({{2, 0}, {4, 2}, {3, 1}}));
  EXPECT_EQ(needed_nodes(graph, {4}), (std::vector<std::size_t>{0, 2, 4}));
  EXPECT_EQ(needed_nodes(graph, {3}), (std::vector<std::size_t>{1, 3}));
  EXPECT_TRUE(needed_nodes(graph, {}).empty());
}

} // namespace
} // namespace migcheck::schema
