#include "ddl/lexemes.hpp"

#include <limits>

namespace migcheck::ddl {

using sql::Token;
using sql::TokenKind;

void Lexemes::clear() {
  all_.clear();
  open_.clear();
  templated_ = false;
  end_ = 0;
}

void Lexemes::add(const Token& token) {
  if (sql::is_blank(token.kind)) {
    return;
  }
  Lexeme lexeme{.kind = token.kind, .span = token.span};
  lexeme.spaced = token.span.begin != end_;
  lexeme.partner = static_cast<std::uint32_t>(all_.size());
  switch (token.kind) {
  case TokenKind::word:
    lexeme.word = sql::word_key(token.span.of(text_));
    break;
  case TokenKind::operator_: {
    const std::string_view bytes = token.span.of(text_);
    if (bytes.size() == 1) {
      lexeme.mark = bytes.front();
      open_or_close(lexeme);
    } else if (bytes == "::") {
      lexeme.mark = cast_mark;
    } else if (bytes == ":=") {
      lexeme.mark = assignment_mark;
    } else if (bytes.substr(0, 2) == "/*" || bytes == "*/") {
      return;
    }
    break;
  }
  case TokenKind::template_:
    templated_ = true;
    break;
  case TokenKind::terminator:
    // Inside a body, `;` separates; the statement's own is left out.
    lexeme.mark = ';';
    break;
  case TokenKind::client_command:
  case TokenKind::copy_data:
  case TokenKind::batch_separator:
  case TokenKind::delimiter_command:
  case TokenKind::bad_byte:
    return;
  default:
    break;
  }
  templated_ = templated_ || fills_variable(lexeme);
  end_ = token.span.end;
  all_.push_back(lexeme);
}

// Whether it is the name of a variable, `:name`; in `[1:n]` it is none.
bool Lexemes::fills_variable(const Lexeme& lexeme) const {
  const bool names = lexeme.kind == TokenKind::word ||
                     lexeme.kind == TokenKind::quoted_identifier ||
                     lexeme.kind == TokenKind::string;
  if (!names || lexeme.spaced || all_.empty() || all_.back().mark != ':' ||
      dialect_ != Dialect::postgresql) {
    return false;
  }
  return open_.empty() || all_[open_.back()].mark != '[';
}

// Brackets of both kinds close the last that is open: what does not fit is
// nothing that a statement's meaning hangs on.
void Lexemes::open_or_close(Lexeme& lexeme) {
  if (lexeme.mark == '(' || lexeme.mark == '[') {
    open_.push_back(lexeme.partner);
    lexeme.partner = std::numeric_limits<std::uint32_t>::max();
  } else if ((lexeme.mark == ')' || lexeme.mark == ']') && !open_.empty()) {
    all_[open_.back()].partner = lexeme.partner;
    open_.pop_back();
  }
}

void Lexemes::load(Span span) {
  clear();
  const std::string_view part = span.of(text_);
  sql::Lexer lexer(part, dialect_);
  for (Token token; lexer.next(token);) {
    token.span.begin += span.begin;
    token.span.end += span.begin;
    add(token);
  }
  while (!all_.empty() && all_.back().kind == TokenKind::terminator) {
    all_.pop_back();
  }
}

} // namespace migcheck::ddl
