// What holds for every text in every dialect: it is covered by its tokens and
// split in order, in time in proportion to its length.
#include "random_text.hpp"
#include "sql/statements.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace migcheck::sql {
namespace {

constexpr std::array<Dialect, 6> dialects = {
    Dialect::postgresql,
    Dialect::mysql,
    Dialect::sqlite,
    Dialect::clickhouse,
    Dialect::tsql,
    Dialect::ansi};

// clang-format off
// Pieces that open, close and separate things in one dialect or another.
constexpr std::string_view pieces[] = {
    "'", "\"", "`", "[", "]", "]]", "$$", "$a$", "$", "${", "}", "{{", "}}",
    "%(", ")s", "--", "-- ", "#", "/*", "*/", "/*!", "/*M!", "/*+", "\n",
    "\r\n", "\r", " ", "\t", ";", "\\", "\\;", "\\.", "\n\\.\n", "\\g",
    "\\if x\n", "\\set a '\\\\' ", "COPY t FROM stdin;\n",
    "\\copy a from stdin\n", "\nDELIMITER ", "//", "\nGO 2\n", "\n:r x",
    "\n.x", "E'", "U&'", "_x'", "INSERT FORMAT x\n", "INSERT INTO t ",
    "SELECT ", "UPDATE t SET ", "IF ", "ELSE ", "WITH c AS ", "BEGIN ",
    "END ", "CASE ", "BEGIN TRY ", "CREATE FUNCTION f ", "CREATE TRIGGER t ",
    "BEGIN ATOMIC ", "(", ")", "1e-5", "0x", ".", "..", ":", "::", "@@a",
    "\xC3\xA9", "\xFF", "\x01", "+-", "->>", "word"};

// Each again and again: what is hard to get through.
constexpr std::string_view hostile[] = {
    "/*", "/*\n", "'\\", "'\\\n", "$a$b", "$a$\n$b$\n", "$a$b$c$", "{{",
    "${", "%(", "[", "\"\n", "COPY t FROM stdin;\n", "E'a' ", "E'a'\n",
    "E'a' -- b\n", "a$", "/*!", "\nDELIMITER x\n", "\nDELIMITER --\n", "#",
    "\\", "\\a \\'\\\\", "\\a\\\\", "\\a '\\\\", "\\copy a from stdin\n",
    "(", " ", "-", "INSERT FORMAT x\n", "INSERT FORMAT x;", "\nGO", " GO",
    "\n go;", "$\xC3", "`\n", "+", "@-", "$", "$$", "*", "/", "\r",
    "IF EXISTS ", "BEGIN TRY ", "SET ", "U&'", "_x'", "\\."};

// clang-format on

std::string some_text(std::uint32_t& state, std::uint32_t longest) {
  std::string text = random_text(state, pieces, next_random(state) % longest);
  text += std::string(next_random(state) % 2, '\0');
  return text;
}

void expect_covered(std::string_view text, Dialect dialect) {
  Lexer lexer(text, dialect);
  std::uint32_t end = 0;
  for (Token token; lexer.next(token);) {
    ASSERT_EQ(token.span.begin, end) << text;
    ASSERT_GT(token.span.end, token.span.begin) << text;
    end = token.span.end;
  }
  ASSERT_EQ(end, text.size()) << text;
}

void expect_same(
    std::string_view text,
    const std::vector<StatementSpan>& a,
    const std::vector<StatementSpan>& b) {
  ASSERT_EQ(a.size(), b.size()) << text;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].span, b[i].span) << text;
    ASSERT_EQ(a[i].terminated, b[i].terminated) << text;
    ASSERT_EQ(a[i].depth, b[i].depth) << text;
  }
}

void expect_in_order(std::string_view text, Dialect dialect) {
  const auto statements = split_statements(text, dialect);
  std::uint32_t end = 0;
  for (const StatementSpan& statement : statements) {
    ASSERT_GE(statement.span.begin, end) << text;
    ASSERT_GT(statement.span.end, statement.span.begin) << text;
    end = statement.span.end;
  }
  ASSERT_LE(end, text.size());
  expect_same(text, statements, split_statements(text, dialect));
}

