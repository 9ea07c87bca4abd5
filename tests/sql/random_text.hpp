// Texts put together by chance, the same ones in every run.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace migcheck::sql {

inline std::uint32_t next_random(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

inline std::string random_text(
    std::uint32_t& state,
    std::span<const std::string_view> pieces,
    std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += pieces[next_random(state) % pieces.size()];
  }
  return text;
}

} // namespace migcheck::sql
