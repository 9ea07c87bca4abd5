// SQL as the list engine needs it: literals, brackets, the rows of VALUES and
// COPY, and the lines with which client programs include other files.
#include "lists/lexer_cursor.hpp"
#include "lists/lexer_data.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

constexpr QuoteForm single_quotes = {
    .open = "'",
    .close = "'",
    .lines = true,
    .escapes = false,
    .doubled = true};

// So many searches for the end of a dollar quote may fail.
constexpr int most_unclosed = 16;

// What stands at a line's start before the path of another file.
constexpr std::array<std::string_view, 8> includes = {
    "\\include_relative",
    "\\include",
    "\\ir",
    "\\i",
    ".read",
    "source",
    ":r",
    "start"};

class SqlLexer {
 public:
  explicit SqlLexer(std::string_view text) : cursor_{text, 0, {}} {}

  std::vector<SourceToken> lex() {
    while (!cursor_.done()) {
      step();
    }
    end_rows();
    return std::move(cursor_.tokens);
  }

 private:
  void step() {
    const char c = cursor_.peek();
    if (c == '\n' || is_blank(c)) {
      ++cursor_.at;
    } else if (!comment() && !include() && !meta_command() && !quote(c)) {
      word_or_sign(c);
    }
  }

  bool comment() {
    const std::uint32_t begin = cursor_.at;
    if (cursor_.starts("--")) {
      const std::uint32_t end = cursor_.line_end(begin);
      cursor_.add(Kind::comment, {begin, end}, {begin + 2, end});
      return true;
    }
    if (!cursor_.starts("/*")) {
      return false;
    }
    const std::uint32_t close = cursor_.find("*/", begin + 2);
    const std::uint32_t end = std::min(close + 2, cursor_.size());
    cursor_.add(Kind::comment, {begin, end}, {begin + 2, close});
    return true;
  }

  bool first_of_line() const {
    std::uint32_t at = cursor_.at;
    while (at > 0 && is_blank(cursor_.byte(at - 1))) {
      --at;
    }
    return at == 0 || cursor_.byte(at - 1) == '\n';
  }

  // The width of an including word here; 0 when there is none.
  std::uint32_t include_width() const {
    if (cursor_.peek() == '@') {
      return cursor_.peek(1) == '@' ? 2 : 1;
    }
    for (const std::string_view word : includes) {
      const std::string_view here =
          cursor_.text.substr(cursor_.at, word.size());
      if (equals_ignoring_case(here, word) &&
          is_blank(cursor_.byte(cursor_.at + word.size()))) {
        return static_cast<std::uint32_t>(word.size());
      }
    }
    return 0;
  }

  // `\i file`, `source file;`: a word, the path as a string, a separator.
  bool include() {
    if (!first_of_line()) {
      return false;
    }
    const std::uint32_t width = include_width();
    std::uint32_t path = cursor_.at + width;
    while (is_blank(cursor_.byte(path))) {
      ++path;
    }
    const bool quoted = cursor_.byte(path) == '\'' || cursor_.byte(path) == '"';
    path += quoted ? 1 : 0;
    std::uint32_t end = path;
    while (end < cursor_.size() && !is_blank(cursor_.byte(end)) &&
           std::string_view("\n'\";").find(cursor_.byte(end)) > 3) {
      ++end;
    }
    const std::string_view name = cursor_.text.substr(path, end - path);
    if (width == 0 || name.find('.') == std::string_view::npos) {
      return false;
    }
    end_statement(cursor_.at);
    cursor_.add(Kind::word, cursor_.at, cursor_.at + width);
    cursor_.add(Kind::string, {path, end}, {path, end}).raw = true;
    cursor_.at = cursor_.line_end(end);
    end_statement(cursor_.at);
    return true;
  }

  // `\echo Don't`: a line that the client keeps for itself.
  bool meta_command() {
    const std::uint32_t begin = cursor_.at;
    if (cursor_.peek() != '\\' || !is_letter(cursor_.peek(1)) ||
        !first_of_line()) {
      return false;
    }
    cursor_.add(Kind::other, begin, cursor_.line_end(begin));
    return true;
  }

  void end_statement(std::uint32_t at) {
    end_rows();
    if (cursor_.statement_open) {
      cursor_.add(Kind::separator, at, at);
    }
  }

  bool quote(char c) {
    const std::uint32_t begin = cursor_.at;
    if (c == '\'') {
      const QuoteBody body =
          scan_quote(cursor_.text, begin + 1, single_quotes, nullptr, 0);
      cursor_.add(
          Kind::string, {begin, body.end}, {begin + 1, body.content_end});
      return true;
    }
    if (c == '"' || c == '`') {
      const std::uint32_t close = cursor_.find({&c, 1}, begin + 1);
      cursor_.add(Kind::word, begin, std::min(close + 1, cursor_.size()));
      return true;
    }
    return c == '$' && dollar_quote();
  }

