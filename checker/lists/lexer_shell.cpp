#include "lists/lexer_shell.hpp"

#include "lists/lexer_cursor.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

// In shell and CMake a string may hold line ends; elsewhere a lone quote is
// more likely an apostrophe.
constexpr QuoteForm wide_quotes[] = {
    {.open = "\"", .close = "\"", .lines = true, .hole = Hole::shell},
    {.open = "'", .close = "'", .lines = true, .escapes = false, .raw = true}};
constexpr QuoteForm line_quotes[] = {
    {.open = "\"", .close = "\"", .hole = Hole::shell},
    {.open = "'", .close = "'", .raw = true}};

constexpr bool has(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

// Bytes that may end a word, or begin a part of one: all others are of it,
// whatever the style.
constexpr std::array<bool, 256> word_signs = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\r\n\f\v\"();[],'`|&<>\\$=:+?!")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_word_sign(char c) {
  return word_signs[static_cast<unsigned char>(c)];
}

class WordLexer {
 public:
  WordLexer(std::string_view text, WordStyle style)
      : cursor_{text, 0, {}}, style_(style) {}

  std::vector<SourceToken> lex() {
    while (!cursor_.done()) {
      step();
    }
    return std::move(cursor_.tokens);
  }

 private:
  void step() {
    const char c = cursor_.peek();
    if (c == '\n') {
      line_end();
    } else if (is_blank(c)) {
      ++cursor_.at;
    } else if (const std::uint32_t width = continuation(cursor_.at)) {
      cursor_.at += width;
    } else if (!comment() && !quote() && !sign(c)) {
      word();
    }
  }

  void line_end() {
    const std::uint32_t begin = cursor_.at++;
    // A comment between a Dockerfile's continued lines does not end them.
    const bool continued =
        style_ == WordStyle::dockerfile && cursor_.last_is(Kind::comment);
    if (cursor_.statement_open && !continued) {
      cursor_.add(Kind::separator, begin, begin + 1);
    }
    for (const HereDocument& document : documents_) {
      add_here_document(cursor_, document);
    }
    documents_.clear();
    line_ = cursor_.at;
    target_ = false;
  }

  // The width of a backslash with the line end behind it, else 0.
  std::uint32_t continuation(std::uint32_t at) const {
    if (cursor_.byte(at) != '\\' || style_ == WordStyle::text) {
      return 0;
    }
    const char next = cursor_.byte(std::size_t{at} + 1);
    if (next == '\n') {
      return 2;
    }
    return next == '\r' && cursor_.byte(std::size_t{at} + 2) == '\n' ? 3 : 0;
  }

  bool word_begins() const {
    return cursor_.at == 0 || has(" \t\r\n;()|&", cursor_.byte(cursor_.at - 1));
  }

  bool comment() {
    if (cursor_.peek() != '#' ||
        (!word_begins() && style_ != WordStyle::cmake) ||
        (style_ == WordStyle::dockerfile && !line_is_blank())) {
      return false;
    }
    const std::uint32_t begin = cursor_.at;
    if (style_ == WordStyle::cmake && cursor_.starts("#[[")) {
      const std::uint32_t close = cursor_.find("]]", begin + 3);
      cursor_.add(
          Kind::comment,
          {begin, std::min(close + 2, cursor_.size())},
          {begin + 3, close});
      return true;
    }
    const std::uint32_t end = cursor_.line_end(begin);
    cursor_.add(Kind::comment, {begin, end}, {begin + 1, end});
    return true;
  }

  // Behind a continued line a comment may stand too.
  bool line_is_blank() const {
    return cursor_.tokens.empty() ||
           std::max(cursor_.tokens.back().span.end, line_) <= line_ ||
           cursor_.text
                   .substr(
                       cursor_.tokens.back().span.end,
                       cursor_.at - cursor_.tokens.back().span.end)
                   .find('\n') != std::string_view::npos;
  }

