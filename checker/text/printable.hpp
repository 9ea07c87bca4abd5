// Foreign text made harmless for people's eyes and for logs. Names, literals,
// SQL, configuration values and system error texts go through `printable`
// where they enter a message; each report adds its own escape, last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

// One visible line of valid UTF-8. `\n \r \t` for those, `\x1b` for other C0
// and DEL, `\xff` for each byte that is not UTF-8, `\u{202e}` for C1, U+061C,
// U+200B-200F, U+2028-202E, U+2060-206F, U+FEFF, U+FFF9-FFFB, tag characters
// and noncharacters. Not reversible: a real backslash stays one.
std::string printable(std::string_view bytes);

// `printable` between double quotes, cut to 200 code points with an ellipsis:
// how a message names a thing.
std::string quoted(std::string_view bytes);

// `"a", "b", "c"`; after `most` of them `and N more`.
template <typename Range>
std::string quoted_list(const Range& names, std::size_t most = 5);

// For every line that can reach a CI log, standard error too: breaks `##[`,
// `##vso[`, `##teamcity[` anywhere in it, and a `::` that begins it after
// white space of any kind (Unicode's included).
std::string log_safe(std::string_view line);

// The first `most` code points; an invalid byte counts as one.
std::string_view first_code_points(std::string_view bytes, std::size_t most);

// True when the byte at `at` is the `[` that ends `##[`, `##vso[` or
// `##teamcity[`: for writers that have an escape of their own.
bool opens_log_command(std::string_view line, std::size_t at);

// True for valid UTF-8 without overlong forms, surrogates or values above
// U+10FFFF.
bool is_utf8(std::string_view bytes);

// Decodes the code point at `at` and moves past it. An invalid byte gives
// U+FFFFFFFF and moves by one.
std::uint32_t next_code_point(std::string_view bytes, std::size_t& at);

inline constexpr std::uint32_t invalid_code_point = 0xFFFFFFFF;

// Invisible, control or direction-changing: what `printable` would escape,
// ASCII excepted.
bool is_deceptive(std::uint32_t code_point);

// Columns that a terminal uses for printable text: 2 for wide characters, 0
// for combining ones, else 1.
std::size_t display_width(std::string_view printable_text);

template <typename Range>
std::string quoted_list(const Range& names, std::size_t most) {
  std::string text;
  std::size_t count = 0;
  std::size_t left_out = 0;
  for (const auto& name : names) {
    if (count == most) {
      ++left_out;
      continue;
    }
    text += (count++ == 0 ? "" : ", ");
    text += migcheck::quoted(name); // not std::quoted
  }
  if (left_out > 0) {
    text += " and " + std::to_string(left_out) + " more";
  }
  return text;
}

} // namespace migcheck
