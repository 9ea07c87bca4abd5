// Every step is a bijection of the state: contents that differ in one word
// never meet, and others as seldom as 64 bits allow.
#include "io/content_key.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace migcheck {
namespace {

constexpr std::uint64_t lane_factor = 0x9FB21C651E98DF25u;

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t half_word_at(const char* bytes) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Up to seven bytes; which they are depends on the size, too.
std::uint64_t rest_of(std::string_view bytes) {
  const std::size_t size = bytes.size();
  if (size >= 4) {
    return half_word_at(bytes.data()) | half_word_at(bytes.data() + size - 4)
                                            << (8 * (size - 4));
  }
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < size; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}

} // namespace

// Whole words, then one with what is left, the size of that and the mark.
void ContentHash::add(std::string_view bytes, unsigned mark) {
  if (bytes.size() < 8) {
    mix(rest_of(bytes) | tag(bytes.size(), mark));
    return;
  }
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  for (; end - at >= 8; at += 8) {
    mix(word_at(at));
  }
  const auto left = static_cast<std::size_t>(end - at);
  const std::uint64_t last =
      left == 0 ? 0 : word_at(end - 8) >> (64 - 8 * left);
  mix(last | tag(left, mark));
}

ContentKey content_key(std::string_view bytes) {
  constexpr std::size_t lanes = 4;
  std::array<std::uint64_t, lanes> states = {1, 2, 3, 4};
  ContentHash hash;
  hash.add({}, static_cast<unsigned>(bytes.size() & 31));
  while (bytes.size() >= 8 * lanes) {
    for (std::size_t i = 0; i < lanes; ++i) {
      std::uint64_t& state = states[i];
      state = (state ^ word_at(bytes.data() + 8 * i)) * lane_factor;
      state ^= state >> 32;
    }
    bytes.remove_prefix(8 * lanes);
  }
  for (const std::uint64_t state : states) {
    const auto word = std::bit_cast<std::array<char, 8>>(state);
    hash.add({word.data(), word.size()});
  }
  hash.add(bytes);
  return hash.key();
}

} // namespace migcheck
