// The SQL lexer: lossless, iterative, linear, one implementation for all
// dialects. The tokens, in order, cover every byte of the text exactly once;
// what differs between dialects is in the table of sql/dialect_rules.
#pragma once

#include "model/lexical_defect.hpp"
#include "sql/dialect.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::sql {

enum class ByteClass : std::uint8_t;
struct DialectRules;

enum class TokenKind : std::uint8_t {
  white_space,
  line_comment,  // up to the LF, which is white space
  block_comment, // `/*! … */` of MySQL is none: its marks are operators
  word,          // unquoted names, key words, @variables, $1
  quoted_identifier,
  string, // with its prefix: E'…', U&'…', _utf8mb4'…'
  dollar_string,
  number,
  operator_, // all other marks too: ( ) , . [ ] :
  terminator,
  client_command,  // psql's `\d …`, sqlite3's `.mode …`, sqlcmd's `:r …`
  copy_data,       // of COPY, `\.` included; of ClickHouse's INSERT
  batch_separator, // GO, with its count
  delimiter_command, // the whole line of MySQL's DELIMITER
  template_,         // {{ … }}, ${NAME}, %(name)s
  byte_order_mark,
  bad_byte // NUL or another control character, one byte
};

struct Token {
  TokenKind kind = TokenKind::white_space;
  Span span;
};

// White space and comments, `/*+ … */` included.
inline bool is_blank(TokenKind kind) {
  return kind <= TokenKind::block_comment || kind == TokenKind::byte_order_mark;
}

// A forward-only reader of tokens; nothing is allocated per token. The text
// must outlive it and be smaller than 4 GiB.
class Lexer {
 public:
  Lexer(std::string_view text, Dialect dialect);

  // False at the end of the text.
  bool next(Token& token);

  // The same without white space that stands between other tokens.
  bool next_visible(Token& token);

  // What never ends, as far as it was seen, in order; at most `most_defects`.
  // Lexing goes on after the line (`open_dollar`, `open_copy_data`: after the
  // mark) that begins there.
  const std::vector<LexicalDefect>& defects() const { return defects_; }

  static constexpr std::size_t most_defects = 1000;

  // How many bytes were searched for the end of something beyond the tokens
  // that were given: in proportion to the text, whatever it holds.
  std::size_t looked_ahead() const { return looked_ahead_; }

 private:
  // How far the words of a statement have come towards inline data.
  enum class DataState : std::uint8_t { none, copy, from, insert, format, due };

  bool at(std::string_view bytes) const;
  bool begins_line(std::size_t offset) const;
  std::size_t blanks_end() const;
  bool is_whole_word(std::size_t end) const;
  char peek(std::size_t ahead) const;
  TokenKind lex();
  TokenKind lex_mark(ByteClass kind);
  TokenKind lex_byte_order_mark();
  TokenKind white_space();
  TokenKind line_comment();
  TokenKind word();
  TokenKind after_word(std::size_t begin);
  TokenKind number();
  TokenKind quoted(TokenKind kind, char quote, bool escapes);
  TokenKind string(bool escapes);
  TokenKind block_comment();
  TokenKind dollar();
  TokenKind operators();
  TokenKind one(TokenKind kind);
  TokenKind terminator(std::size_t length);
  TokenKind backslash();
  TokenKind line_command(TokenKind kind);
  TokenKind template_or(TokenKind kind);
  TokenKind data();
  bool delimiter_line(std::size_t begin);
  bool batch_line(std::size_t begin);
  void follow_copy(std::string_view word);
  void follow_insert(std::string_view word);
  void look_for_continuation();
  bool operator_stops(std::size_t offset) const;
  std::size_t end_of_line(std::size_t offset);
  std::string_view searched_text();
  std::size_t give_up(LexicalError error, Span mark);
  void add_defect(LexicalError error, Span mark);

  std::string_view text_;
  const DialectRules* rules_;
  std::size_t at_ = 0;
  std::vector<LexicalDefect> defects_;

  std::string_view delimiter_; // of MySQL's client; empty: `;`
  std::size_t continued_at_;   // where an E'…' string goes on
  std::size_t code_comment_at_ = 0;
  std::size_t line_from_ = 1; // from there to line_end_ no line ends
  std::size_t line_end_ = 0;
  std::size_t looked_ahead_ = 0;
  unsigned failed_scans_ = 0; // to the end of the text, for nothing
  unsigned data_parts_ = 0;   // inline data that is due after this line
  DataState data_state_ = DataState::none;
  bool data_due_ = false; // the next byte begins inline data
  bool data_without_end_ = false;
  bool in_code_comment_ = false;
  bool statement_start_ = true; // nothing of a statement was seen yet
};

} // namespace migcheck::sql
