#include "report/line_hash.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

using Values = std::vector<std::string>;

TEST(LineHash, AnswersForTheLinesAskedFor) {
  const std::string text = " a\nb\n  \t\tc\n d";
  EXPECT_EQ(
      line_hashes(text, {2, 4}),
      (Values{"54703d4cd895b18:1", "a23a3dc5e078b07b:1"}));
  EXPECT_EQ(line_hashes(text, {5, 99}), (Values{"", ""}));
  EXPECT_EQ(line_hashes(text, {}), Values{});
}

TEST(LineHash, CountsEqualLinesThatNobodyAskedFor) {
  std::string text;
  for (int i = 0; i < 10; ++i) {
    text += "Lorem ipsum dolor sit amet.\n";
  }
  EXPECT_EQ(line_hashes(text, {3}), Values{"a7f2ff13bc495cf2:3"});
}

// An uploader decodes with one U+FFFD per ill-formed beginning of a character.
TEST(LineHash, ReplacesIllFormedBytesAsADecoderDoes) {
  const struct {
    std::string bytes;
    std::string same_as;
  } cases[] = {
      {"\xE2\x82x", "\xEF\xBF\xBDx"},
      {"\xF0\x9F\x98x", "\xEF\xBF\xBDx"},
      {"\xF0\x9F", "\xEF\xBF\xBD"},
      {"\xF0\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE0\x80"
       "A",
       "\xEF\xBF\xBD\xEF\xBF\xBD"
       "A"},
      {"\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"}};

  for (const auto& [bytes, same_as] : cases) {
    EXPECT_EQ(line_hashes(bytes, {1}), line_hashes(same_as, {1}));
  }
}

} // namespace
} // namespace migcheck
