#include "io/content_key.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace migcheck {
namespace {

TEST(ContentKey, DiffersInEveryByte) {
  std::mt19937 random(5);
  for (std::size_t size = 0; size < 150; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
      text += static_cast<char>(random());
    }
    std::set<ContentKey> keys = {content_key(text), content_key(text + '\0')};
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = static_cast<char>(other[i] ^ (1 << random() % 8));
      keys.insert(content_key(other));
      keys.insert(content_key(text.substr(0, i)));
    }
    EXPECT_EQ(keys.size(), 2 + 2 * size);
    EXPECT_EQ(content_key(std::string(text)), content_key(text));
  }
}

TEST(ContentKey, HasNoPeriod) {
  std::set<ContentKey> keys;
  for (std::size_t size = 0; size < 500; ++size) {
    keys.insert(content_key(std::string(size, '\0')));
    keys.insert(content_key(std::string(size, 'a')));
  }
  EXPECT_EQ(keys.size(), 2 * 500u - 1);
}

ContentKey key_of(std::initializer_list<std::string_view> parts) {
  ContentHash hash;
  for (const std::string_view part : parts) {
    hash.add(part);
  }
  return hash.key();
}

TEST(ContentHash, TellsWhereStringsEnd) {
  const std::set<ContentKey> keys = {
      key_of({}),
      key_of({""}),
      key_of({"", ""}),
      key_of({"a", "b"}),
      key_of({"ab"}),
      key_of({"ab", ""}),
      key_of({"", "ab"}),
      key_of({"abcdefgh"}),
      key_of({"abcdefgh", ""}),
      key_of({"abcd", "efgh"}),
      key_of({"abcdefghi"}),
      key_of({"abcdefgh", "i"})};
  EXPECT_EQ(keys.size(), 12u);
}

TEST(ContentHash, TellsMarksApart) {
  std::set<ContentKey> keys;
  for (unsigned mark = 0; mark < 32; ++mark) {
    for (const std::string_view text : {"", "a", "abcdefg", "abcdefgh"}) {
      ContentHash hash;
      hash.add(text, mark);
      keys.insert(hash.key());
    }
  }
  EXPECT_EQ(keys.size(), 4 * 32u);
}

} // namespace
} // namespace migcheck
