#include "sql/lexer.hpp"

#include "sql/dialect_rules.hpp"
#include "sql/quotes.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"
#include "text/word_run.hpp"

namespace migcheck::sql {
namespace {

// How many times something that never ends may be looked for up to the end of
// the text. After that only its line is searched: time stays linear.
constexpr unsigned most_failed_scans = 16;

constexpr std::size_t nowhere = std::string_view::npos;

std::size_t index(char byte) {
  return static_cast<unsigned char>(byte);
}

// What must follow MySQL's `--`; the end of the text reads as NUL.
bool is_blank_or_control(char byte) {
  return static_cast<unsigned char>(byte) <= ' ' || byte == '\x7F';
}

bool is_line_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

} // namespace

Lexer::Lexer(std::string_view text, Dialect dialect)
    : text_(text), rules_(&dialect_rules(dialect)), continued_at_(nowhere) {}

bool Lexer::next(Token& token) {
  if (at_ >= text_.size()) {
    if (in_code_comment_) {
      in_code_comment_ = false;
      add_defect(
          LexicalError::open_comment,
          span_of(code_comment_at_, code_comment_at_ + 3));
    }
    return false;
  }
  const std::size_t begin = at_;
  token.kind = lex();
  token.span = span_of(begin, at_);
  if (!is_blank(token.kind)) {
    statement_start_ = token.kind >= TokenKind::terminator &&
                       token.kind <= TokenKind::delimiter_command;
  }
  return true;
}

// Whether the word that begins here ends there, and is nothing but a word.
inline bool Lexer::is_whole_word(std::size_t end) const {
  const char after = end < text_.size() ? text_[end] : '\0';
  return rules_->ends_word[index(after)] && end - at_ != rules_->command_size;
}

// Most tokens are words and marks in the middle of a statement, where nothing
// else is to be kept in mind: those take the short way.
bool Lexer::next_visible(Token& token) {
  if (data_parts_ != 0 || data_due_) {
    return next(token);
  }
  at_ = blanks_end();
  if (statement_start_ || data_state_ != DataState::none ||
      !delimiter_.empty() || at_ + 1 >= text_.size()) {
    return next(token);
  }
  std::size_t end = at_ + 1;
  switch (rules_->first[index(text_[at_])]) {
  case ByteClass::punctuation:
    token.kind = TokenKind::operator_;
    break;
  case ByteClass::word:
    end = word_run_end(text_, end);
    if (!is_whole_word(end)) {
      return next(token);
    }
    token.kind = TokenKind::word;
    break;
  default:
    return next(token);
  }
  token.span = span_of(at_, end);
  at_ = end;
  return true;
}

std::size_t Lexer::blanks_end() const {
  const char* const bytes = text_.data();
  const std::size_t size = text_.size();
  std::size_t end = at_;
  while (end < size && rules_->first[index(bytes[end])] == ByteClass::space) {
    ++end;
  }
  return end;
}

char Lexer::peek(std::size_t ahead) const {
  return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
}

bool Lexer::at(std::string_view bytes) const {
  return text_.compare(at_, bytes.size(), bytes) == 0;
}

bool Lexer::begins_line(std::size_t offset) const {
  while (offset > 0 && is_line_blank(text_[offset - 1])) {
    --offset;
  }
  return offset == 0 || text_[offset - 1] == '\n';
}

TokenKind Lexer::one(TokenKind kind) {
  ++at_;
  return kind;
}

TokenKind Lexer::lex() {
  if (data_due_) {
    return data();
  }
  if (!delimiter_.empty() && at(delimiter_)) {
    return terminator(delimiter_.size());
  }
  const ByteClass kind = rules_->first[index(text_[at_])];
  switch (kind) {
  case ByteClass::bad:
    return one(TokenKind::bad_byte);
  case ByteClass::space:
    return white_space();
  case ByteClass::word:
    return at_ == 0 ? lex_byte_order_mark() : word();
  case ByteClass::digit:
    return number();
  case ByteClass::quote:
    return string(at_ == continued_at_);
  case ByteClass::double_quote:
    return rules_->double_quote_string
               ? quoted(TokenKind::string, '"', true)
               : quoted(TokenKind::quoted_identifier, '"', false);
  case ByteClass::backtick:
    return quoted(TokenKind::quoted_identifier, '`', false);
  case ByteClass::bracket:
    return quoted(TokenKind::quoted_identifier, ']', false);
  case ByteClass::dollar:
    return dollar();
  case ByteClass::hyphen:
    return peek(1) == '-' &&
                   (!rules_->dash_needs_blank || is_blank_or_control(peek(2)))
               ? line_comment()
               : operators();
  case ByteClass::slash:
    return peek(1) == '*' ? block_comment() : operators();
  default:
    return lex_mark(kind);
  }
}

// The marks that mean something in some dialects only.
TokenKind Lexer::lex_mark(ByteClass kind) {
  switch (kind) {
  case ByteClass::hash:
    if (rules_->hash_words) {
      return word();
    }
    return rules_->hash == HashComment::always || peek(1) == ' ' ||
                   peek(1) == '!'
               ? line_comment()
               : one(TokenKind::operator_);
  case ByteClass::at_sign:
    return rules_->word_part[index(peek(1))] || peek(1) == '@'
               ? word()
               : one(TokenKind::operator_);
  case ByteClass::dot:
    if (is_digit(peek(1)) &&
        (at_ == 0 || (text_[at_ - 1] != '.' &&
                      !rules_->word_part[index(text_[at_ - 1])]))) {
      return number();
    }
    return rules_->dot_commands && statement_start_ && is_letter(peek(1)) &&
                   (at_ == 0 || text_[at_ - 1] == '\n')
               ? line_command(TokenKind::client_command)
               : one(TokenKind::operator_);
  case ByteClass::colon:
    if (rules_->batch_lines && is_letter(peek(1)) && begins_line(at_)) {
      return line_command(TokenKind::client_command);
    }
    at_ += peek(1) == ':' || peek(1) == '=' ? 2 : 1;
    return TokenKind::operator_;
  case ByteClass::semicolon:
    return delimiter_.empty() ? terminator(1) : one(TokenKind::operator_);
  case ByteClass::backslash:
    return backslash();
  case ByteClass::brace:
    return template_or(TokenKind::operator_);
  case ByteClass::percent:
    return peek(1) == '(' ? template_or(TokenKind::operator_) : operators();
  case ByteClass::operator_:
    return operators();
  default:
    break;
  }
  return one(TokenKind::operator_);
}

TokenKind Lexer::lex_byte_order_mark() {
  if (at(byte_order_mark)) {
    at_ += byte_order_mark.size();
    return TokenKind::byte_order_mark;
  }
  return word();
}

TokenKind Lexer::white_space() {
  const char* const bytes = text_.data();
  const std::size_t size = text_.size();
  std::size_t end = at_;
  while (end < size && rules_->first[index(bytes[end])] == ByteClass::space) {
    if (bytes[end++] == '\n' && data_parts_ > 0) {
      data_due_ = true;
      break;
    }
  }
  at_ = end;
  return TokenKind::white_space;
}

TokenKind Lexer::line_comment() {
  at_ = line_end(text_, at_);
  return TokenKind::line_comment;
}

TokenKind Lexer::number() {
  const bool hexadecimal = text_[at_] == '0' && to_lower(peek(1)) == 'x';
  while (at_ < text_.size()) {
    const char byte = text_[at_];
    if (byte == '.' ? peek(1) == '.'
                    : byte == '$' || !rules_->word_part[index(byte)]) {
      break;
    }
    ++at_;
    const bool exponent = to_lower(byte) == 'e' && !hexadecimal;
    if (exponent && (peek(0) == '-' || peek(0) == '+') && is_digit(peek(1))) {
      ++at_;
    }
  }
  return TokenKind::number;
}

// Something does not end. The bytes up to the end of its line are given up,
// so that the rest of the text is still seen.
std::size_t Lexer::give_up(LexicalError error, Span mark) {
  if (failed_scans_ < most_failed_scans) {
    ++failed_scans_;
    add_defect(error, mark);
  }
  return end_of_line(mark.begin);
}

// Found once for each line, however many tokens ask.
std::size_t Lexer::end_of_line(std::size_t offset) {
  if (offset < line_from_ || offset > line_end_) {
    line_from_ = offset;
    line_end_ = line_end(text_, offset);
    looked_ahead_ += line_end_ - offset;
  }
  return line_end_;
}

// Where an end is looked for: no further than the line after many failures.
std::string_view Lexer::searched_text() {
  return failed_scans_ < most_failed_scans ? text_
                                           : text_.substr(0, end_of_line(at_));
}

void Lexer::add_defect(LexicalError error, Span mark) {
  if (defects_.size() < most_defects) {
    defects_.push_back({error, mark});
  }
}

// `at_` stands on the opening mark.
TokenKind Lexer::quoted(TokenKind kind, char quote, bool escapes) {
  const bool single = quote == ']' && !rules_->doubled_bracket;
  const std::string_view text = searched_text();
  const std::size_t end = quote_end(
      text,
      at_ + 1,
      quote,
      escapes ? Backslash::escapes : Backslash::plain,
      single ? Doubling::none : Doubling::stays_inside);
  if (end == no_end) {
    looked_ahead_ += text.size() - at_;
    at_ = give_up(
        kind == TokenKind::string ? LexicalError::open_string
                                  : LexicalError::open_identifier,
        span_of(at_, at_ + 1));
    return kind;
  }
  at_ = end;
  return kind;
}

TokenKind Lexer::string(bool escapes) {
  quoted(TokenKind::string, '\'', escapes || rules_->backslash_strings);
  if (escapes) {
    look_for_continuation();
  }
  return TokenKind::string;
}

// An E'…' string goes on, with its escapes, in a quote that only white space
// with a line end, or line comments, separate from it.
void Lexer::look_for_continuation() {
  bool new_line = false;
  std::size_t at = at_;
  while (at < text_.size()) {
    const char byte = text_[at];
    if (rules_->first[index(byte)] == ByteClass::space) {
      new_line = new_line || byte == '\n';
      ++at;
    } else if (text_.compare(at, 2, "--") == 0) {
      at = line_end(text_, at);
    } else {
      break;
    }
  }
  looked_ahead_ += at - at_;
  continued_at_ =
      new_line && at < text_.size() && text_[at] == '\'' ? at : nowhere;
}

TokenKind Lexer::block_comment() {
  const std::size_t begin = at_;
  at_ += 2;
  const bool mariadb = peek(0) == 'M' && peek(1) == '!';
  if (rules_->code_comments && !in_code_comment_ &&
      (peek(0) == '!' || mariadb)) {
    at_ += mariadb ? 2 : 1;
    while (is_digit(peek(0))) {
      ++at_;
    }
    in_code_comment_ = true;
    code_comment_at_ = begin;
    return TokenKind::operator_;
  }
  const std::string_view text = searched_text();
  const std::size_t end = comment_end(
      text, at_, rules_->nested_comments ? Nesting::counted : Nesting::none);
  looked_ahead_ += end == no_end ? text.size() - at_ : 0;
  at_ = end != no_end
            ? end
            : give_up(LexicalError::open_comment, span_of(begin, begin + 2));
  return TokenKind::block_comment;
}

TokenKind Lexer::dollar() {
  if (peek(1) == '{') {
    return template_or(TokenKind::operator_);
  }
  if (!rules_->dollar_quotes || is_digit(peek(1))) {
    return rules_->word_part[index('$')] ? word() : one(TokenKind::operator_);
  }
  const std::size_t begin = at_;
  const std::size_t tag_end = dollar_tag_end(text_, at_);
  if (tag_end == no_end) {
    return one(TokenKind::operator_);
  }
  const std::string_view tag = text_.substr(begin, tag_end - begin);
  at_ = tag_end;
  const bool looks = failed_scans_ < most_failed_scans;
  const std::size_t close = looks ? text_.find(tag, tag_end) : nowhere;
  if (close == nowhere) {
    looked_ahead_ += looks ? text_.size() - tag_end : 0;
    give_up(LexicalError::open_dollar, span_of(begin, tag_end));
  } else {
    at_ = close + tag.size();
  }
  return TokenKind::dollar_string;
}

} // namespace migcheck::sql
