#include "report/graph.hpp"
#include "report/graph_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace migcheck {
namespace {

using schema::DependencyGraph;
using testing::HasSubstr;
using testing::Not;

DependencyGraph sample() {
  DependencyGraph graph;
  graph.directory = "db/migrations";
  for (const char* name : {"1_users.sql", "2_orders.sql", "3_<b>\"x\".sql"}) {
    graph.nodes.push_back({name, std::string("db/migrations/") + name});
  }
  graph.edges.push_back({1, 0, true, true, false, {"users"}});
  graph.edges.push_back({2, 0, false, true, true, {"users"}});
  graph.edges.push_back(
      {2, 1, false, true, false, {"a", "b", "c", "d", "e", "f", "g"}});
  return graph;
}

TEST(GraphText, SaysWhyEachMigrationIsNeeded) {
  EXPECT_EQ(
      write_graph_text({sample()}),
      "db/migrations: 3 migrations, 3 dependencies\n"
      "  1_users.sql\n"
      "  2_orders.sql\n"
      "    needs 1_users.sql (declared; users)\n"
      "  3_<b>\"x\".sql\n"
      "    needs 1_users.sql (users)\n"
      "    needs 2_orders.sql (a, b, c, d, e and 2 more)\n");
}

TEST(GraphText, DrawsMermaidWithoutImpliedEdges) {
  EXPECT_EQ(
      write_graph_mermaid({sample()}),
      "flowchart RL\n"
      "  m0[\"1_users.sql\"]\n"
      "  m1[\"2_orders.sql\"]\n"
      "  m2[\"3_#lt;b#gt;#quot;x#quot;.sql\"]\n"
      "  m1 --> m0\n"
      "  m2 -.-> m1\n");
}

TEST(GraphText, TellsDirectoriesApartInMermaid) {
  const std::string text = write_graph_mermaid({sample(), sample()});
  EXPECT_THAT(text, HasSubstr("  subgraph g1[\"db/migrations\"]\n"));
  EXPECT_THAT(text, HasSubstr("    g1m1 --> g1m0\n"));
}

TEST(GraphText, QuotesNamesForDot) {
  const std::string text = write_graph_dot({sample()});
  EXPECT_THAT(text, HasSubstr("    m2 [label=\"3_<b>\\\"x\\\".sql\"];\n"));
  EXPECT_THAT(text, HasSubstr("  m1 -> m0 [tooltip=\"declared; users\"];\n"));
  EXPECT_THAT(
      text,
      HasSubstr("  m2 -> m1 [style=dashed, tooltip=\"a, b, c, d, e and 2 "
                "more\"];\n"));
  EXPECT_THAT(text, Not(HasSubstr("m2 -> m0")));
}

TEST(GraphPicture, EscapesNamesAndNeedsNothingFromOutside) {
  const std::string page = write_graph_html({sample()});
  EXPECT_THAT(page, HasSubstr("3_&lt;b&gt;&quot;x&quot;.sql</text>"));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("href=")));
  EXPECT_THAT(page, HasSubstr("needs 2_orders.sql: a, b, c, d, e, f, g<"));
}

TEST(GraphLayout, PutsEachMigrationRightOfWhatItNeeds) {
  const DependencyGraph graph = sample();
  const GraphLayout layout = lay_out(graph);
  for (const schema::GraphEdge& edge : graph.edges) {
    const Box& on = layout.boxes[edge.on];
    EXPECT_GT(layout.boxes[edge.from].x, on.x + on.width);
  }
}

TEST(GraphLayout, PutsNoBoxOnAnother) {
  DependencyGraph graph;
  for (int i = 0; i < 40; ++i) {
    graph.nodes.push_back({std::string(1 + i % 7, 'x'), "x"});
    if (i % 3 != 0 && i > 4) {
      const auto from = static_cast<std::size_t>(i);
      graph.edges.push_back({from, from / 2, false, true, false, {}});
    }
  }
  const GraphLayout layout = lay_out(graph);
  for (std::size_t a = 0; a < layout.boxes.size(); ++a) {
    for (std::size_t b = a + 1; b < layout.boxes.size(); ++b) {
      const Box& one = layout.boxes[a];
      const Box& two = layout.boxes[b];
      const bool apart =
          one.x + one.width <= two.x || two.x + two.width <= one.x ||
          one.y + box_height <= two.y || two.y + box_height <= one.y;
      EXPECT_TRUE(apart) << a << " and " << b;
    }
    EXPECT_LE(layout.boxes[a].x + layout.boxes[a].width, layout.width);
    EXPECT_LE(layout.boxes[a].y + box_height, layout.height);
  }
}

} // namespace
} // namespace migcheck
