// Ruby and its relatives: what their delimiters and here documents are.
#include "lists/lexer_special.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

// Here documents with longer tags are not recognised.
constexpr std::size_t longest_tag = 128;

// Words after which an operand stands, not an operator.
bool expects_operand(std::string_view word) {
  return one_of(word, {"return", "typeof", "case",   "in",    "of",  "do",
                       "else",   "void",   "delete", "throw", "new", "yield",
                       "await",  "and",    "or",     "not",   "if",  "when",
                       "unless", "while",  "until"});
}

char closing(char open) {
  switch (open) {
  case '(':
    return ')';
  case '[':
    return ']';
  case '{':
    return '}';
  case '<':
    return '>';
  default:
    return open;
  }
}

} // namespace

// :name and :"name" of Ruby and Elixir.
bool SpecialForms::symbol() {
  const std::uint32_t begin = cursor_.at;
  const char before = begin == 0 ? '\n' : cursor_.byte(begin - 1);
  const char next = cursor_.peek(1);
  if (cursor_.peek() != ':' || continues_word(before) ||
      std::string_view(":\"')]}").find(before) < 6) {
    return false;
  }
  if (next == '"' || next == '\'') {
    cursor_.at = begin + 1;
    const bool is_string = quote(begin, {});
    cursor_.at = is_string ? cursor_.at : begin;
    return is_string;
  }
  if (!begins_word(next)) {
    return false;
  }
  std::uint32_t end = begin + 2;
  while (continues_word(cursor_.byte(end))) {
    ++end;
  }
  cursor_.add(Kind::word, begin, end);
  return true;
}

// %w[a b], %q(x), %r{x}, %(x).
bool SpecialForms::percent() {
  const std::uint32_t begin = cursor_.at;
  if (cursor_.peek() != '%' || (value_before() && !argument_begins())) {
    return false;
  }
  const char letter = cursor_.peek(1);
  const bool bare = !is_letter(letter);
  const std::uint32_t delimiter = begin + (bare ? 1 : 2);
  if (!is_delimiter(cursor_.byte(delimiter)) ||
      (!bare && std::string_view("wWiIqQrsx").find(letter) > 8)) {
    return false;
  }
  if (letter == 'w' || letter == 'W' || letter == 'i' || letter == 'I') {
    word_list(begin, delimiter + 1);
  } else {
    bracketed(begin, delimiter + 1, letter == 'r' ? Kind::other : Kind::string);
  }
  return true;
}

// ~w[a b], ~s(x), ~r/x/.
bool SpecialForms::sigil() {
  const std::uint32_t begin = cursor_.at;
  const char letter = cursor_.peek(1);
  if (cursor_.peek() != '~' || !is_letter(letter) ||
      !is_delimiter(cursor_.peek(2))) {
    return false;
  }
  if (letter == 'w' || letter == 'W') {
    word_list(begin, begin + 3);
  } else {
    const bool text = letter == 's' || letter == 'S';
    bracketed(begin, begin + 3, text ? Kind::string : Kind::other);
  }
  return true;
}

// The delimiter stands before `content`; brackets nest.
void SpecialForms::bracketed(
    std::uint32_t begin, std::uint32_t content, Kind kind) {
  const char open = cursor_.byte(content - 1);
  const char close = closing(open);
  std::uint32_t at = content;
  for (std::size_t depth = 0; at < cursor_.size(); ++at) {
    const char c = cursor_.byte(at);
    if (c == '\\') {
      ++at;
    } else if (c == close && depth == 0) {
      break;
    } else if (c == close) {
      --depth;
    } else if (c == open) {
      ++depth;
    }
  }
  at = std::min(at, cursor_.size());
  cursor_.add(kind, {begin, std::min(at + 1, cursor_.size())}, {content, at});
}

void SpecialForms::word_list(std::uint32_t begin, std::uint32_t content) {
  const char open = cursor_.byte(content - 1);
  const char close = closing(open);
  cursor_.add(Kind::open, begin, content);
  std::size_t depth = 0;
  while (!cursor_.done()) {
    const std::uint32_t word = cursor_.at;
    std::uint32_t end = word;
    for (; end < cursor_.size(); ++end) {
      const char c = cursor_.byte(end);
      if (is_blank(c) || c == '\n' || (c == close && depth == 0)) {
        break;
      }
      depth += c == open ? 1 : 0;
      depth -= c == close ? 1 : 0;
    }
    if (end > word) {
      cursor_.add(Kind::string, word, end).raw = true;
    } else if (cursor_.peek() == close) {
      cursor_.add(Kind::close, word, word + 1);
      return;
    } else {
      ++cursor_.at;
    }
  }
}

