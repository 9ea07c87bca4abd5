// The SQL lexer: lossless, iterative, linear, one implementation for all
// dialects. The tokens, in order, cover every byte of the text exactly once.
#pragma once

#include "sql/dialect.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::sql {

enum class TokenKind : std::uint8_t {
  white_space,
  line_comment,
  block_comment,
  word,
  quoted_identifier,
  string,
  dollar_string,
  number,
  operator_,
  terminator,
  client_command,
  copy_data,
  batch_separator,
  delimiter_command,
  template_,
  byte_order_mark,
  bad_byte
};

struct Token {
  TokenKind kind;
  Span span;
};

// What is wrong with the text itself; `at` is where it begins.
enum class LexicalError : std::uint8_t {
  open_string,
  open_identifier,
  open_comment,
  open_dollar,
  open_copy_data,
  nul_byte,
  not_utf8
};

struct LexicalDefect {
  LexicalError error;
  Span at;
};

// A forward-only reader of tokens; nothing is allocated per token.
class Lexer {
 public:
  Lexer(std::string_view text, Dialect dialect);

  // False at the end of the text.
  bool next(Token& token);

  // Errors seen so far, in order.
  const std::vector<LexicalDefect>& defects() const { return defects_; }

 private:
  std::string_view text_;
  Dialect dialect_;
  std::uint32_t at_ = 0;
  std::vector<LexicalDefect> defects_;
  // State of the dialect's modes is added here by the implementation.
};

} // namespace migcheck::sql
