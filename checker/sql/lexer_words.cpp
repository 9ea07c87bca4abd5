// The lexer's words, operators and commands: what depends on the text around
// a token.
#include "sql/dialect_rules.hpp"
#include "sql/lexer.hpp"
#include "sql/quotes.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::sql {
namespace {

std::size_t index(char byte) {
  return static_cast<unsigned char>(byte);
}

// The bytes after which PostgreSQL lets an operator end in + or -.
constexpr std::string_view long_operator_bytes = "~!@#%^&|`?";

// PostgreSQL's limit. A bound keeps time linear: a run of + or - gives one
// byte at a time.
constexpr std::size_t longest_operator = 63;

// Of MySQL's client, which cuts longer ones.
constexpr std::size_t longest_delimiter = 15;

std::string_view skip_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  return text;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

// DELIMITER takes its argument with or without quotes.
std::string_view unquoted(std::string_view text) {
  const bool in_quotes =
      text.size() > 2 && text.front() == text.back() &&
      std::string_view("'\"`").find(text.front()) != std::string_view::npos;
  return in_quotes ? text.substr(1, text.size() - 2) : text;
}

} // namespace

TokenKind Lexer::word() {
  const std::size_t begin = at_;
  const bool variable = text_[begin] == '@';
  const char* const bytes = text_.data();
  const char* const stop = bytes + text_.size();
  const char* end = bytes + begin + 1;
  while (end < stop &&
         (rules_->word_part[index(*end)] || (variable && *end == '@'))) {
    ++end;
  }
  at_ = static_cast<std::size_t>(end - bytes);
  if (text_[at_ - 1] == '$' && peek(0) == '{' && at_ - 1 > begin) {
    --at_; // a template begins inside the word
  }
  if (!delimiter_.empty() && !is_letter(delimiter_.front())) {
    const std::size_t found = text_.substr(0, at_).find(delimiter_, begin + 1);
    at_ = std::min(at_, found);
  }
  const char after = peek(0);
  if (after == '\'' || after == '"' || after == '&') {
    return after_word(begin);
  }
  const std::string_view name = text_.substr(begin, at_ - begin);
  if (rules_->psql_commands) {
    follow_copy(name);
  } else if (rules_->delimiter_command) {
    return delimiter_line(begin) ? TokenKind::delimiter_command
                                 : TokenKind::word;
  } else if (rules_->batch_lines) {
    return batch_line(begin) ? TokenKind::batch_separator : TokenKind::word;
  } else if (rules_->insert_data) {
    follow_insert(name);
  }
  return TokenKind::word;
}

// A quote stands directly after the word: the word may be its prefix.
TokenKind Lexer::after_word(std::size_t begin) {
  const char letter = text_[begin];
  const bool single = at_ == begin + 1;
  const bool quote = peek(0) == '\'';
  if (quote && single &&
      rules_->string_prefixes.find(letter) != std::string_view::npos) {
    return string(rules_->escape_strings && to_lower(letter) == 'e');
  }
  if (quote && letter == '_' && rules_->charset_strings) {
    return string(false);
  }
  if (single && to_lower(letter) == 'u' && peek(0) == '&' &&
      rules_->unicode_strings && (peek(1) == '\'' || peek(1) == '"')) {
    ++at_;
    return peek(0) == '\'' ? string(false)
                           : quoted(TokenKind::quoted_identifier, '"', false);
  }
  return TokenKind::word;
}

bool Lexer::operator_stops(std::size_t offset) const {
  const char byte = text_[offset];
  const char after = offset + 1 < text_.size() ? text_[offset + 1] : '\0';
  if (!rules_->operator_part[index(byte)]) {
    return true;
  }
  if (byte == '-' && after == '-') {
    const char third = offset + 2 < text_.size() ? text_[offset + 2] : '\0';
    return !rules_->dash_needs_blank ||
           static_cast<unsigned char>(third) <= ' ' || third == '\x7F';
  }
  return (byte == '/' && after == '*') || (byte == '%' && after == '(') ||
         (byte == '*' && after == '/' && in_code_comment_) ||
         (!delimiter_.empty() &&
          text_.compare(offset, delimiter_.size(), delimiter_) == 0);
}

TokenKind Lexer::operators() {
  if (in_code_comment_ && text_[at_] == '*' && peek(1) == '/') {
    in_code_comment_ = false;
    at_ += 2;
    return TokenKind::operator_;
  }
  const std::size_t begin = at_++;
  bool long_operator =
      long_operator_bytes.find(text_[begin]) != std::string_view::npos;
  const std::size_t limit = std::min(text_.size(), begin + longest_operator);
  while (at_ < limit && !operator_stops(at_)) {
    long_operator = long_operator || long_operator_bytes.find(text_[at_]) !=
                                         std::string_view::npos;
    ++at_;
  }
  while (!long_operator && at_ > begin + 1 &&
         (text_[at_ - 1] == '+' || text_[at_ - 1] == '-')) {
    --at_;
  }
  return TokenKind::operator_;
}

TokenKind Lexer::template_or(TokenKind kind) {
  const std::size_t end = template_end(text_, at_);
  if (end == no_end) {
    return one(kind);
  }
  at_ = end;
  return TokenKind::template_;
}

TokenKind Lexer::terminator(std::size_t length) {
  if (data_state_ == DataState::due) {
    ++data_parts_;
  }
  data_state_ = DataState::none;
  at_ += length;
  return TokenKind::terminator;
}

