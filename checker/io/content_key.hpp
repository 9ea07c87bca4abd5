// Tells contents of one run apart, several times faster than SHA-256. Not
// for what is stored or what somebody may forge: keys of another version of
// this program may differ.
#pragma once

#include <compare>
#include <cstdint>
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

  ContentKey key() const { return key_; }

 private:
  void mix(std::uint64_t word);

  ContentKey key_{0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu};
};

// The key of one content, for long ones.
ContentKey content_key(std::string_view bytes);

} // namespace migcheck
