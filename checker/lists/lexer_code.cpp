// Each step reads one token. Whatever is not white space, a comment, a string,
// a word, a number or a bracket is punctuation; nothing is an error.
#include "lists/lexer_code.hpp"

#include "lists/lexer_special.hpp"

#include <array>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

// Open brackets: whether a line end inside may end a statement.
class Brackets {
 public:
  void open(char c) {
    open_.push_back(c);
    ++count(c);
  }

  void close(char c) {
    const char opening = c == ')' ? '(' : (c == ']' ? '[' : '{');
    if (count(opening) == 0) {
      return;
    }
    while (open_.back() != opening) {
      --count(open_.back());
      open_.pop_back();
    }
    --count(opening);
    open_.pop_back();
  }

  bool statement_level() const { return open_.empty() || open_.back() == '{'; }

 private:
  std::uint32_t& count(char c) {
    return counts_[c == '(' ? 0 : (c == '[' ? 1 : 2)];
  }

  std::vector<char> open_;
  std::array<std::uint32_t, 3> counts_{};
};

class CodeLexer {
 public:
  CodeLexer(std::string_view text, const CodeForms& forms)
      : cursor_{text, 0, {}}, forms_(forms), special_(cursor_, forms) {
    for (const CommentForm& form : forms.comments) {
      begins_mark_[index(form.open.front())] = true;
    }
    for (const QuoteForm& form : forms.quotes) {
      begins_mark_[index(form.open.front())] = true;
    }
    begins_mark_[index('$')] = forms.special == Special::csharp;
  }

  std::vector<SourceToken> lex() {
    special_.begin();
    while (!cursor_.done()) {
      step();
    }
    return std::move(cursor_.tokens);
  }

 private:
  static std::size_t index(char c) { return static_cast<unsigned char>(c); }

  void step() {
    const char c = cursor_.peek();
    if ((begins_word(c) || is_digit(c)) && !begins_mark_[index(c)]) {
      word_or_number(c); // most tokens
    } else if (c == '\n') {
      line_end();
    } else if (is_blank(c)) {
      ++cursor_.at;
    } else if (
        !comment() && !special_.token() && !quote() && !word_or_number(c)) {
      punctuation(c);
    }
  }

  void line_end() {
    const std::uint32_t begin = cursor_.at;
    ++cursor_.at;
    if (forms_.line_ends == LineEnds::statements &&
        brackets_.statement_level() && cursor_.statement_open &&
        cursor_.byte(begin - 1) != '\\') {
      cursor_.add(Kind::separator, begin, begin + 1);
    }
    special_.line_began();
  }

  bool comment() {
    for (const CommentForm& form : forms_.comments) {
      if (cursor_.starts(form.open) && may_begin(form) && closes(form)) {
        read_comment(form);
        return true;
      }
    }
    return false;
  }

  bool may_begin(const CommentForm& form) const {
    if (form.line_start) {
      return cursor_.line_begins();
    }
    if (form.after_blank) {
      return cursor_.line_begins() || is_blank(cursor_.byte(cursor_.at - 1));
    }
    return forms_.special != Special::php || !cursor_.starts("#[");
  }

  // In text that may hold prose or markup (JSX), what never closes is no
  // comment: `/api/*`.
  bool closes(const CommentForm& form) {
    const bool prose =
        forms_.special == Special::javascript || &forms_ == &forms::generic;
    if (!prose || form.close.empty()) {
      return true;
    }
    std::uint32_t& hopeless =
        hopeless_[static_cast<std::size_t>(&form - forms_.comments.data())];
    if (cursor_.at >= hopeless ||
        cursor_.find(form.close, cursor_.at + form.open.size()) ==
            cursor_.size()) {
      hopeless = std::min(hopeless, cursor_.at);
      return false;
    }
    return true;
  }

  void read_comment(const CommentForm& form) {
    const std::uint32_t begin = cursor_.at;
    const auto content = static_cast<std::uint32_t>(begin + form.open.size());
    if (form.close.empty()) {
      std::uint32_t end = content;
      while (
          end < cursor_.size() && cursor_.byte(end) != '\n' &&
          !(forms_.special == Special::php && cursor_.starts_at(end, "?>"))) {
        ++end;
      }
      cursor_.add(Kind::comment, {begin, end}, {content, end});
      return;
    }
    const std::uint32_t close = form.nested ? nested_close(form, content)
                                            : cursor_.find(form.close, content);
    const auto end = static_cast<std::uint32_t>(
        std::min(close + form.close.size(), cursor_.text.size()));
    cursor_.add(Kind::comment, {begin, end}, {content, close});
  }

