// Words as numbers, so that they can be compared and switched on at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace migcheck::sql {

// A word of letters and `_` without its case: five bits for each of the first
// twelve bytes, and the length in four bits (15: or longer). Two words of at
// most twelve bytes have the same key only when they are the same word. 0 for
// a word with any other byte in its first twelve, and for none.
using WordKey = std::uint64_t;

inline constexpr std::size_t exact_word_length = 12;

constexpr WordKey word_key(std::string_view word) {
  constexpr std::size_t longest = 15;
  WordKey key = 0;
  const std::size_t size = word.size();
  for (std::size_t i = 0; i < size && i < exact_word_length; ++i) {
    const char byte = word[i];
    unsigned code = 27;
    if (byte != '_') {
      code = (static_cast<unsigned char>(byte) | 0x20U) - 'a' + 1U;
      if (code - 1 >= 26) {
        return 0;
      }
    }
    key = key << 5U | code;
  }
  return key | static_cast<WordKey>(size < longest ? size : longest) << 60U;
}

namespace word_literals {

consteval WordKey operator""_kw(const char* word, std::size_t size) {
  return word_key({word, size});
}

} // namespace word_literals

} // namespace migcheck::sql