// The rest of the line, without its end.
TokenKind Lexer::line_command(TokenKind kind) {
  at_ = line_end(text_, at_);
  while (text_[at_ - 1] == '\r') {
    --at_;
  }
  return kind;
}

// psql: `\;` stays in the statement, `\word …` is a command up to the end of
// the line or to `\\`.
TokenKind Lexer::backslash() {
  if (!rules_->psql_commands || (!is_letter(peek(1)) && peek(1) != ';' &&
                                 peek(1) != '!' && peek(1) != '?')) {
    return one(TokenKind::operator_);
  }
  if (peek(1) == ';') {
    at_ += 2;
    return TokenKind::operator_;
  }
  const std::size_t begin = at_;
  at_ = client_command_end(text_.substr(0, end_of_line(at_)), at_);
  const std::string_view line = text_.substr(begin, at_ - begin);
  if (equals_ignoring_case(first_word(line), "\\copy")) {
    const std::size_t from = find_ignoring_case(line, " from ");
    const std::string_view source =
        from == std::string_view::npos
            ? ""
            : first_word(skip_blanks(line.substr(from + 6)));
    data_parts_ += equals_ignoring_case(source, "stdin") ? 1 : 0;
  }
  return TokenKind::client_command;
}

TokenKind Lexer::data() {
  data_due_ = false;
  --data_parts_;
  if (rules_->insert_data) {
    const std::size_t data_end = insert_data_end(text_, at_);
    if (data_end == at_) {
      return lex();
    }
    at_ = data_end;
    return TokenKind::copy_data;
  }
  const std::size_t end =
      data_without_end_ ? no_end : copy_data_end(text_, at_);
  if (end == no_end) {
    if (!data_without_end_) {
      looked_ahead_ += text_.size() - at_;
      add_defect(
          LexicalError::open_copy_data,
          {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)});
    }
    data_without_end_ = true;
    data_parts_ = 0;
    return lex();
  }
  at_ = end;
  return TokenKind::copy_data;
}

// True for MySQL's DELIMITER line, which is read up to its end. Where a
// statement is open, its argument must be no word: a column may be called so.
bool Lexer::delimiter_line(std::size_t begin) {
  if (at_ - begin != rules_->command_size ||
      (peek(0) != ' ' && peek(0) != '\t') ||
      !equals_ignoring_case(text_.substr(begin, at_ - begin), "delimiter") ||
      !begins_line(begin)) {
    return false;
  }
  const std::size_t end = line_end(text_, at_);
  const std::string_view argument =
      unquoted(first_word(skip_blanks(text_.substr(at_, end - at_))));
  if (argument.empty() ||
      (!statement_start_ && rules_->word_part[index(argument.front())])) {
    return false;
  }
  delimiter_ = argument == ";" ? std::string_view{}
                               : argument.substr(0, longest_delimiter);
  line_command(TokenKind::delimiter_command);
  return true;
}

// True for a line `GO [count]`, with at most a semicolon or a comment after.
bool Lexer::batch_line(std::size_t begin) {
  if (at_ - begin != rules_->command_size ||
      !equals_ignoring_case(text_.substr(begin, at_ - begin), "go") ||
      !begins_line(begin)) {
    return false;
  }
  const std::size_t end = line_end(text_, at_);
  std::string_view rest = skip_blanks(text_.substr(at_, end - at_));
  while (!rest.empty() && is_digit(rest.front())) {
    rest.remove_prefix(1);
  }
  const std::string_view count = text_.substr(at_, end - at_ - rest.size());
  rest = skip_blanks(rest);
  if (!rest.empty() && rest.front() != '\r' && rest.front() != ';' &&
      rest.substr(0, 2) != "--") {
    return false;
  }
  at_ += skip_blanks(count).empty() ? 0 : count.size();
  return true;
}

// PostgreSQL: data follow COPY … FROM STDIN once its statement has ended.
void Lexer::follow_copy(std::string_view word) {
  if (statement_start_) {
    data_state_ =
        equals_ignoring_case(word, "copy") ? DataState::copy : DataState::none;
  } else if (data_state_ == DataState::copy) {
    if (equals_ignoring_case(word, "from")) {
      data_state_ = DataState::from;
    }
  } else if (data_state_ == DataState::from) {
    const bool inline_data = equals_ignoring_case(word, "stdin") ||
                             equals_ignoring_case(word, "stdout");
    data_state_ = inline_data ? DataState::due : DataState::copy;
  }
}

// ClickHouse: data follow INSERT … FORMAT name on the next line.
void Lexer::follow_insert(std::string_view word) {
  if (statement_start_) {
    data_state_ = equals_ignoring_case(word, "insert") ? DataState::insert
                                                       : DataState::none;
  } else if (data_state_ == DataState::insert) {
    if (equals_ignoring_case(word, "format")) {
      data_state_ = DataState::format;
    }
  } else if (data_state_ == DataState::format) {
    const std::string_view rest = text_.substr(at_, end_of_line(at_) - at_);
    data_state_ = DataState::none;
    if (!equals_ignoring_case(word, "values") &&
        rest.find_first_not_of(" \t\r") == std::string_view::npos) {
      data_parts_ = 1;
    }
  }
}

} // namespace migcheck::sql
