// How far a word goes, sixteen bytes at a time where the machine can.
#pragma once

#include "text/ascii.hpp"

#include <bit>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__) && !defined(MIGCHECK_PORTABLE)
#include <emmintrin.h>
#endif

namespace migcheck {

// The first byte at or after `at` that is no ASCII letter, digit or `_`.
inline std::size_t word_run_end(std::string_view text, std::size_t at) {
#if defined(__SSE2__) && !defined(MIGCHECK_PORTABLE)
  const auto within = [](__m128i bytes, char least, char span) {
    const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(least));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(span)), above);
  };
  while (text.size() - at >= 16) {
    const __m128i bytes =
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const __m128i part = _mm_or_si128(
        _mm_or_si128(within(folded, 'a', 25), within(bytes, '0', 9)),
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
    const auto others =
        static_cast<unsigned>(~_mm_movemask_epi8(part)) & 0xFFFFu;
    if (others != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(others));
    }
    at += 16;
  }
#endif
  while (at < text.size() &&
         (is_letter(text[at]) || is_digit(text[at]) || text[at] == '_')) {
    ++at;
  }
  return at;
}

} // namespace migcheck
