#include "report/excerpt.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Excerpt, GivesTheLineOfTheSpan) {
  const SourceView source("one\r\n  two\nthree");
  const auto found = source.excerpt({7, 10});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, "  two");
  EXPECT_EQ(found->caret_begin, 2u);
  EXPECT_EQ(found->caret_end, 5u);
  EXPECT_FALSE(found->continues || found->more_before || found->more_after);
  EXPECT_FALSE(source.excerpt({}));
}

TEST(Excerpt, EndsAtTheLineWhenTheSpanGoesOn) {
  const SourceView source("one\r\ntwo");
  const auto found = source.excerpt({1, 7});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->caret_end, 3u);
  EXPECT_TRUE(found->continues);
}

TEST(Excerpt, TakesALineEndAsPartOfItsLine) {
  const SourceView source("one\r\ntwo\n");
  EXPECT_FALSE(source.excerpt({0, 5})->continues);
  EXPECT_EQ(source.shown_region({0, 5}).end, (Position{1, 4}));
  EXPECT_EQ(source.region({0, 5}).end, (Position{2, 1}));
}

TEST(Excerpt, CutsSpansToTheText) {
  const SourceView source("ab");
  EXPECT_EQ(source.region({5, 9}).start, (Position{1, 3}));
  EXPECT_EQ(source.region({2, 1}).end, (Position{1, 3}));
  EXPECT_EQ(source.excerpt({1, 99})->caret_end, 2u);
}

TEST(Excerpt, KeepsAWindowOfALongLine) {
  std::string text = "\xC3\xA9";
  for (int i = 0; i < 2000; ++i) {
    text += "\xC3\xA9";
  }
  const SourceView source(text);
  const auto found = source.excerpt({2001, 4000});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->more_before && found->more_after);
  EXPECT_LE(found->line.size(), 1030u);
  EXPECT_EQ(found->caret_end, found->line.size());
}

} // namespace
} // namespace migcheck
