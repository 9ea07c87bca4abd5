#include "layouts/grammar.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::layouts {
namespace {

Order bytes(std::string_view a, std::string_view b) {
  return a.compare(b) <=> 0;
}

} // namespace

bool take_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) {
    return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

bool take_suffix_any_case(std::string_view& text, std::string_view suffix) {
  if (text.size() < suffix.size()) {
    return false;
  }
  const std::string_view end = text.substr(text.size() - suffix.size());
  if (!std::equal(end.begin(), end.end(), suffix.begin(), [](char a, char b) {
        return to_lower(a) == to_lower(b);
      })) {
    return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

bool in_range(
    std::string_view number,
    std::string_view lowest,
    std::string_view highest) {
  return std::is_gteq(compare_decimal(number, lowest)) &&
         std::is_lteq(compare_decimal(number, highest));
}

bool is_signed_decimal(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  return all_digits(text);
}

ParsedName skipped(std::string_view why) {
  return {.verdict = NameVerdict::skipped, .why = why};
}

ParsedName refused(std::string_view why) {
  return {.verdict = NameVerdict::refused, .why = why};
}

ParsedName companion() {
  return {.verdict = NameVerdict::companion, .why = "belongs to the directory"};
}

bool is_common_companion(std::string_view name) {
  static constexpr std::array<std::string_view, 12> ends = {
      ".md",
      ".txt",
      ".adoc",
      ".rst",
      ".lock",
      ".keep",
      ".toml",
      ".yaml",
      ".json",
      ".yml",
      ".sum",
      ".mod"};
  static constexpr std::array<std::string_view, 10> names = {
      "README",
      "LICENSE",
      ".gitkeep",
      ".gitignore",
      ".gitattributes",
      ".DS_Store",
      "Makefile",
      "__init__.py",
      "Dockerfile",
      ".keep"};
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    return true;
  }
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return take_suffix_any_case(name, end);
  });
}

Order by_name(
    const ParsedName&,
    std::string_view a,
    const ParsedName&,
    std::string_view b) {
  return bytes(a, b);
}

Order by_number(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b) {
  const Order order = compare_decimal(a.version, b.version);
  return std::is_neq(order) ? order : bytes(name_a, name_b);
}

Order by_dotted(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b) {
  const Order order = compare_dotted(a.version, b.version);
  return std::is_neq(order) ? order : bytes(name_a, name_b);
}

Order by_text(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b) {
  const Order order = bytes(a.version, b.version);
  return std::is_neq(order) ? order : bytes(name_a, name_b);
}

} // namespace migcheck::layouts
