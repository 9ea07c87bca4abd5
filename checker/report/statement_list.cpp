#include "report/statement_list.hpp"

#include "report/json_text.hpp"
#include "text/line_index.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

constexpr std::size_t longest_beginning = 60; // code points

std::string_view section_name(Section section) {
  switch (section) {
  case Section::up:
    return "up";
  case Section::down:
    return "down";
  case Section::none:
    break;
  }
  return "none";
}

// The first line of a statement, as far as it fits.
std::string beginning(std::string_view statement) {
  std::string_view line = statement.substr(0, statement.find_first_of("\r\n"));
  const bool whole = line.size() == statement.size();
  const std::string_view shown = first_code_points(line, longest_beginning);
  return printable(shown) + (whole && shown.size() == line.size() ? "" : "…");
}

} // namespace

std::string write_statements_text(
    std::string_view text, const std::vector<Statement>& statements) {
  const LineIndex lines(text);
  std::string out;
  for (const Statement& statement : statements) {
    out += log_safe(fmt::format(
        "line {}, bytes {}-{}, {}: {}",
        lines.position(statement.span.begin).line,
        statement.span.begin,
        statement.span.end,
        section_name(statement.section),
        beginning(statement.span.of(text))));
    out += '\n';
  }
  return out;
}

std::string write_statements_json(
    std::string_view text, const std::vector<Statement>& statements) {
  const LineIndex lines(text);
  Json array = Json::array();
  for (const Statement& statement : statements) {
    array.push_back(
        {{"start_line", lines.position(statement.span.begin).line},
         {"start_byte", statement.span.begin},
         {"end_byte", statement.span.end},
         {"section", section_name(statement.section)}});
  }
  return json_text(array);
}

} // namespace migcheck
