#include "diagnostic/suppression.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Suppression, IsOnePerRuleThatIsNamed) {
  const std::string_view text = "-- migcheck: allow(a, b ) both released\n"
                                "-- migcheck: list(subset)\n"
                                "-- migcheck: allow()\n";
  std::vector<Directive> directives;
  read_directives(
      text, {0, static_cast<std::uint32_t>(text.size())}, directives);
  std::vector<Suppression> found;
  add_suppressions(directives, "m/1.sql", found);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].rule, "a");
  EXPECT_EQ(found[1].rule, "b");
  EXPECT_EQ(found[1].reason, "both released");
  EXPECT_EQ(found[1].path, "m/1.sql");
  EXPECT_EQ(found[2].rule, "");
  EXPECT_EQ(found[2].reason, "");
}

} // namespace
} // namespace migcheck
