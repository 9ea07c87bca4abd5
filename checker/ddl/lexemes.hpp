// The tokens of one statement as the recogniser reads them.
#pragma once

#include "sql/lexer.hpp"
#include "sql/word_key.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// Marks of operators of two bytes: `::` and `:=`.
inline constexpr char cast_mark = '\x01';
inline constexpr char assignment_mark = '\x02';

struct Lexeme {
  sql::TokenKind kind = sql::TokenKind::terminator;
  bool spaced = false;   // a blank or a comment stands before it
  char mark = '\0';      // the byte of an operator of one byte; `::`, `:=`
  Span span;             // in the file
  sql::WordKey word = 0; // of an unquoted word
  // Of `(` and `[`: the index of its partner, or of the end. Of others: its
  // own.
  std::uint32_t partner = 0;
};

// One statement: lexemes without blanks, comments, byte order marks and
// terminators. `/*!50000 … */` of MySQL counts as if its marks were not there.
// The text must outlive it.
class Lexemes {
 public:
  Lexemes(std::string_view text, Dialect dialect)
      : text_(text), dialect_(dialect) {}

  // Begins another statement; what was there is gone.
  void clear();

  void add(const sql::Token& token);

  // All tokens of `span`, which is lexed anew, but for terminators at its end:
  // a statement, or what a string holds.
  void load(Span span);

  std::string_view text() const { return text_; }

  Dialect dialect() const { return dialect_; }

  const std::vector<Lexeme>& all() const { return all_; }

  // A template or a variable stands in it.
  bool templated() const { return templated_; }

 private:
  bool fills_variable(const Lexeme& lexeme) const;
  void open_or_close(Lexeme& lexeme);

  std::string_view text_;
  Dialect dialect_;
  std::vector<Lexeme> all_;
  std::vector<std::uint32_t> open_; // brackets without a partner yet
  std::uint32_t end_ = 0;           // of the last token
  bool templated_ = false;
};

} // namespace migcheck::ddl
