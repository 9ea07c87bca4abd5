#include "sql/runner_splits.hpp"

#include "text/ascii.hpp"

namespace migcheck::sql {
namespace {

// A backslash before a quote and a `#` at the start of a line mean something
// else to another database: who reads them wrongly sees other statements.
bool is_read_alike(std::string_view text, Span statement) {
  const std::string_view bytes = statement.of(text);
  return bytes.find("\\'") == std::string_view::npos &&
         bytes.find("\n#") == std::string_view::npos;
}

// The semicolon that goose takes for the end.
Span last_semicolon(std::string_view text, Span from, std::uint32_t end) {
  const std::size_t at = text.substr(0, end).rfind(';');
  const auto begin = static_cast<std::uint32_t>(
      at == std::string_view::npos || at < from.begin ? from.begin : at);
  return {begin, begin + 1};
}

} // namespace

bool may_be_cut(std::string_view text, Span statement) {
  const std::string_view bytes = statement.of(text);
  constexpr std::size_t none = std::string_view::npos;
  for (std::size_t at = bytes.find(';'); at != none;
       at = bytes.find(';', at + 1)) {
    const std::size_t next = bytes.find_first_not_of(" \t\r\v\f", at + 1);
    if (next == none) {
      return false;
    }
    if (bytes[next] == '\n' || bytes.substr(next, 2) == "--") {
      return true;
    }
  }
  return false;
}

std::vector<CutStatement> find_goose_cuts(
    std::string_view text,
    const Sections& sections,
    const std::vector<Statement>& statements) {
  std::vector<CutStatement> cuts;
  std::size_t sent = 0;
  for (const Statement& statement : statements) {
    const Span span = statement.span;
    while (sent < sections.statements.size() &&
           sections.statements[sent].span.end <= span.begin) {
      ++sent;
    }
    if (sent == sections.statements.size()) {
      break;
    }
    const std::uint32_t end = sections.statements[sent].span.end;
    if (end >= span.end || trim(text.substr(end, span.end - end)).empty() ||
        !is_read_alike(text, span)) {
      continue;
    }
    cuts.push_back({span, last_semicolon(text, span, end)});
  }
  return cuts;
}

std::vector<CutStatement> find_drizzle_cuts(
    const std::vector<Span>& breaks, const std::vector<Statement>& statements) {
  std::vector<CutStatement> cuts;
  std::size_t at = 0;
  for (const Statement& statement : statements) {
    while (at < breaks.size() && breaks[at].begin < statement.span.begin) {
      ++at;
    }
    if (at < breaks.size() && breaks[at].end <= statement.span.end) {
      cuts.push_back({statement.span, breaks[at]});
    }
  }
  return cuts;
}

} // namespace migcheck::sql
