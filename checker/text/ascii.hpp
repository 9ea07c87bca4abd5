// ASCII letters and digits, whatever the locale.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace migcheck {

constexpr bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

constexpr bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

constexpr char to_lower(char byte) {
  return is_upper(byte) ? static_cast<char>(byte + 32) : byte;
}

// The small form of a letter, in one step. Other bytes may become others: only
// for comparing with a letter.
constexpr char fold_letter(char byte) {
  return static_cast<char>(byte | 0x20);
}

// Space, tab, LF, VT, FF, CR.
constexpr bool is_white_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

constexpr bool same_letter(char a, char b) {
  return to_lower(a) == to_lower(b);
}

constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), same_letter);
}

constexpr bool
starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// The first place of a short `what` in `text`, or npos.
constexpr std::size_t
find_ignoring_case(std::string_view text, std::string_view what) {
  const auto found = std::search(
      text.begin(), text.end(), what.begin(), what.end(), same_letter);
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

constexpr std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_white_space(text.front())) {
    text.remove_prefix(1);
  }
  return text;
}

constexpr std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_white_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

constexpr std::string_view trim(std::string_view text) {
  return trim_left(trim_right(text));
}

} // namespace migcheck
