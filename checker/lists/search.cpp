// A block of 64 bytes is compared with the first two bytes of each key; a
// second, exact look is taken only where one of them may stand.
#include "lists/search.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <bit>

#if defined(__x86_64__) && !defined(MIGCHECK_PORTABLE)
#include <immintrin.h>
#define MIGCHECK_SEARCH_SSE2 1
#if __has_include(<sys/platform/x86.h>) && !defined(__clang__)
#include <sys/platform/x86.h> // speaks of `_Bool`, which clang's C++ lacks
#endif
#endif

namespace migcheck::lists {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t ahead = 1; // bytes that a comparison looks ahead

// One byte's part of what find_block() computes.
bool may_begin(char a, char b) {
  if (a == '.') {
    return fold_letter(b) == 's';
  }
  return is_digit(a) && (b == '_' || b == '-');
}

#ifdef MIGCHECK_SEARCH_SSE2

__m128i load(const char* bytes) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

__m128i is(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

// Moves '0' to '9' to the lowest values there are: one comparison does.
__m128i digits(__m128i bytes) {
  constexpr char to_lowest = 128 - '0';
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(to_lowest));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 10));
}

// Marks each of sixteen bytes where a key may begin; `ahead` more must be
// readable.
[[gnu::always_inline]] inline __m128i sixteen(const char* bytes) {
  const __m128i space = _mm_set1_epi8(0x20);
  const __m128i a = load(bytes);
  const __m128i b = load(bytes + 1);
  const __m128i sql =
      _mm_and_si128(is(a, '.'), is(_mm_or_si128(b, space), 's'));
  const __m128i stem =
      _mm_and_si128(digits(a), _mm_or_si128(is(b, '_'), is(b, '-')));
  return _mm_or_si128(sql, stem);
}

std::uint64_t bits_of(__m128i bytes) {
  return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

// The bits of the first block with candidates, at or behind `behind`, which
// is left behind that block; 0 when no whole block has any.
std::uint64_t find_block_sse2(std::string_view text, std::size_t& behind) {
  const char* bytes = text.data();
  while (behind + block_size + ahead <= text.size()) {
    const __m128i a = sixteen(bytes + behind);
    const __m128i b = sixteen(bytes + behind + 16);
    const __m128i c = sixteen(bytes + behind + 32);
    const __m128i d = sixteen(bytes + behind + 48);
    behind += block_size;
    const __m128i any = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
    if (_mm_movemask_epi8(any) != 0) {
      return bits_of(a) | bits_of(b) << 16 | bits_of(c) << 32 |
             bits_of(d) << 48;
    }
  }
  return 0;
}

// The same 32 bytes at a time, and a little more than the keys: a slash may
// stand for the dot or the digit, and each first byte before each second one.
[[gnu::target("avx2")]] inline __m256i thirty_two(const char* bytes) {
  const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
  const __m256i b =
      _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 1));
  constexpr char to_lowest = 128 - '.';
  const __m256i moved = _mm256_add_epi8(a, _mm256_set1_epi8(to_lowest));
  const __m256i first =
      _mm256_cmpgt_epi8(_mm256_set1_epi8(-128 + '9' - '.' + 1), moved);
  // By its low half, each small byte finds the one that it may be.
  const __m256i small = _mm256_or_si256(b, _mm256_set1_epi8(0x20));
  const __m256i wanted = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      -1,
      -1,
      -1,
      's',
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      '-',
      -1,
      '_' | 0x20));
  const __m256i second =
      _mm256_cmpeq_epi8(_mm256_shuffle_epi8(wanted, small), small);
  return _mm256_and_si256(first, second);
}

[[gnu::target("avx2")]] std::uint64_t
find_block_avx2(std::string_view text, std::size_t& behind) {
  const char* const bytes = text.data();
  std::size_t at = behind;
  std::uint64_t bits = 0;
  while (bits == 0 && at + block_size + ahead <= text.size()) {
    const __m256i a = thirty_two(bytes + at);
    const __m256i b = thirty_two(bytes + at + 32);
    at += block_size;
    const __m256i any = _mm256_or_si256(a, b);
    if (_mm256_testz_si256(any, any) == 0) {
      const auto low = static_cast<unsigned>(_mm256_movemask_epi8(a));
      const auto high = static_cast<unsigned>(_mm256_movemask_epi8(b));
      bits = low | std::uint64_t{high} << 32;
    }
  }
  behind = at;
  return bits;
}

