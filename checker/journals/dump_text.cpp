#include "journals/dump.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view table = "schema_migrations";

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_white_space(text[at])) {
    ++at;
  }
}

bool take_word(std::string_view text, std::size_t& at, std::string_view word) {
  skip_blanks(text, at);
  if (!starts_with_ignoring_case(text.substr(at), word)) {
    return false;
  }
  at += word.size();
  return true;
}

// `('1'), ('2');` from `at` on; one value in each row.
void read_rows(std::string_view text, std::size_t at, DumpVersions& versions) {
  while (take_word(text, at, "(") && take_word(text, at, "'")) {
    const std::size_t end = text.find('\'', at);
    if (end == std::string_view::npos) {
      return;
    }
    versions.emplace_back(
        text.substr(at, end - at),
        Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
    if (!take_word(text, at, ")")) {
      return;
    }
    skip_blanks(text, at);
    if (at >= text.size() || text[at] != ',') {
      return;
    }
    ++at;
  }
}

// What stands before the table's name: `INSERT INTO "public".` and the like.
bool inserts(std::string_view before) {
  const std::size_t line = before.rfind('\n');
  const std::string_view head =
      trim(before.substr(line == std::string_view::npos ? 0 : line + 1));
  return starts_with_ignoring_case(head, "insert ") &&
         head.find(';') == std::string_view::npos;
}

} // namespace

DumpText read_schema_migrations(std::string_view text) {
  DumpText found;
  for (std::size_t at = text.find(table); at != std::string_view::npos;
       at = text.find(table, at + table.size())) {
    if (!inserts(text.substr(0, at))) {
      continue;
    }
    std::size_t next = at + table.size();
    while (next < text.size() &&
           (text[next] == '"' || text[next] == '`' || text[next] == ']')) {
      ++next;
    }
    const std::size_t before = found.versions.size();
    if (take_word(text, next, "(")) {
      next = std::min(text.find(')', next), text.size());
      take_word(text, next, ")");
    }
    if (take_word(text, next, "values")) {
      read_rows(text, next, found.versions);
    }
    if (before == 0 && !found.versions.empty()) {
      found.place = {
          static_cast<std::uint32_t>(at),
          static_cast<std::uint32_t>(at + table.size())};
    }
  }
  return found;
}

DumpText read_schema_version(std::string_view text) {
  DumpText found;
  const std::size_t schema = text.find("ActiveRecord::Schema");
  const std::size_t define = text.find("define(", schema);
  if (schema == std::string_view::npos || define == std::string_view::npos) {
    return found;
  }
  const std::size_t end = std::min(text.find(')', define), text.size());
  const std::size_t word = text.find("version", define);
  const std::size_t begin =
      text.find_first_of("0123456789", std::min(word, text.size()));
  if (word == std::string_view::npos || begin >= end) {
    return found;
  }
  std::size_t last = begin;
  std::string version;
  while (last < end && (is_digit(text[last]) || text[last] == '_')) {
    if (text[last] != '_') {
      version += text[last];
    }
    ++last;
  }
  found.place = {
      static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
  found.versions.emplace_back(std::move(version), found.place);
  return found;
}

} // namespace migcheck