  bool quote() {
    const char c = cursor_.peek();
    if (c != '"' && (c != '\'' || style_ == WordStyle::cmake)) {
      return false;
    }
    const bool wide = style_ == WordStyle::shell || style_ == WordStyle::cmake;
    const QuoteForm* forms = wide ? wide_quotes : line_quotes;
    const std::size_t which = c == '"' ? 0 : 1;
    const std::uint32_t begin = cursor_.at;
    if (begin < hopeless_[which]) {
      return false;
    }
    const QuoteBody body =
        scan_quote(cursor_.text, begin + 1, forms[which], forms, 2);
    if (!body.closed && !wide) {
      hopeless_[which] = body.end;
      return false;
    }
    SourceToken& token = cursor_.add(
        Kind::string, {begin, body.end}, {begin + 1, body.content_end});
    token.interpolated = body.interpolated;
    token.raw = forms[which].raw;
    return true;
  }

  // Signs that are tokens of their own where a word could begin.
  bool sign(char c) {
    const std::uint32_t begin = cursor_.at;
    if (c == '<' && here_document()) {
      return true;
    }
    if (const std::uint32_t width = assignment(begin)) {
      cursor_.add(Kind::assign, begin, begin + width);
    } else if (
        c == '$' && cursor_.peek(1) == '(' && style_ != WordStyle::make) {
      cursor_.add(Kind::open, begin, begin + 2);
    } else if (c == '(' || (has("[{", c) && stands_alone(c))) {
      cursor_.add(Kind::open, begin, begin + 1);
    } else if (c == ')' || c == ']' || (c == '}' && stands_alone(c))) {
      cursor_.add(Kind::close, begin, begin + 1);
    } else if (c == ';' || c == '|' || c == '&') {
      const bool twice = cursor_.peek(1) == c;
      const bool redirects = c == '&' && cursor_.peek(1) == '>';
      cursor_.add(
          redirects ? Kind::other : Kind::separator,
          begin,
          begin + (twice || redirects ? 2 : 1));
    } else if (c == '<' || c == '>') {
      const char next = cursor_.peek(1);
      cursor_.add(
          Kind::other, begin, begin + (next == c || next == '&' ? 2 : 1));
    } else if (c == ',') {
      cursor_.add(Kind::comma, begin, begin + 1);
    } else if (c == ':' && ends_word(begin + 1)) {
      cursor_.add(Kind::colon, begin, begin + 1);
    } else if (c == '"' || c == '\'' || c == '`') {
      cursor_.add(Kind::other, begin, begin + 1);
    } else {
      return false;
    }
    return true;
  }

  // A JSON array of a Dockerfile, a test, a group; not a pattern.
  bool stands_alone(char c) const {
    const char next = cursor_.peek(1);
    return style_ == WordStyle::text || ends_word(cursor_.at + 1) ||
           (c == '[' && (next == '"' || next == '\''));
  }

  bool ends_word(std::uint32_t at) const {
    return at >= cursor_.size() || has(" \t\r\n", cursor_.byte(at));
  }

  // The width of `=`, `:=`, `+=`, `?=`: after a name, or alone.
  std::uint32_t assignment(std::uint32_t at) const {
    const char c = cursor_.byte(at);
    const bool two = has(":+?!", c) && cursor_.byte(std::size_t{at} + 1) == '=';
    if (c != '=' && !two) {
      return 0;
    }
    return two ? 2 : (cursor_.byte(std::size_t{at} + 1) == '=' ? 0 : 1);
  }

  bool here_document() {
    if (style_ != WordStyle::shell && style_ != WordStyle::dockerfile) {
      return false;
    }
    if (!cursor_.starts("<<") || cursor_.peek(2) == '<') {
      return false;
    }
    const std::uint32_t begin = cursor_.at;
    const bool indented = cursor_.peek(2) == '-';
    std::uint32_t tag = begin + (indented ? 3 : 2);
    while (is_blank(cursor_.byte(tag))) {
      ++tag;
    }
    const char mark = cursor_.byte(tag);
    const bool raw = has("'\"\\", mark) && mark != '\0';
    tag += raw ? 1 : 0;
    std::uint32_t end = tag;
    while (continues_word(cursor_.byte(end)) || cursor_.byte(end) == '-') {
      ++end;
    }
    if (end == tag || is_digit(cursor_.byte(tag))) {
      return false;
    }
    documents_.push_back(
        {cursor_.text.substr(tag, end - tag), indented, raw, false});
    const bool closed = raw && cursor_.byte(end) == mark;
    cursor_.add(Kind::other, begin, end + (closed ? 1 : 0));
    return true;
  }

