#include "model/seldom.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace migcheck {
namespace {

TEST(Seldom, ReadsAsNothingUntilItIsMade) {
  Seldom<std::string> text;
  EXPECT_FALSE(text);
  EXPECT_TRUE(text->empty());
  EXPECT_EQ(&*text, &*Seldom<std::string>());
  text.make() = "ants";
  EXPECT_TRUE(text);
  EXPECT_EQ(*text, "ants");
  EXPECT_EQ(text.make(), "ants");
  text.reset();
  EXPECT_EQ(*text, "");
}

TEST(Seldom, IsCopiedWithWhatIsInIt) {
  Seldom<std::string> one;
  one.make() = "ants";
  Seldom<std::string> other(one);
  other.make() = "bees";
  EXPECT_EQ(*one, "ants");
  one = other;
  EXPECT_EQ(*one, "bees");
  one = Seldom<std::string>();
  EXPECT_FALSE(one);
  EXPECT_EQ(*other, "bees");
  one = std::move(other);
  EXPECT_EQ(*one, "bees");
}

} // namespace
} // namespace migcheck