// A check passes over white space, and most tokens are taken by a short way.
std::vector<StatementSpan>
split_by_short_way(std::string_view text, Dialect dialect) {
  std::vector<StatementSpan> found;
  Lexer lexer(text, dialect);
  StatementSplitter splitter(text, dialect);
  for (Token token; lexer.next_visible(token);) {
    if (is_blank(token.kind) || splitter.takes(token)) {
      continue;
    }
    if (const auto statement = splitter.feed(token)) {
      found.push_back(*statement);
    }
  }
  if (const auto statement = splitter.close()) {
    found.push_back(*statement);
  }
  return found;
}

TEST(AnyText, IsCoveredByTokensAndSplitInOrder) {
  std::uint32_t state = 7;
  for (int round = 0; round < 4000 && !::testing::Test::HasFatalFailure();
       ++round) {
    const std::string text = some_text(state, 24);
    for (const Dialect dialect : dialects) {
      expect_covered(text, dialect);
      expect_in_order(text, dialect);
      expect_same(
          text,
          split_statements(text, dialect),
          split_by_short_way(text, dialect));
    }
  }
}

// True for a text that ends with its last statement and leaves nothing open,
// nor a delimiter, nor data to come.
bool is_closed(std::string_view text, Dialect dialect) {
  Lexer lexer(text, dialect);
  for (Token token; lexer.next(token);) {
    if (token.kind == TokenKind::delimiter_command ||
        token.kind == TokenKind::client_command ||
        token.kind == TokenKind::copy_data) {
      return false;
    }
  }
  const auto statements = split_statements(text, dialect);
  // What data or a template may follow.
  const bool opens = text.find("stdin") != text.npos ||
                     text.find("FORMAT") != text.npos ||
                     text.find("{{") != text.npos;
  return !opens && lexer.defects().empty() && !statements.empty() &&
         statements.back().terminated &&
         statements.back().span.end == text.size();
}

TEST(AnyText, OfTerminatedPartsGivesTheirStatementsInTurn) {
  std::uint32_t state = 11;
  for (const Dialect dialect : dialects) {
    std::string text;
    std::vector<Span> expected;
    for (int round = 0; round < 4000; ++round) {
      const std::string part = some_text(state, 6) + ";";
      if (!is_closed(part, dialect)) {
        continue;
      }
      const auto offset = static_cast<std::uint32_t>(text.size());
      for (const StatementSpan& statement : split_statements(part, dialect)) {
        expected.push_back(
            {statement.span.begin + offset, statement.span.end + offset});
      }
      text += part + "\n";
    }
    EXPECT_GT(expected.size(), 100u);
    const auto statements = split_statements(text, dialect);
    ASSERT_EQ(statements.size(), expected.size()) << dialect_name(dialect);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_EQ(statements[i].span, expected[i]) << dialect_name(dialect);
    }
  }
}

// All bytes that are looked at, and all tokens.
std::size_t work_on(std::string_view text, Dialect dialect) {
  Lexer lexer(text, dialect);
  StatementSplitter splitter(text, dialect);
  std::size_t tokens = 0;
  for (Token token; lexer.next(token); ++tokens) {
    splitter.feed(token);
  }
  EXPECT_LE(lexer.defects().size(), Lexer::most_defects);
  return tokens + text.size() + lexer.looked_ahead();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += piece;
  }
  return text;
}

TEST(AnyText, TakesTwiceTheWorkWhenTwiceAsLong) {
  constexpr std::size_t length = 16 << 10;
  for (const std::string_view piece : hostile) {
    for (const Dialect dialect : dialects) {
      const std::size_t once = work_on(repeated(piece, length), dialect);
      const std::size_t twice = work_on(repeated(piece, 2 * length), dialect);
      EXPECT_LE(twice, 2 * once + once / 20)
          << piece << " " << dialect_name(dialect);
      EXPECT_LE(once, 20 * length) << piece << " " << dialect_name(dialect);
    }
  }
}

} // namespace
} // namespace migcheck::sql
