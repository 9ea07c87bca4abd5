#include "lists/lexer_cursor.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

// Bytes that may mean something in a string of some form, but for its close.
constexpr std::array<bool, 256> acting_bytes = [] {
  std::array<bool, 256> table{};
  for (const char c : {'\\', '\n', '$', '#', '{'}) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

// One level of nesting: inside a string, or inside a hole of one.
struct Frame {
  const QuoteForm* quote = nullptr; // null: a hole
  std::uint32_t depth = 0;          // brackets open in the hole
  char open = '{';
  char close = '}';
};

class QuoteScanner {
 public:
  QuoteScanner(
      std::string_view text,
      const QuoteForm& form,
      const QuoteForm* nested,
      std::size_t nested_count)
      : text_(text), form_(form), nested_(nested), count_(nested_count) {}

  QuoteBody scan(std::uint32_t begin) {
    at_ = begin;
    top_ = {&form_};
    while (at_ < text_.size()) {
      if (text_[at_] == '\n' && !form_.lines) {
        break;
      }
      if (top_.quote == nullptr) {
        in_hole();
      } else if (in_string()) {
        return body_;
      }
    }
    const auto end = static_cast<std::uint32_t>(std::min(at_, text_.size()));
    body_.content_end = body_.end = end;
    return body_;
  }

 private:
  bool starts(std::string_view what) const {
    return text_.compare(at_, what.size(), what) == 0;
  }

  void push(const Frame& frame) {
    below_.push_back(top_);
    top_ = frame;
  }

  void pop() {
    top_ = below_.back();
    below_.pop_back();
  }

  // Moves to the next byte that may mean something.
  void skip_plain(const QuoteForm& form) {
    const char close = form.close.front();
    while (at_ < text_.size() && text_[at_] != close &&
           !acting_bytes[static_cast<unsigned char>(text_[at_])]) {
      ++at_;
    }
  }

  // True when the outermost string closed.
  bool in_string() {
    const QuoteForm& form = *top_.quote;
    skip_plain(form);
    if (at_ == text_.size() || (text_[at_] == '\n' && !form_.lines)) {
      return false;
    }
    if (text_[at_] == '\\' && skip_escape(form)) {
      return false;
    }
    if (starts(form.close)) {
      return at_close(form);
    }
    if (text_[at_] == '\n' && !form.lines) {
      pop(); // a string in a hole that does not close
      return false;
    }
    if (!enter_hole(form.hole)) {
      ++at_;
    }
    return false;
  }

  bool skip_escape(const QuoteForm& form) {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (form.hole == Hole::backslash_paren && next == '(') {
      return false;
    }
    if (!form.escapes) {
      return false;
    }
    const bool carriage = next == '\r' && text_.substr(at_ + 1, 2) == "\r\n";
    at_ += carriage ? 3 : 2;
    return true;
  }

  bool at_close(const QuoteForm& form) {
    const std::size_t width = form.close.size();
    if (form.doubled && text_.substr(at_ + width, width) == form.close) {
      at_ += 2 * width;
      return false;
    }
    if (below_.empty()) {
      body_.content_end = static_cast<std::uint32_t>(at_);
      body_.end = static_cast<std::uint32_t>(at_ + width);
      body_.closed = true;
      return true;
    }
    at_ += width;
    pop();
    return false;
  }

  // True when the place was the opening of a hole.
  bool enter_hole(Hole hole) {
    const char c = text_[at_];
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (hole == Hole::brace) {
      mark(c == '{' && next != '{');
      at_ += c == '{' && next == '{' ? 2 : 0;
      return c == '{' && next == '{';
    }
    if (hole == Hole::backslash_paren && c == '\\' && next == '(') {
      return enter('(', ')');
    }
    if (hole == Hole::shell && c == '$' && next == '(') {
      return enter('(', ')');
    }
    const bool words = hole == Hole::dollar || hole == Hole::shell;
    const bool dollar = words || hole == Hole::dollar_brace;
    if ((dollar && c == '$' && next == '{') ||
        (hole == Hole::hash_brace && c == '#' && next == '{')) {
      return enter('{', '}');
    }
    mark(words && c == '$' && begins_word(next));
    return false;
  }

  bool enter(char open, char close) {
    mark(true);
    at_ += 2;
    push({nullptr, 0, open, close});
    return true;
  }

  void mark(bool interpolated) {
    body_.interpolated = body_.interpolated || interpolated;
  }

  void in_hole() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += 2;
      return;
    }
    if (c == '/' && skip_regex()) {
      return;
    }
    if (c == top_.close) {
      ++at_;
      if (top_.depth == 0) {
        pop();
      } else {
        --top_.depth;
      }
      return;
    }
    for (std::size_t i = 0; i < count_; ++i) {
      if (starts(nested_[i].open)) {
        at_ += nested_[i].open.size();
        push({&nested_[i]});
        return;
      }
    }
    top_.depth += c == top_.open ? 1 : 0;
    ++at_;
  }

  // JavaScript: a quote in a regular expression opens no string.
  bool skip_regex() {
    if (form_.hole != Hole::dollar_brace || at_ == 0 ||
        std::string_view("(,=:[!&|?").find(text_[at_ - 1]) > 8) {
      return false;
    }
    for (std::size_t end = at_ + 1; end < text_.size(); ++end) {
      if (text_[end] == '\\') {
        ++end;
      } else if (text_[end] == '/') {
        at_ = end + 1;
        return true;
      } else if (text_[end] == '\n') {
        break;
      }
    }
    return false;
  }

  std::string_view text_;
  const QuoteForm& form_;
  const QuoteForm* nested_;
  std::size_t count_;
  std::size_t at_ = 0;
  Frame top_;
  std::vector<Frame> below_;
  QuoteBody body_;
};

// True when the line at `begin` closes the document; `after` is behind the
// tag.
bool closes(
    const Cursor& cursor,
    std::uint32_t begin,
    const HereDocument& document,
    std::uint32_t& after) {
  std::uint32_t at = begin;
  while (document.indented && is_blank(cursor.byte(at))) {
    ++at;
  }
  if (!cursor.starts_at(at, document.tag)) {
    return false;
  }
  after = at + static_cast<std::uint32_t>(document.tag.size());
  const char next = cursor.byte(after);
  if (document.tag_may_go_on) {
    return !continues_word(next);
  }
  return after == cursor.size() || next == '\n' || next == '\r';
}

} // namespace

QuoteBody scan_quote(
    std::string_view text,
    std::uint32_t begin,
    const QuoteForm& form,
    const QuoteForm* nested,
    std::size_t nested_count) {
  return QuoteScanner(text, form, nested, nested_count).scan(begin);
}

void add_here_document(Cursor& cursor, const HereDocument& document) {
  const std::uint32_t begin = cursor.at;
  std::uint32_t line = begin;
  std::uint32_t after = cursor.size();
  while (line < cursor.size() && !closes(cursor, line, document, after)) {
    after = cursor.size();
    line = std::min(cursor.line_end(line) + 1, cursor.size());
  }
  cursor.add(SourceTokenKind::string, {begin, after}, {begin, line}).raw =
      document.raw;
}

} // namespace migcheck::lists
