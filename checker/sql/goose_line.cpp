#include "sql/goose_line.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace migcheck::sql {
namespace {

constexpr std::string_view wide_blanks[] = {
    "\u0085",
    "\u00a0",
    "\u1680",
    "\u2000",
    "\u2001",
    "\u2002",
    "\u2003",
    "\u2004",
    "\u2005",
    "\u2006",
    "\u2007",
    "\u2008",
    "\u2009",
    "\u200a",
    "\u2028",
    "\u2029",
    "\u202f",
    "\u205f",
    "\u3000"};

// The bytes of a blank that a text begins with, 0 = it does not.
std::size_t blank_at(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) {
    return !text.empty() && is_white_space(text.front()) ? 1 : 0;
  }
  const auto* const found = std::find_if(
      std::begin(wide_blanks), std::end(wide_blanks), [&](auto blank) {
        return text.starts_with(blank);
      });
  return found == std::end(wide_blanks) ? 0 : found->size();
}

// The line without any `--` and without its first marker, trimmed. At most
// 64 bytes: no annotation is longer.
std::string annotation_text(std::string_view line) {
  const std::size_t marker_at = line.find(goose_marker);
  std::string text;
  for (std::size_t at = 0; at < line.size() && text.size() < 64;) {
    if (at == marker_at) {
      at += goose_marker.size();
    } else if (line.substr(at, 2) == "--") {
      at += 2;
    } else {
      text += line[at++];
      text.resize(trim_blanks(text).empty() ? 0 : text.size());
    }
  }
  return std::string(trim_blanks(text));
}

} // namespace

std::string_view trim_blanks(std::string_view text) {
  while (const std::size_t size = blank_at(text)) {
    text.remove_prefix(size);
  }
  for (text = trim_right(text);
       !text.empty() && static_cast<unsigned char>(text.back()) >= 0x80;) {
    const auto* const found = std::find_if(
        std::begin(wide_blanks), std::end(wide_blanks), [&](auto blank) {
          return text.ends_with(blank);
        });
    if (found == std::end(wide_blanks)) {
      break;
    }
    text = trim_right(text.substr(0, text.size() - found->size()));
  }
  return text;
}

GooseAnnotation read_goose_annotation(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') {
    return GooseAnnotation::leading_blank;
  }

  struct Name {
    std::string_view text;
    GooseAnnotation annotation;
  };

  constexpr Name names[] = {
      {"Up", GooseAnnotation::up},
      {"Down", GooseAnnotation::down},
      {"StatementBegin", GooseAnnotation::statement_begin},
      {"StatementEnd", GooseAnnotation::statement_end},
      {"NO TRANSACTION", GooseAnnotation::no_transaction},
      {"ENVSUB ON", GooseAnnotation::substitution},
      {"ENVSUB OFF", GooseAnnotation::substitution}};
  const std::string text = annotation_text(line);
  for (const Name& name : names) {
    if (equals_ignoring_case(text, name.text)) {
      return name.annotation;
    }
  }
  return GooseAnnotation::unknown;
}

bool ends_goose_statement(std::string_view line) {
  if (line.find("--") == std::string_view::npos) {
    return line.ends_with(';');
  }
  std::string_view last;
  std::size_t at = 0;
  while (at < line.size()) {
    while (const std::size_t size = blank_at(line.substr(at))) {
      at += size;
    }
    const std::size_t begin = at;
    while (at < line.size() && blank_at(line.substr(at)) == 0) {
      ++at;
    }
    const std::string_view word = line.substr(begin, at - begin);
    if (word.substr(0, 2) == "--") {
      break;
    }
    last = word.empty() ? last : word;
  }
  return !last.empty() && last.back() == ';';
}

} // namespace migcheck::sql
