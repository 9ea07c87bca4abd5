// Line by line, with a stack of the columns at which block sequences and
// mappings began. Inside brackets lines mean nothing.
#include "lists/lexer_cursor.hpp"
#include "lists/lexer_data.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

constexpr QuoteForm double_quotes = {
    .open = "\"", .close = "\"", .lines = true};
constexpr QuoteForm single_quotes = {
    .open = "'",
    .close = "'",
    .lines = true,
    .escapes = false,
    .doubled = true};

struct Block {
  std::uint32_t column = 0;
  bool sequence = false;
};

bool has(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

class YamlLexer {
 public:
  explicit YamlLexer(std::string_view text) : cursor_{text, 0, {}} {}

  std::vector<SourceToken> lex() {
    while (!cursor_.done()) {
      step();
    }
    close_blocks(0, Depth::all);
    return std::move(cursor_.tokens);
  }

 private:
  enum class Depth : std::uint8_t { deeper, all };

  void step() {
    const char c = cursor_.peek();
    if (c == '\n') {
      ++cursor_.at;
      line_ = cursor_.at;
      line_begins_ = true;
    } else if (is_blank(c)) {
      ++cursor_.at;
    } else if (c == '#' && comment_may_begin()) {
      const std::uint32_t end = cursor_.line_end(cursor_.at);
      cursor_.add(Kind::comment, {cursor_.at, end}, {cursor_.at + 1, end});
    } else if (flow_ == 0 && !document_mark() && !dash()) {
      block_node();
    } else if (flow_ > 0) {
      flow_part(c);
    }
  }

  bool comment_may_begin() const {
    return cursor_.at == 0 || is_blank(cursor_.byte(cursor_.at - 1)) ||
           cursor_.line_begins();
  }

  std::uint32_t column() const { return cursor_.at - line_; }

  bool blank_at(std::uint32_t at) const {
    return at >= cursor_.size() || is_blank(cursor_.byte(at)) ||
           cursor_.byte(at) == '\n';
  }

  bool document_mark() {
    if (column() != 0 || !(cursor_.starts("---") || cursor_.starts("...")) ||
        !blank_at(cursor_.at + 3)) {
      return false;
    }
    close_blocks(0, Depth::all);
    cursor_.add(Kind::separator, cursor_.at, cursor_.at + 3);
    line_begins_ = true;
    return true;
  }

  void close_blocks(std::uint32_t column, Depth depth) {
    const std::uint32_t at = cursor_.at;
    while (!blocks_.empty() &&
           (depth == Depth::all || blocks_.back().column > column)) {
      blocks_.pop_back();
      cursor_.add(Kind::close, at, at);
    }
  }

  // `-` of a block sequence.
  bool dash() {
    if (cursor_.peek() != '-' || !blank_at(cursor_.at + 1) || !line_begins_) {
      return false;
    }
    const std::uint32_t at = cursor_.at;
    enter_block({column(), true});
    cursor_.add(Kind::comma, at, at + 1);
    return true;
  }

  // Closes what is deeper, and opens the block unless it goes on.
  void enter_block(Block block) {
    close_blocks(block.column, Depth::deeper);
    const std::uint32_t at = cursor_.at;
    if (!block.sequence && !blocks_.empty() && blocks_.back().sequence &&
        blocks_.back().column == block.column) {
      blocks_.pop_back(); // a key behind a sequence of its own column
      cursor_.add(Kind::close, at, at);
    }
    const bool goes_on = !blocks_.empty() &&
                         blocks_.back().column == block.column &&
                         blocks_.back().sequence == block.sequence;
    if (!goes_on) {
      blocks_.push_back(block);
      cursor_.add(Kind::open, at, at);
    }
  }

  void block_node() {
    const char c = cursor_.peek();
    const std::uint32_t begin = cursor_.at;
    if (has("[{", c)) {
      ++flow_;
      cursor_.add(Kind::open, begin, begin + 1);
      line_begins_ = false;
    } else if (has("&*!", c) || (c == '?' && blank_at(begin + 1))) {
      std::uint32_t end = begin + 1;
      while (!blank_at(end)) {
        ++end;
      }
      cursor_.add(Kind::other, begin, end);
    } else if (has("|>", c) && block_scalar()) {
      line_begins_ = true;
    } else {
      scalar();
    }
  }

  // A scalar, or a key with its colon.
  void scalar() {
    const SourceToken token = read_scalar();
    std::uint32_t after = token.span.end;
    while (is_blank(cursor_.byte(after))) {
      ++after;
    }
    const bool key = cursor_.byte(after) == ':' && blank_at(after + 1) &&
                     token.span.end > token.span.begin;
    if (key && flow_ == 0 && line_begins_) {
      enter_block({column(), false});
    } else if (flow_ == 0 && line_begins_) {
      close_blocks(column(), Depth::deeper);
    }
    cursor_.tokens.push_back(token);
    cursor_.at = token.span.end;
    line_begins_ = false;
    if (key) {
      cursor_.tokens.back().kind = Kind::key;
      cursor_.tokens.back().raw = false;
      cursor_.add(Kind::colon, after, after + 1);
    }
  }

  SourceToken read_scalar() const {
    const std::uint32_t begin = cursor_.at;
    const char c = cursor_.peek();
    if (c == '"' || c == '\'') {
      const QuoteForm& form = c == '"' ? double_quotes : single_quotes;
      const QuoteBody body =
          scan_quote(cursor_.text, begin + 1, form, nullptr, 0);
      return {
          Kind::string,
          false,
          c == '\'',
          {begin, body.end},
          {begin + 1, body.content_end}};
    }
    std::uint32_t end = begin;
    bool digits = true;
    while (end < cursor_.size() && !scalar_stops(end)) {
      digits = digits && is_digit(cursor_.byte(end));
      ++end;
    }
    end = std::max(end, begin + 1);
    while (end > begin + 1 && is_blank(cursor_.byte(end - 1))) {
      --end;
    }
    const Kind kind = digits ? Kind::number : Kind::string;
    return {kind, false, !digits, {begin, end}, {begin, end}};
  }

  bool scalar_stops(std::uint32_t at) const {
    const char c = cursor_.byte(at);
    if (c == '\n' || (flow_ > 0 && has(",[]{}", c))) {
      return true;
    }
    if (c == ':') {
      return blank_at(at + 1) ||
             (flow_ > 0 && has(",[]{}", cursor_.byte(std::size_t{at} + 1)));
    }
    return c == '#' && is_blank(cursor_.byte(at - 1));
  }

  // `|` or `>` and the deeper lines below.
  bool block_scalar() {
    const std::uint32_t begin = cursor_.at;
    std::uint32_t at = begin + 1;
    while (has("+-", cursor_.byte(at)) || is_digit(cursor_.byte(at))) {
      ++at;
    }
    while (is_blank(cursor_.byte(at))) {
      ++at;
    }
    if (at < cursor_.size() && cursor_.byte(at) != '\n' &&
        cursor_.byte(at) != '#') {
      return false;
    }
    const std::uint32_t content =
        std::min(cursor_.line_end(at) + 1, cursor_.size());
    std::uint32_t end = content;
    std::uint32_t line = content;
    while (line < cursor_.size()) {
      const std::uint32_t line_end = cursor_.line_end(line);
      std::uint32_t first = line;
      while (cursor_.byte(first) == ' ') {
        ++first;
      }
      const bool blank = first == line_end || cursor_.byte(first) == '\r';
      if (!blank && !inside(first - line)) {
        break;
      }
      line = std::min(line_end + 1, cursor_.size());
      end = blank ? end : line_end;
    }
    cursor_.add(Kind::string, {begin, end}, {std::min(content, end), end}).raw =
        true;
    return true;
  }

  bool inside(std::uint32_t indent) const {
    return blocks_.empty() || indent > blocks_.back().column;
  }

  void flow_part(char c) {
    const std::uint32_t begin = cursor_.at;
    if (has("[{", c)) {
      ++flow_;
      cursor_.add(Kind::open, begin, begin + 1);
    } else if (has("]}", c)) {
      --flow_;
      cursor_.add(Kind::close, begin, begin + 1);
    } else if (c == ',') {
      cursor_.add(Kind::comma, begin, begin + 1);
    } else if (c == ':') {
      const bool after_string = cursor_.last_is(Kind::string);
      if (after_string) {
        cursor_.tokens.back().kind = Kind::key;
      }
      cursor_.add(Kind::colon, begin, begin + 1);
    } else {
      scalar();
    }
  }

  Cursor cursor_;
  std::uint32_t line_ = 0;
  std::uint32_t flow_ = 0;
  bool line_begins_ = true; // nothing but dashes stood on the line so far
  std::vector<Block> blocks_;
};

} // namespace

std::vector<SourceToken> lex_yaml(std::string_view text) {
  return YamlLexer(text).lex();
}

} // namespace migcheck::lists