  // $tag$ … $tag$
  bool dollar_quote() {
    const std::uint32_t begin = cursor_.at;
    std::uint32_t end = begin + 1;
    while (is_letter(cursor_.byte(end)) || is_digit(cursor_.byte(end)) ||
           cursor_.byte(end) == '_') {
      ++end;
    }
    if (cursor_.byte(end) != '$' || is_digit(cursor_.byte(begin + 1))) {
      return false;
    }
    const std::string_view tag = cursor_.text.substr(begin, end + 1 - begin);
    if (unclosed_ == most_unclosed) {
      return false;
    }
    const std::uint32_t close = cursor_.find(tag, end + 1);
    if (close == cursor_.size()) {
      ++unclosed_;
      return false;
    }
    const auto after = static_cast<std::uint32_t>(close + tag.size());
    cursor_.add(Kind::string, {begin, after}, {end + 1, close}).raw = true;
    return true;
  }

  void word_or_sign(char c) {
    const std::uint32_t begin = cursor_.at;
    if (begins_word(c) || is_digit(c)) {
      std::uint32_t end = begin + 1;
      while (continues_word(cursor_.byte(end))) {
        ++end;
      }
      word(begin, end);
    } else if (c == '(' || c == '[') {
      ++depth_;
      cursor_.add(Kind::open, begin, begin + 1);
    } else if (c == ')' || c == ']') {
      close(begin);
    } else if (c == ',') {
      cursor_.add(Kind::comma, begin, begin + 1);
    } else if (c == ';') {
      end_rows();
      cursor_.add(Kind::separator, begin, begin + 1);
      depth_ = 0;
      copied_rows();
    } else {
      cursor_.add(Kind::other, begin, begin + 1);
    }
  }

  void word(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = cursor_.text.substr(begin, end - begin);
    if (in_rows_ && depth_ == rows_depth_) {
      end_rows(); // ON CONFLICT, RETURNING, UNION
    }
    const bool number = std::all_of(text.begin(), text.end(), is_digit);
    cursor_.add(number ? Kind::number : Kind::word, begin, end);
    if (equals_ignoring_case(text, "values") && !in_rows_) {
      in_rows_ = true;
      rows_depth_ = depth_;
      cursor_.add(Kind::open, end, end);
    }
    copies_ = copies_ || equals_ignoring_case(text, "stdin");
  }

  void close(std::uint32_t begin) {
    if (in_rows_ && depth_ == rows_depth_) {
      end_rows();
    }
    depth_ -= depth_ > 0 ? 1 : 0;
    cursor_.add(Kind::close, begin, begin + 1);
  }

  void end_rows() {
    if (in_rows_) {
      cursor_.add(Kind::close, cursor_.at, cursor_.at);
      in_rows_ = false;
    }
  }

  // The lines behind `COPY … FROM stdin;` as rows of strings, up to `\.`.
  void copied_rows() {
    if (!copies_) {
      return;
    }
    copies_ = false;
    cursor_.at = std::min(cursor_.line_end(cursor_.at) + 1, cursor_.size());
    cursor_.add(Kind::open, cursor_.at, cursor_.at);
    while (!cursor_.done() && !cursor_.starts("\\.")) {
      copied_row(cursor_.line_end(cursor_.at));
    }
    cursor_.add(Kind::close, cursor_.at, cursor_.at);
    cursor_.at = cursor_.line_end(cursor_.at);
    end_statement(cursor_.at);
  }

  void copied_row(std::uint32_t line_end) {
    cursor_.add(Kind::open, cursor_.at, cursor_.at);
    while (cursor_.at < line_end) {
      const std::string_view rest =
          cursor_.text.substr(cursor_.at, line_end - cursor_.at);
      const std::uint32_t end =
          cursor_.at +
          static_cast<std::uint32_t>(std::min(rest.find('\t'), rest.size()));
      cursor_.add(Kind::string, cursor_.at, end).raw = true;
      if (end < line_end) {
        cursor_.add(Kind::comma, end, end + 1);
      }
    }
    cursor_.add(Kind::close, line_end, line_end);
    cursor_.add(Kind::comma, line_end, line_end);
    cursor_.at = std::min(line_end + 1, cursor_.size());
  }

  Cursor cursor_;
  std::uint32_t depth_ = 0;      // brackets open in this statement
  std::uint32_t rows_depth_ = 0; // where VALUES stands
  bool in_rows_ = false;
  bool copies_ = false;
  int unclosed_ = 0; // dollar quotes without an end
};

} // namespace

std::vector<SourceToken> lex_sql(std::string_view text) {
  return SqlLexer(text).lex();
}

} // namespace migcheck::lists
