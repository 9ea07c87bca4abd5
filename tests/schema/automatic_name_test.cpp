#include "schema/automatic_name.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck::schema {
namespace {

const std::string a40(40, 'a');
const std::string b40(40, 'b');

TEST(AutomaticName, JoinsItsParts) {
  EXPECT_EQ(automatic_name("t", "a", "idx"), "t_a_idx");
  EXPECT_EQ(automatic_name("t", "", "pkey"), "t_pkey");
  EXPECT_EQ(automatic_name("t", "a", ""), "t_a");
}

TEST(AutomaticName, ShortensTheLongerPart) {
  EXPECT_EQ(
      automatic_name(a40, b40, "idx"),
      std::string(29, 'a') + '_' + std::string(29, 'b') + "_idx");
  EXPECT_EQ(
      automatic_name("t", std::string(80, 'b'), "key"),
      "t_" + std::string(57, 'b') + "_key");
  EXPECT_EQ(automatic_name(a40, b40, "idx").size(), longest_name - 0U);
}

TEST(AutomaticName, CutsBetweenCharacters) {
  std::string umlauts;
  for (int i = 0; i < 40; ++i) {
    umlauts += "ö";
  }
  EXPECT_EQ(cut_name(umlauts).size(), 62U);
  EXPECT_EQ(cut_name("short"), "short");
  EXPECT_LE(automatic_name(umlauts, umlauts, "fkey").size(), longest_name);
}

TEST(AutomaticName, NumbersEqualColumns) {
  std::vector<std::string> names;
  for (int i = 0; i < 3; ++i) {
    names.emplace_back("expr");
    number_last(names);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"expr", "expr1", "expr2"}));
  EXPECT_EQ(columns_part(names), "expr_expr1_expr2");
}

} // namespace
} // namespace migcheck::schema