  void word() {
    const std::uint32_t begin = cursor_.at;
    std::uint32_t end = begin;
    bool digits = true;
    bool name = true;
    bool dollar = false;
    while (end < cursor_.size() && !word_stops(end)) {
      const char c = cursor_.byte(end);
      if (!is_word_sign(c)) {
        digits = digits && is_digit(c);
        name = name && (continues_word(c) || (c == '.' && dots_in_names()));
        ++end;
        continue;
      }
      if (end > begin && name && assignment(end) != 0) {
        break;
      }
      if (c == ':' && end > begin &&
          (ends_word(end + 1) || colon_of_target())) {
        break;
      }
      dollar = dollar || c == '$';
      digits = digits && is_digit(c);
      name = name && (continues_word(c) || (c == '.' && dots_in_names()));
      end = part_end(end);
    }
    end = std::min(std::max(end, begin + 1), cursor_.size());
    target_ = target_ || cursor_.byte(end) == ':';
    SourceToken& token =
        cursor_.add(digits ? Kind::number : Kind::word, begin, end);
    token.interpolated = dollar;
  }

  bool dots_in_names() const {
    return style_ == WordStyle::make || style_ == WordStyle::text;
  }

  // Make: the first colon of a line ends the targets.
  bool colon_of_target() const {
    return style_ == WordStyle::make && !target_ && cursor_.byte(line_) != '\t';
  }

  bool word_stops(std::uint32_t at) const {
    const char c = cursor_.byte(at);
    if (!is_word_sign(c)) {
      return false;
    }
    if (has(" \t\r\n\f\v\"();", c)) {
      return c != '(' || cursor_.byte(at - 1) != '$' ||
             style_ != WordStyle::make;
    }
    if (style_ == WordStyle::text && has("[],", c)) {
      return true;
    }
    if (has("'`|&<>", c)) {
      return style_ == WordStyle::shell || style_ == WordStyle::dockerfile ||
             (style_ == WordStyle::make && c != '\'') || c == '>' || c == '<';
    }
    return continuation(at) != 0 ||
           (style_ != WordStyle::make && cursor_.starts_at(at, "$("));
  }

  // Behind one byte of a word, an escaped one, or ${…} and Make's $(…).
  std::uint32_t part_end(std::uint32_t at) const {
    const char c = cursor_.byte(at);
    const char next = cursor_.byte(std::size_t{at} + 1);
    if (c == '\\' && style_ != WordStyle::text && next != '\n') {
      return at + 2;
    }
    const bool paren = next == '(' && style_ == WordStyle::make;
    if (c != '$' || (next != '{' && !paren)) {
      return at + 1;
    }
    std::uint32_t depth = 0;
    for (std::uint32_t end = at + 1; end < cursor_.size(); ++end) {
      const char inner = cursor_.byte(end);
      if (inner == '\n') {
        return end;
      }
      depth += inner == next ? 1 : 0;
      if (inner == (paren ? ')' : '}') && --depth == 0) {
        return end + 1;
      }
    }
    return cursor_.size();
  }

  Cursor cursor_;
  WordStyle style_;
  std::uint32_t line_ = 0; // where the line begins
  bool target_ = false;    // a colon was on this line
  std::uint32_t hopeless_[2] = {};
  std::vector<HereDocument> documents_;
};

} // namespace

std::vector<SourceToken> lex_words(std::string_view text, WordStyle style) {
  return WordLexer(text, style).lex();
}

} // namespace migcheck::lists
