// Tells contents of one run apart, several times faster than SHA-256. Not
// for what is stored or what somebody may forge: keys of another version of
// this program may differ.
#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace migcheck {

struct ContentKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): a false alarm of clang-tidy 14
  auto operator<=>(const ContentKey&) const = default;
};

// The key of a sequence of short strings: another cut between them gives
// another key.
class ContentHash {
 public:
  // `mark` tells kinds of strings apart: 0 to 31.
  void add(std::string_view bytes, unsigned mark = 0);

  // The same for the string that stands at an offset of a longer text:
  // reading beyond its end saves taking it byte by byte.
  void add_part(
      std::string_view text, std::size_t at, std::size_t size, unsigned mark) {
    constexpr bool in_order = std::endian::native == std::endian::little;
    if (in_order && size < 8 && text.size() - at >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      word &= (std::uint64_t{1} << (8 * size)) - 1;
      mix(word | tag(size, mark));
    } else {
      add(text.substr(at, size), mark);
    }
  }

  // A number among strings.
  void add_number(std::uint64_t number) { mix(number); }

  ContentKey key() const { return key_; }

 private:
  static constexpr std::uint64_t first_factor = 0x9FB21C651E98DF25u;
  static constexpr std::uint64_t second_factor = 0xD6E8FEB86659FD93u;

  // Of a word with fewer than eight bytes of a string.
  static std::uint64_t tag(std::size_t size, unsigned mark) {
    return std::uint64_t{mark << 3 | size} << 56;
  }

  // A bijection of each half.
  void mix(std::uint64_t word) {
    key_.first = (key_.first ^ word) * first_factor;
    key_.first ^= key_.first >> 32;
    key_.second = (key_.second + word) * second_factor;
    key_.second ^= key_.second >> 29;
  }

  ContentKey key_{0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu};
};

// The key of one content, for long ones.
ContentKey content_key(std::string_view bytes);

} // namespace migcheck
