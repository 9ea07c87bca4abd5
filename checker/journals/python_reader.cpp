#include "journals/python_reader.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

} // namespace

// Moves to the next token. True when the line ends before it.
bool PythonReader::skip_blanks(PythonToken& token) {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '\\') {
      at_ += 1;
      at_ += at_ < text_.size() && text_[at_] == '\r' ? 1 : 0;
      at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
    } else if (c == '\n') {
      const bool ends = depth_ == 0 && !at_begin_;
      token.span = {
          static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
      ++at_;
      line_begin_ = at_;
      at_begin_ = at_begin_ || depth_ == 0;
      if (ends) {
        return true;
      }
    } else if (is_white_space(c)) {
      ++at_;
    } else {
      break;
    }
  }
  return false;
}

// Stands on the quote.
void PythonReader::read_string(PythonToken& token) {
  const char quote = text_[at_];
  const std::string triple(3, quote);
  const bool is_triple = text_.substr(at_, 3) == triple;
  at_ += is_triple ? 3 : 1;
  token.span.begin = static_cast<std::uint32_t>(at_);
  while (at_ < text_.size()) {
    const char c = text_[at_];
    const bool ends =
        is_triple ? text_.substr(at_, 3) == triple : c == quote || c == '\n';
    if (ends) {
      break;
    }
    at_ += c == '\\' ? 2 : 1;
  }
  at_ = std::min(at_, text_.size());
  token.span.end = static_cast<std::uint32_t>(at_);
  const bool closed = at_ < text_.size() && text_[at_] == quote;
  at_ = std::min(at_ + (closed ? (is_triple ? 3U : 1U) : 0U), text_.size());
}

void PythonReader::read_word(PythonToken& token) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_word(text_[at_])) {
    ++at_;
  }
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (at_ < text_.size() && is_quote(text_[at_]) && word.size() <= 2) {
    const bool plain = word.find_first_not_of("rRuU") == word.npos;
    token.kind = plain ? PythonKind::string : PythonKind::other_string;
    read_string(token);
    return;
  }
  token.kind = PythonKind::word;
  token.span = {
      static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
}

bool PythonReader::next(PythonToken& token) {
  token = {};
  if (skip_blanks(token)) {
    token.kind = PythonKind::line_end;
    return true;
  }
  if (at_ >= text_.size()) {
    const bool open = !at_begin_;
    at_begin_ = true;
    token.kind = PythonKind::line_end;
    token.span = {
        static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
    return open;
  }
  token.begins_line = at_begin_;
  token.indent = static_cast<std::uint32_t>(at_ - line_begin_);
  token.depth = depth_;
  at_begin_ = false;
  const char c = text_[at_];
  if (is_word(c)) {
    read_word(token);
  } else if (is_quote(c)) {
    token.kind = PythonKind::string;
    read_string(token);
  } else {
    token.kind = PythonKind::sign;
    token.span = {
        static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)};
    ++at_;
    if (c == '(' || c == '[' || c == '{') {
      ++depth_;
    } else if ((c == ')' || c == ']' || c == '}') && depth_ > 0) {
      --depth_;
      token.depth = depth_;
    }
  }
  return true;
}

} // namespace migcheck
