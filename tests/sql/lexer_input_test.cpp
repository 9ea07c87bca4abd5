// Whatever stands in a text, the lexer ends and gives all of it.
#include "random_text.hpp"
#include "sql/lexer.hpp"

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

// Pieces that open, close and separate things in one dialect or another.
constexpr std::string_view pieces[] = {
    "'",
    "\"",
    "`",
    "[",
    "]",
    "]]",
    "$$",
    "$a$",
    "$",
    "${",
    "}",
    "{{",
    "}}",
    "%(",
    ")s",
    "--",
    "-- ",
    "#",
    "/*",
    "*/",
    "/*!",
    "/*M!",
    "/*+",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    ";",
    "\\",
    "\\;",
    "\\.",
    "\n\\.\n",
    "\\g",
    "COPY t FROM stdin;\n",
    "\\copy a from stdin\n",
    "\nDELIMITER ",
    "//",
    "\nGO 2\n",
    "\n:r x",
    "\n.x",
    "E'",
    "U&'",
    "_x'",
    "INSERT FORMAT x\n",
    "BEGIN",
    "END",
    "CASE",
    "CREATE FUNCTION f",
    "CREATE TRIGGER t",
    "(",
    ")",
    "1e-5",
    "0x",
    ".",
    "..",
    ":",
    "::",
    "@@a",
    "\xC3\xA9",
    "\xFF",
    "\x01",
    "+-",
    "->>",
    "word"};

TEST(Lexer, TokensJoinToTheText) {
  std::uint32_t state = 7;
  for (int round = 0; round < 5000; ++round) {
    std::string text = random_text(state, pieces, next_random(state) % 24);
    text += std::string(next_random(state) % 2, '\0');
    for (const Dialect dialect : dialects) {
      Lexer lexer(text, dialect);
      Token token;
      std::uint32_t end = 0;
      while (lexer.next(token)) {
        ASSERT_EQ(token.span.begin, end) << text;
        ASSERT_GT(token.span.end, token.span.begin) << text;
        end = token.span.end;
      }
      ASSERT_EQ(end, text.size()) << text;
    }
  }
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += piece;
  }
  return text;
}

// Hostile texts of 128 KiB: anything worse than linear would take minutes.
TEST(Lexer, TakesLinearTime) {
  constexpr std::string_view hostile[] = {
      "/*",    "/*\n",   "'\\",
      "'\\\n", "$a$b",   "$a$\n$b$\n",
      "{{",    "${",     "%(",
      "[",     "\"\n",   "COPY t FROM stdin;\n",
      "E'a' ", "E'a'\n", "\\a \\'\\\\",
      "a$",    "/*!",    "\nDELIMITER x\n",
      "#",     "\\",     "(",
      " ",     "-",      "INSERT FORMAT x\n",
      "\nGO",  "$\xC3",  "`\n",
      "+",     "@-",     "$",
      "$$",    "*",      "/"};
  for (const std::string_view piece : hostile) {
    const std::string text = repeated(piece, 128u << 10);
    for (const Dialect dialect : dialects) {
      Lexer lexer(text, dialect);
      Token token;
      std::size_t count = 0;
      while (lexer.next(token)) {
        ++count;
      }
      EXPECT_LE(count, text.size());
      EXPECT_LE(lexer.defects().size(), Lexer::most_defects);
    }
  }
}

} // namespace
} // namespace migcheck::sql
