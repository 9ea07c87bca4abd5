#include "text/composed_letters.hpp"
#include "text/name_key.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(NameKey, EqualForNamesThatCollide) {
  const std::vector<std::pair<std::string_view, std::string_view>> equal = {
      {"001_Add.sql", "001_add.SQL"},
      {"caf\u00e9", "cafe\u0301"},
      {"CAF\u00c9", "cafe\u0301"},
      {"\u1ea4", "a\u0302\u0301"},
      {"\u0416", "\u0436"},       // Cyrillic zhe
      {"\u0419", "\u0438\u0306"}, // short i
      {"\u03a9", "\u03c9"},
      {"\u0141", "\u0142"},
      {"\u00d8", "\u00f8"},
  };
  for (const auto& [a, b] : equal) {
    EXPECT_EQ(name_key(a), name_key(b)) << a << " " << b;
  }
}

TEST(NameKey, DifferentForOthers) {
  const std::vector<std::pair<std::string_view, std::string_view>> different = {
      {"a_b", "ab"},
      {"cafe", "caf\u00e9"},
      {"\u00d7", "\u00f7"}, // signs, not letters
      {"\xe9", "\xe8"},
      {"a", "\u0430"},
  };
  for (const auto& [a, b] : different) {
    EXPECT_NE(name_key(a), name_key(b)) << a << " " << b;
  }
}

TEST(NameKey, TableIsSorted) {
  for (std::size_t i = 1; i < composed_letters.size(); ++i) {
    EXPECT_LT(composed_letters[i - 1].letter, composed_letters[i].letter);
  }
}

} // namespace
} // namespace migcheck
