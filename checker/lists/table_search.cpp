#include "lists/table_search.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#if defined(__x86_64__) && !defined(MIGCHECK_PORTABLE)
#include <emmintrin.h>
#define MIGCHECK_TABLES_SSE2 1
#endif

namespace migcheck::lists {
namespace {

constexpr std::string_view create = "create";
constexpr std::string_view table = "table";
constexpr std::size_t key_size = 12; // `create table`
constexpr std::size_t longest_gap = 64;
constexpr std::size_t longest_name = 128;

bool is_key(std::string_view text, std::size_t at) {
  return text.size() - at > key_size &&
         equals_ignoring_case(text.substr(at, create.size()), create) &&
         is_white_space(text[at + create.size()]) &&
         equals_ignoring_case(
             text.substr(at + create.size() + 1, table.size()), table);
}

#ifdef MIGCHECK_TABLES_SSE2

// Sixteen places at a time: "c" there, "t" and "b" where TABLE has them.
unsigned may_begin(const char* bytes) {
  const __m128i space = _mm_set1_epi8(0x20);
  const auto is = [&](std::size_t offset, char letter) {
    const __m128i some =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + offset));
    return _mm_cmpeq_epi8(_mm_or_si128(some, space), _mm_set1_epi8(letter));
  };
  const __m128i both = _mm_and_si128(is(0, 'c'), is(7, 't'));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_and_si128(both, is(9, 'b'))));
}

constexpr std::size_t step = 16;

#else

unsigned may_begin(const char* bytes) {
  return fold_letter(bytes[0]) == 'c' && fold_letter(bytes[9]) == 'b' ? 1 : 0;
}

constexpr std::size_t step = 1;

#endif

bool is_name_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || byte == '$' ||
         byte == '.' || static_cast<unsigned char>(byte) > 127;
}

bool is_quote(char byte) {
  return byte == '"' || byte == '`' || byte == '[' || byte == ']';
}

// Behind blanks, and `\n` and the like of a string.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t last = std::min(text.size(), at + longest_gap);
  while (at < last) {
    const bool escape = text[at] == '\\' && at + 1 < last &&
                        (text[at + 1] == 'n' || text[at + 1] == 't' ||
                         text[at + 1] == 'r' || text[at + 1] == '\n');
    if (!escape && !is_white_space(text[at])) {
      break;
    }
    at += escape ? 2 : 1;
  }
  return at;
}

// Behind the word, if it stands there.
std::size_t
skip_word(std::string_view text, std::size_t at, std::string_view word) {
  const bool there = equals_ignoring_case(text.substr(at, word.size()), word) &&
                     at + word.size() < text.size() &&
                     !is_name_byte(text[at + word.size()]);
  return there ? skip_blanks(text, at + word.size()) : at;
}

// The last part of the name there, in lower case; `at` moves behind it.
std::string take_name(std::string_view text, std::size_t& at) {
  std::string name;
  for (; at < text.size() && name.size() < longest_name; ++at) {
    const char byte = text[at];
    const bool escape =
        byte == '\\' && at + 1 < text.size() && is_quote(text[at + 1]);
    if (byte == '.') {
      name.clear();
    } else if (is_name_byte(byte)) {
      name += to_lower(byte);
    } else if (!is_quote(byte) && !escape) {
      break;
    }
  }
  return name;
}

} // namespace

std::size_t find_create_table(std::string_view text, std::size_t at) {
  constexpr std::size_t ahead = 16 + 9;
  while (at + ahead <= text.size()) {
    unsigned places = may_begin(text.data() + at);
    for (; places != 0; places &= places - 1) {
      const auto place = at + static_cast<unsigned>(std::countr_zero(places));
      if (is_key(text, place)) {
        return place;
      }
    }
    at += step;
  }
  while (at + key_size < text.size() && !is_key(text, at)) {
    ++at;
  }
  return at + key_size < text.size() ? at : std::string_view::npos;
}

std::string created_table(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at + key_size);
  if (next == at + key_size) {
    return {}; // `tables`
  }
  next = skip_word(text, next, "if");
  next = skip_word(text, next, "not");
  next = skip_word(text, next, "exists");
  const std::string name = take_name(text, next);
  next = skip_blanks(text, next);
  const bool opened = next < text.size() && text[next] == '(';
  return opened ? name : std::string();
}

std::set<std::string> altered_tables(std::string_view text) {
  constexpr std::string_view key = "alter table ";
  std::set<std::string> names;
  const std::string lower = lower_case(text);
  for (std::size_t at = lower.find(key); at != std::string::npos;
       at = lower.find(key, at + 1)) {
    std::size_t next = skip_blanks(lower, at + key.size());
    next = skip_word(lower, next, "if");
    next = skip_word(lower, next, "exists");
    next = skip_word(lower, next, "only");
    names.insert(take_name(lower, next));
  }
  return names;
}

bool creates_tables(std::string_view text) {
  for (std::size_t at = find_create_table(text, 0);
       at != std::string_view::npos;
       at = find_create_table(text, at + 1)) {
    if (!created_table(text, at).empty()) {
      return true;
    }
  }
  return false;
}

} // namespace migcheck::lists
