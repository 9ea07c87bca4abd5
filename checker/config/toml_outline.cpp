#include "config/toml_outline.hpp"

#include "config/toml_keys.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <vector>

namespace migcheck {
namespace {

struct Open {
  bool is_table = false;
  TomlNodeId node = 0;     // of a table
  std::uint32_t depth = 0; // of nested values, this one included
};

bool is_bare(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

class Scanner {
 public:
  Scanner(Problems& problems, std::string& copy)
      : problems_(problems), text_(problems.text()), copy_(copy) {}

  Outline scan();

 private:
  // Each gives false where the document stops being TOML, or is hopeless.
  bool read_statement();
  bool read_header();
  bool read_pair(TomlNodeId table, std::uint32_t depth);
  bool read_value(TomlNodeId node, std::uint32_t depth);
  bool go_on_in_container();
  bool read_path(std::uint32_t depth);
  bool read_segment();
  bool skip_string();
  bool skip_number();
  bool enter(Open open);
  bool refuse_foreign();

  void define_value(TomlNodeId table);
  void define_table(TomlTables tables);
  void already(const TomlSegment& segment, std::uint32_t first);

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool at_end() const { return at_ >= text_.size(); }

  bool take(std::string_view what);
  void skip_blanks();
  void skip_blanks_and_lines();
  void blank(Span span);
  Span span_from(std::size_t begin) const;

  Problems& problems_;
  std::string_view text_;
  std::string& copy_;
  std::size_t at_ = 0;
  bool hopeless_ = false;
  TomlNodeId table_ = 0; // the one that the last header opened
  std::uint32_t table_depth_ = 0;
  std::size_t repeated_ = 0; // begin of a pair to take out, plus one
  std::vector<Open> open_;
  std::vector<TomlSegment> path_;
  TomlKeys keys_;
};

Span Scanner::span_from(std::size_t begin) const {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
}

bool Scanner::take(std::string_view what) {
  if (!text_.substr(at_).starts_with(what)) {
    return false;
  }
  at_ += what.size();
  return true;
}

void Scanner::skip_blanks() {
  while (peek() == ' ' || peek() == '\t') {
    ++at_;
  }
}

void Scanner::skip_blanks_and_lines() {
  while (true) {
    skip_blanks();
    if (peek() == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (peek() == '\n' || peek() == '\r') {
      ++at_;
    } else {
      return;
    }
  }
}

void Scanner::blank(Span span) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (copy_[i] != '\n' && copy_[i] != '\r') {
      copy_[i] = ' ';
    }
  }
}

void Scanner::already(const TomlSegment& segment, std::uint32_t first) {
  problems_.add(
      segment.span,
      fmt::format(
          "key {} is already set on line {}",
          quoted(segment.key),
          problems_.lines().position(first).line));
}

// Registers the path just read as a value of `table`.
void Scanner::define_value(TomlNodeId table) {
  if (const auto first = keys_.define_value(table, path_)) {
    already(path_.back(), *first);
    hopeless_ = hopeless_ || !open_.empty();
    repeated_ = path_.front().span.begin + 1;
  }
}

// Registers the path just read as a header, and enters it.
void Scanner::define_table(TomlTables tables) {
  const auto defined = keys_.define_table(path_, tables);
  if (defined) {
    table_ = *defined;
  } else {
    already(path_.back(), defined.error());
    hopeless_ = true;
  }
}

bool Scanner::read_segment() {
  const std::size_t begin = at_;
  TomlSegment segment;
  if (peek() == '"' || peek() == '\'') {
    const char quote = text_[at_];
    if (text_.substr(at_, 3) == std::string(3, quote) || !skip_string()) {
      return false;
    }
    segment.key = text_.substr(begin + 1, at_ - begin - 2);
  } else {
    while (is_bare(peek())) {
      ++at_;
    }
    segment.key = text_.substr(begin, at_ - begin);
    if (segment.key.empty()) {
      return false;
    }
  }
  segment.span = span_from(begin);
  path_.push_back(std::move(segment));
  return true;
}

// Reads a dotted key; it stands `depth` values deep.
bool Scanner::read_path(std::uint32_t depth) {
  path_.clear();
  while (true) {
    skip_blanks();
    if (!read_segment()) {
      return false;
    }
    if (path_.size() + depth > deepest_toml) {
      problems_.add(
          path_.back().span,
          fmt::format("values are nested more than {} deep", deepest_toml));
      hopeless_ = true;
      return false;
    }
    skip_blanks();
    if (!take(".")) {
      return true;
    }
  }
}

bool Scanner::read_header() {
  const bool is_array = take("[[");
  if (!is_array) {
    ++at_;
  }
  if (!read_path(0) || !take(is_array ? "]]" : "]")) {
    return false;
  }
  define_table(is_array ? TomlTables::many : TomlTables::one);
  table_depth_ = static_cast<std::uint32_t>(path_.size()) + (is_array ? 1 : 0);
  return !hopeless_;
}

bool Scanner::read_pair(TomlNodeId table, std::uint32_t depth) {
  if (!read_path(depth)) {
    return false;
  }
  skip_blanks();
  if (!take("=")) {
    return false;
  }
  define_value(table);
  if (hopeless_) {
    return false;
  }
  // The new node is for an inline table.
  return read_value(
      keys_.new_node(), depth + static_cast<std::uint32_t>(path_.size()));
}

bool Scanner::enter(Open open) {
  ++at_;
  if (open.depth > deepest_toml) {
    --at_;
    problems_.add(
        span_from(at_),
        fmt::format("values are nested more than {} deep", deepest_toml));
    hopeless_ = true;
    return false;
  }
  open_.push_back(open);
  return true;
}

// Reads a plain value, or enters an array or inline table.
bool Scanner::read_value(TomlNodeId node, std::uint32_t depth) {
  skip_blanks();
  switch (peek()) {
  case '[':
    return enter({false, 0, depth + 1});
  case '{':
    return enter({true, node, depth + 1});
  case '"':
  case '\'':
    return skip_string();
  default:
    return skip_number();
  }
}

bool Scanner::skip_string() {
  const char quote = text_[at_];
  const std::string three(3, quote);
  const bool multiline = take(three);
  at_ += multiline ? 0 : 1;
  while (!at_end()) {
    if (quote == '"' && peek() == '\\') {
      at_ += 2;
    } else if (multiline ? take(three) : peek() == quote) {
      at_ += multiline ? 0 : 1;
      while (multiline && peek() == quote) {
        ++at_;
      }
      return true;
    } else if (!multiline && peek() == '\n') {
      return false;
    } else {
      ++at_;
    }
  }
  return false;
}

// Outside of strings and comments TOML is ASCII. The parser (toml++ 3.3) has
// no defined behaviour for other characters there, so it must not see them.
bool Scanner::refuse_foreign() {
  if (static_cast<unsigned char>(peek()) < 0x80) {
    return false;
  }
  std::size_t end = at_;
  next_code_point(text_, end);
  const Span span{
      static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  problems_.add(
      span, quoted(span.of(text_)) + " may stand in strings and comments only");
  hopeless_ = true;
  return true;
}

// A number, a date, a truth value, or nonsense. Numbers out of range become 0
// in the copy.
bool Scanner::skip_number() {
  const std::size_t begin = at_;
  while (!at_end() && std::string_view(",]}# \t\r\n").find(peek()) ==
                          std::string_view::npos) {
    if (refuse_foreign()) {
      return false;
    }
    ++at_;
  }
  std::string number;
  for (const char c : text_.substr(begin, at_ - begin)) {
    if (c != '_' && !(number.empty() && c == '+')) {
      number += c;
    }
  }
  const std::size_t digit = number.starts_with('-') ? 1 : 0;
  const bool decimal = digit < number.size() && is_digit(number[digit]);
  const bool real = number.find_first_of(".eE") != std::string::npos;
  std::from_chars_result read{};
  const char* const end = number.data() + number.size();
  if (real) {
    double value = 0;
    read = std::from_chars(number.data(), end, value);
  } else {
    std::int64_t value = 0;
    read = std::from_chars(number.data(), end, value);
  }
  if (decimal && read.ptr == end && read.ec == std::errc::result_out_of_range) {
    const Span span = span_from(begin);
    problems_.add(
        span, fmt::format("{} is out of range", quoted(span.of(text_))));
    blank(span);
    copy_[begin] = '0';
  }
  return at_ > begin;
}

// After a value, or where one begins, inside the innermost container.
bool Scanner::go_on_in_container() {
  const Open open = open_.back();
  skip_blanks_and_lines();
  if (take(",")) {
    skip_blanks_and_lines();
  }
  if (peek() == (open.is_table ? '}' : ']')) {
    ++at_;
    open_.pop_back();
    return true;
  }
  if (open.is_table) {
    return read_pair(open.node, open.depth);
  }
  return read_value(keys_.new_node(), open.depth);
}

bool Scanner::read_statement() {
  skip_blanks_and_lines();
  if (at_end()) {
    return false;
  }
  repeated_ = 0;
  const bool began =
      peek() == '[' ? read_header() : read_pair(table_, table_depth_);
  if (!began) {
    return false;
  }
  const std::size_t taken_out = repeated_;
  while (!open_.empty()) {
    if (!go_on_in_container()) {
      return false;
    }
  }
  if (taken_out != 0) {
    blank(span_from(taken_out - 1));
  }
  skip_blanks();
  return at_end() || peek() == '\n' || peek() == '\r' || peek() == '#';
}

Outline Scanner::scan() {
  take(byte_order_mark);
  while (read_statement()) {
  }
  if (!hopeless_ && !at_end()) {
    refuse_foreign(); // what else is wrong here, the parser says
  }
  return hopeless_ ? Outline::hopeless : Outline::good;
}

} // namespace

Outline check_outline(Problems& problems, std::string& text) {
  text = problems.text();
  return Scanner(problems, text).scan();
}

} // namespace migcheck