// What the C library knows need not be asked of the processor once more, which
// takes long in a virtual machine.
bool has_avx2() {
#ifdef CPU_FEATURE_ACTIVE
  return CPU_FEATURE_ACTIVE(AVX2);
#else
  return __builtin_cpu_supports("avx2") != 0;
#endif
}

std::uint64_t find_block(std::string_view text, std::size_t& behind) {
  static const auto find = has_avx2() ? find_block_avx2 : find_block_sse2;
  return find(text, behind);
}

#else

std::uint64_t find_block(std::string_view text, std::size_t& behind) {
  while (behind + block_size + ahead <= text.size()) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block_size; ++i) {
      const bool set = may_begin(text[behind + i], text[behind + i + 1]);
      bits |= std::uint64_t{set} << i;
    }
    behind += block_size;
    if (bits != 0) {
      return bits;
    }
  }
  return 0;
}

#endif

bool matches(std::string_view text, std::size_t at, std::string_view key) {
  if (text.size() - at < key.size()) {
    return false;
  }
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (fold_letter(text[at + i]) != key[i]) {
      return false;
    }
  }
  return true;
}

// "digit, separators, letter".
bool is_stem(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  while (next < text.size() && next < at + 4 &&
         (text[next] == '_' || text[next] == '-')) {
    ++next;
  }
  return next < text.size() && is_letter(text[next]);
}

} // namespace

bool KeySearch::next(SearchHit& hit) {
  while (candidates_ != 0 || next_block()) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(candidates_));
    candidates_ &= candidates_ - 1;
    if (holds(block_ + bit, hit)) {
      return true;
    }
  }
  return false;
}

// Moves to the next block with candidates.
bool KeySearch::next_block() {
  candidates_ = find_block(text_, behind_);
  if (candidates_ != 0) {
    block_ = behind_ - block_size;
    return true;
  }
  return next_tail();
}

// What is too short for a block: with the block that ends where the text does,
// else byte by byte.
bool KeySearch::next_tail() {
  if (behind_ + ahead < text_.size() && text_.size() >= block_size + ahead) {
    std::size_t last = text_.size() - block_size - ahead;
    const std::size_t known = behind_ - last;
    candidates_ = find_block(text_, last) >> known;
    block_ = behind_;
    behind_ = text_.size();
    return candidates_ != 0;
  }
  while (behind_ < text_.size() && candidates_ == 0) {
    block_ = behind_;
    behind_ = std::min(block_ + block_size, text_.size());
    for (std::size_t at = block_; at < behind_ && at + 1 < text_.size(); ++at) {
      const bool set = may_begin(text_[at], text_[at + 1]);
      candidates_ |= std::uint64_t{set} << (at - block_);
    }
  }
  return candidates_ != 0;
}

std::size_t find_digit(std::string_view text, std::size_t at) {
#ifdef MIGCHECK_SEARCH_SSE2
  for (; at + 64 <= text.size(); at += 64) {
    const __m128i a = digits(load(&text[at]));
    const __m128i b = digits(load(&text[at + 16]));
    const __m128i c = digits(load(&text[at + 32]));
    const __m128i d = digits(load(&text[at + 48]));
    const __m128i any = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
    if (_mm_movemask_epi8(any) != 0) {
      const std::uint64_t bits =
          bits_of(a) | bits_of(b) << 16 | bits_of(c) << 32 | bits_of(d) << 48;
      return at + static_cast<std::size_t>(std::countr_zero(bits));
    }
  }
#endif
  while (at < text.size() && !is_digit(text[at])) {
    ++at;
  }
  return at;
}

bool KeySearch::holds(std::size_t at, SearchHit& hit) const {
  hit.at = at;
  if (text_[at] == '.') {
    hit.key = SearchKey::sql;
    return matches(text_, at + 1, "sql");
  }
  hit.key = SearchKey::stem;
  return at + 1 < text_.size() && may_begin(text_[at], text_[at + 1]) &&
         is_stem(text_, at);
}

} // namespace migcheck::lists