bool SpecialForms::regex() {
  const std::uint32_t begin = cursor_.at;
  const char next = cursor_.peek(1);
  if (cursor_.peek() != '/' || begin < no_regex_before_ || next == '>' ||
      (begin > 0 && cursor_.byte(begin - 1) == '<') ||
      (value_before() && !argument_begins())) {
    return false;
  }
  bool in_class = false;
  for (std::uint32_t at = begin + 1; at < cursor_.size(); ++at) {
    const char c = cursor_.byte(at);
    if (c == '\n') {
      break;
    }
    if (c == '\\') {
      ++at;
    } else if (c == '/' && !in_class) {
      for (++at; is_letter(cursor_.byte(at)); ++at) {
      }
      cursor_.add(Kind::other, begin, at);
      return true;
    } else if (c == '[' || c == ']') {
      in_class = c == '[';
    }
  }
  no_regex_before_ = cursor_.line_end(begin);
  return false;
}

bool SpecialForms::value_before() const {
  if (cursor_.tokens.empty()) {
    return false;
  }
  const SourceToken& last = cursor_.tokens.back();
  const std::string_view text = last.span.of(cursor_.text);
  switch (last.kind) {
  case Kind::word:
    return !expects_operand(text);
  case Kind::number:
  case Kind::string:
    return true;
  case Kind::close:
    return text != "}";
  default:
    return false;
  }
}

// Ruby: `split /,/` is a call, `a / b` is not.
bool SpecialForms::argument_begins() const {
  const char next = cursor_.peek(1);
  return forms_.special == Special::ruby && cursor_.last_is(Kind::word) &&
         is_blank(cursor_.byte(cursor_.at - 1)) && !is_blank(next) &&
         next != '=' && next != '\n';
}

// <<~TAG, <<-TAG, <<TAG, and each with quotes around the tag.
bool SpecialForms::here_document() {
  if (!cursor_.starts("<<")) {
    return false;
  }
  const std::uint32_t begin = cursor_.at;
  const char mark = cursor_.peek(2);
  const bool indented = mark == '~' || mark == '-';
  std::uint32_t tag = begin + (indented ? 3 : 2);
  const char quote = cursor_.byte(tag);
  std::uint32_t end = tag;
  if (quote == '"' || quote == '\'') {
    ++tag;
    const std::string_view rest = cursor_.text.substr(tag, longest_tag);
    end = static_cast<std::uint32_t>(
        tag + std::min({rest.find(quote), rest.find('\n'), rest.size()}));
  } else {
    for (; continues_word(cursor_.byte(end)); ++end) {
    }
  }
  const char first = cursor_.byte(tag);
  const bool name =
      indented || (first >= 'A' && first <= 'Z') || tag > begin + 2;
  if (end == tag || !name || is_digit(first)) {
    return false;
  }
  documents_.push_back(
      {cursor_.text.substr(tag, end - tag), indented, quote == '\'', false});
  const bool quoted = quote == '"' || quote == '\'';
  cursor_.add(
      Kind::other, begin, std::min(end + (quoted ? 1 : 0), cursor_.size()));
  return true;
}

bool SpecialForms::php_here_document() {
  if (!cursor_.starts("<<<")) {
    return false;
  }
  std::uint32_t tag = cursor_.at + 3;
  while (is_blank(cursor_.byte(tag))) {
    ++tag;
  }
  const char quote = cursor_.byte(tag);
  const bool quoted = quote == '"' || quote == '\'';
  tag += quoted ? 1 : 0;
  std::uint32_t end = tag;
  while (continues_word(cursor_.byte(end))) {
    ++end;
  }
  if (end == tag) {
    return false;
  }
  documents_.push_back(
      {cursor_.text.substr(tag, end - tag), true, quote == '\'', true});
  const bool closed = quoted && cursor_.byte(end) == quote;
  cursor_.add(Kind::other, cursor_.at, end + (closed ? 1 : 0));
  return true;
}

} // namespace migcheck::lists
