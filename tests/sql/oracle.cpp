#include "sql/oracle.hpp"

#include "sql/statements.hpp"
#include "text/ascii.hpp"

#ifdef MIGCHECK_PG_QUERY
#include <pg_query.h>
#endif
#ifdef MIGCHECK_SQLITE
#include <sqlite3.h>
#endif

namespace migcheck::sql {
namespace {

// From the first to the last token of a part of the text; empty when there is
// none.
Span trimmed(std::string_view text, Span part, Dialect dialect) {
  const std::string_view bytes = part.of(text);
  Lexer lexer(bytes, dialect);
  Token token;
  Span found{part.begin, part.begin};
  while (lexer.next(token)) {
    if (is_blank(token.kind) || token.kind == TokenKind::terminator) {
      continue;
    }
    const bool first = found.begin == found.end;
    found.begin = first ? part.begin + token.span.begin : found.begin;
    found.end = part.begin + token.span.end;
  }
  return found;
}

// The command sends what was typed so far.
bool sends(std::string_view command) {
  return command.starts_with("\\g") || command.starts_with("\\crosstabview") ||
         command.starts_with("\\watch");
}

// Blanks what is not the server's.
std::string blanked(std::string_view text, Dialect dialect) {
  std::string made(text);
  Lexer lexer(text, dialect);
  Token token;
  while (lexer.next(token)) {
    const std::string_view bytes = token.span.of(text);
    char with = ' ';
    switch (token.kind) {
    case TokenKind::template_:
      with = 'x';
      break;
    case TokenKind::client_command:
    case TokenKind::copy_data:
    case TokenKind::byte_order_mark:
    case TokenKind::bad_byte:
      break;
    default:
      if (bytes != "\\;") {
        continue;
      }
    }
    for (std::uint32_t at = token.span.begin; at < token.span.end; ++at) {
      made[at] = made[at] == '\n' ? '\n' : with;
    }
    if (token.kind == TokenKind::client_command && sends(bytes)) {
      made[token.span.begin] = ';';
    }
  }
  return made;
}

#ifdef MIGCHECK_PG_QUERY
std::optional<Spans> libpg_query_statements(const std::string& text) {
  const PgQuerySplitResult result = pg_query_split_with_scanner(text.c_str());
  std::optional<Spans> found;
  if (result.error == nullptr) {
    found.emplace();
    for (int i = 0; i < result.n_stmts; ++i) {
      const auto begin =
          static_cast<std::uint32_t>(result.stmts[i]->stmt_location);
      const auto length = static_cast<std::uint32_t>(result.stmts[i]->stmt_len);
      const Span span =
          trimmed(text, {begin, begin + length}, Dialect::postgresql);
      if (span.begin != span.end) {
        found->push_back(span);
      }
    }
  }
  pg_query_free_split_result(result);
  return found;
}
#endif

#ifdef MIGCHECK_SQLITE
Spans sqlite_statements(const std::string& text) {
  Spans found;
  std::size_t begin = 0;
  for (std::size_t at = text.find(';'); at != std::string::npos;
       at = text.find(';', at + 1)) {
    const std::string prefix = text.substr(begin, at + 1 - begin);
    if (sqlite3_complete(prefix.c_str()) == 0) {
      continue;
    }
    const Span span = trimmed(
        text,
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
        Dialect::sqlite);
    if (span.begin != span.end) {
      found.push_back(span);
    }
    begin = at + 1;
  }
  // What is never complete is no statement to SQLite; its client sends it.
  const Span rest = trimmed(
      text,
      {static_cast<std::uint32_t>(begin),
       static_cast<std::uint32_t>(text.size())},
      Dialect::sqlite);
  if (rest.begin != rest.end) {
    found.push_back(rest);
  }
  return found;
}
#endif

bool holds_begin_atomic(std::string_view statement) {
  return find_ignoring_case(statement, "begin atomic") !=
         std::string_view::npos;
}

std::string shown(std::string_view text, const Spans& spans, std::size_t i) {
  return i >= spans.size() ? "nothing"
                           : std::to_string(spans[i].begin) + "-" +
                                 std::to_string(spans[i].end) + " " +
                                 std::string(spans[i].of(text).substr(0, 60));
}

} // namespace

Spans our_statements(std::string_view text, Dialect dialect) {
  Spans found;
  for (const StatementSpan& statement : split_statements(text, dialect)) {
    Span span = statement.span;
    span.end -= statement.terminated && text[span.end - 1] == ';' ? 1 : 0;
    found.push_back(trimmed(text, span, dialect));
  }
  return found;
}

bool has_oracle([[maybe_unused]] Dialect dialect) {
#ifdef MIGCHECK_PG_QUERY
  if (dialect == Dialect::postgresql) {
    return true;
  }
#endif
#ifdef MIGCHECK_SQLITE
  if (dialect == Dialect::sqlite) {
    return true;
  }
#endif
  return false;
}

std::optional<Spans> oracle_statements(
    [[maybe_unused]] std::string_view text, [[maybe_unused]] Dialect dialect) {
#ifdef MIGCHECK_PG_QUERY
  if (dialect == Dialect::postgresql) {
    return libpg_query_statements(blanked(text, dialect));
  }
#endif
#ifdef MIGCHECK_SQLITE
  if (dialect == Dialect::sqlite) {
    return sqlite_statements(blanked(text, dialect));
  }
#endif
  return std::nullopt;
}

std::string difference(
    std::string_view text,
    const Spans& ours,
    const Spans& theirs,
    Dialect dialect) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < ours.size() || j < theirs.size()) {
    if (i < ours.size() && j < theirs.size() && ours[i] == theirs[j]) {
      ++i;
      ++j;
    } else if (
        i < ours.size() && j < theirs.size() &&
        ours[i].begin == theirs[j].begin &&
        holds_begin_atomic(ours[i].of(text))) {
      while (j < theirs.size() && theirs[j].begin < ours[i].end) {
        ++j;
      }
      ++i;
    } else if (
        i < ours.size() && dialect == Dialect::postgresql &&
        oracle_statements(ours[i].of(text), dialect) == Spans()) {
      ++i; // no key word in it
    } else {
      return "ours: " + shown(text, ours, i) +
             "; the oracle's: " + shown(text, theirs, j);
    }
  }
  return "";
}

} // namespace migcheck::sql