  std::uint32_t nested_close(const CommentForm& form, std::uint32_t at) const {
    for (std::size_t depth = 1; at < cursor_.size();) {
      if (cursor_.starts_at(at, form.close)) {
        if (--depth == 0) {
          return at;
        }
        at += static_cast<std::uint32_t>(form.close.size());
      } else if (cursor_.starts_at(at, form.open)) {
        ++depth;
        at += static_cast<std::uint32_t>(form.open.size());
      } else {
        ++at;
      }
    }
    return cursor_.size();
  }

  bool quote() {
    const char c = cursor_.peek();
    if (c == '\'' && forms_.apostrophe == Apostrophe::character) {
      return special_.character();
    }
    if (c == '\'' && cursor_.at > 0 && &forms_ == &forms::generic &&
        continues_word(cursor_.byte(cursor_.at - 1))) {
      return false; // don't
    }
    return special_.quote(cursor_.at, {});
  }

  bool word_or_number(char c) {
    const std::uint32_t begin = cursor_.at;
    if (is_digit(c)) {
      cursor_.add(Kind::number, begin, number_end(begin));
      return true;
    }
    if (!begins_word(c)) {
      return false;
    }
    std::uint32_t end = begin + 1;
    while (continues_word(cursor_.byte(end))) {
      ++end;
    }
    if (!special_.prefixed(begin, end)) {
      cursor_.add(Kind::word, begin, end);
    }
    return true;
  }

  // 0x1F, 1_000, 1.5e3, 1'000 (C++), 001.
  std::uint32_t number_end(std::uint32_t at) const {
    while (true) {
      const char c = cursor_.byte(at);
      const char next = cursor_.byte(std::size_t{at} + 1);
      const bool joint =
          is_digit(next) &&
          (c == '.' || (c == '\'' && forms_.prefixes == Prefixes::cpp));
      if (!continues_word(c) && !joint) {
        return at;
      }
      ++at;
    }
  }

  void punctuation(char c) {
    const std::uint32_t begin = cursor_.at;
    if (c == '(' || c == '[' || c == '{') {
      brackets_.open(c);
      cursor_.add(Kind::open, begin, begin + 1);
    } else if (c == ')' || c == ']' || c == '}') {
      brackets_.close(c);
      cursor_.add(Kind::close, begin, begin + 1);
    } else if (c == ',') {
      cursor_.add(Kind::comma, begin, begin + 1);
    } else if (c == ';') {
      cursor_.add(Kind::separator, begin, begin + 1);
    } else {
      symbol(begin, c);
    }
  }

  // `=` and `:`, alone and as parts of longer signs.
  void symbol(std::uint32_t begin, char c) {
    const char next = cursor_.peek(1);
    if (c == '=' && (next == '=' || next == '~')) {
      const bool three = cursor_.peek(2) == '=';
      cursor_.add(Kind::other, begin, begin + (three ? 3 : 2));
    } else if (c == '=') {
      cursor_.add(Kind::assign, begin, begin + (next == '>' ? 2 : 1));
    } else if (c == ':' && next == ':') {
      cursor_.add(Kind::other, begin, begin + 2);
    } else if (c == ':' && next != '=') {
      cursor_.add(Kind::colon, begin, begin + 1);
    } else if (next == '=' && (c == '!' || c == '<' || c == '>' || c == '~')) {
      const bool three = cursor_.peek(2) == '=';
      cursor_.add(Kind::other, begin, begin + (three ? 3 : 2));
    } else if (next == '=' && std::string_view("+-*/%|&^?:.").find(c) < 11) {
      cursor_.add(Kind::assign, begin, begin + 2);
    } else {
      cursor_.add(Kind::other, begin, begin + 1);
    }
  }

  Cursor cursor_;
  const CodeForms& forms_;
  SpecialForms special_;
  Brackets brackets_;
  std::array<bool, 256> begins_mark_{}; // of a comment or a string
  // Per form of comment: none closes from here on.
  std::array<std::uint32_t, 4> hopeless_{~0u, ~0u, ~0u, ~0u};
};

} // namespace

std::vector<SourceToken>
lex_code(std::string_view text, const CodeForms& forms) {
  return CodeLexer(text, forms).lex();
}

} // namespace migcheck::lists
