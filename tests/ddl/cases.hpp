// Statements and what is recognised of them.
#pragma once

#include "ddl/recognise.hpp"
#include "ddl/shown.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace migcheck::ddl {

struct Case {
  Dialect dialect;
  std::string_view text;
  std::string_view expected;
};

class Statements : public testing::TestWithParam<Case> {
 protected:
  void check() const {
    const Case& c = GetParam();
    EXPECT_EQ(shown(recognise_text(c.text, c.dialect)), c.expected) << c.text;
  }

  // Blanks and comments between the tokens of the statement itself.
  void check_spaced() const {
    const Case& c = GetParam();
    const std::string text = spaced(c.text, c.dialect);
    EXPECT_EQ(shown(recognise_text(text, c.dialect)), c.expected) << text;
  }

  // Whatever is missing at the end: every prefix is read.
  void check_prefixes() const {
    const Case& c = GetParam();
    for (std::size_t size = 0; size <= c.text.size(); ++size) {
      const std::string_view text = c.text.substr(0, size);
      for (const Recognised& statement : recognise_text(text, c.dialect)) {
        EXPECT_LE(statement.span.end, size) << text;
        EXPECT_LE(statement.span.begin, statement.span.end) << text;
        EXPECT_EQ(statement.line, 1U) << text;
      }
    }
  }

 private:
  static std::string spaced(std::string_view text, Dialect dialect) {
    sql::Lexer lexer(text, dialect);
    std::string spaced;
    for (sql::Token token; lexer.next(token);) {
      const bool blank = sql::is_blank(token.kind);
      spaced += blank ? "\n /* , ( a */ -- )\n " : "";
      spaced += blank ? "" : token.span.of(text);
    }
    return spaced;
  }
};

} // namespace migcheck::ddl
