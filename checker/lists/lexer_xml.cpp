#include "lists/lexer_cursor.hpp"
#include "lists/lexer_data.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

bool is_white(char c) {
  return is_blank(c) || c == '\n';
}

class XmlLexer {
 public:
  explicit XmlLexer(std::string_view text) : cursor_{text, 0, {}} {}

  std::vector<SourceToken> lex() {
    while (!cursor_.done()) {
      if (is_white(cursor_.peek())) {
        ++cursor_.at;
      } else if (in_tag_) {
        tag_part(cursor_.peek());
      } else if (
          !marked("<!--", "-->", Kind::comment) &&
          !marked("<![CDATA[", "]]>", Kind::string) &&
          !marked("<?", "?>", Kind::other)) {
        content();
      }
    }
    return std::move(cursor_.tokens);
  }

 private:
  bool marked(std::string_view open, std::string_view close, Kind kind) {
    if (!cursor_.starts(open)) {
      return false;
    }
    const std::uint32_t begin = cursor_.at;
    const auto content = static_cast<std::uint32_t>(begin + open.size());
    const std::uint32_t end = cursor_.find(close, content);
    const auto after = static_cast<std::uint32_t>(
        std::min(end + close.size(), cursor_.text.size()));
    cursor_.add(kind, {begin, after}, {content, end}).raw =
        kind == Kind::string;
    return true;
  }

  void content() {
    const std::uint32_t begin = cursor_.at;
    if (cursor_.starts("</")) {
      end_tag();
      return;
    }
    if (cursor_.peek() == '<') {
      cursor_.add(Kind::comma, begin, begin);
      cursor_.add(Kind::open, begin, begin + 1);
      in_tag_ = true;
      const std::uint32_t name = name_end(begin + 1);
      elements_.push_back(cursor_.text.substr(begin + 1, name - begin - 1));
      return;
    }
    const std::uint32_t next = cursor_.find("<", begin);
    std::uint32_t end = next;
    while (is_white(cursor_.byte(end - 1))) {
      --end;
    }
    cursor_.add(Kind::string, begin, end).raw = true;
    cursor_.at = next;
  }

  // Closes the nearest element of that name and what was left open inside it;
  // a tag that closes nothing is punctuation.
  void end_tag() {
    constexpr std::size_t farthest = 64;
    const std::uint32_t begin = cursor_.at;
    const std::uint32_t name = name_end(begin + 2);
    const std::string_view wanted =
        cursor_.text.substr(begin + 2, name - begin - 2);
    const std::uint32_t end =
        std::min(cursor_.find(">", name) + 1, cursor_.size());
    const std::size_t depth = elements_.size();
    std::size_t inner = 0;
    while (inner < std::min(depth, farthest) &&
           elements_[depth - 1 - inner] != wanted) {
      ++inner;
    }
    if (inner == std::min(depth, farthest)) {
      cursor_.add(Kind::other, begin, end);
      return;
    }
    for (std::size_t i = 0; i < inner; ++i) {
      cursor_.add(Kind::close, begin, begin);
    }
    cursor_.add(Kind::close, begin, end);
    elements_.resize(depth - 1 - inner);
  }

  std::uint32_t name_end(std::uint32_t at) const {
    while (at < cursor_.size() && !is_white(cursor_.byte(at)) &&
           std::string_view("=>/\"'<").find(cursor_.byte(at)) > 5) {
      ++at;
    }
    return at;
  }

  void tag_part(char c) {
    const std::uint32_t begin = cursor_.at;
    if (c == '>') {
      in_tag_ = false;
      cursor_.add(Kind::other, begin, begin + 1);
    } else if (c == '/' && cursor_.peek(1) == '>') {
      in_tag_ = false;
      elements_.pop_back();
      cursor_.add(Kind::close, begin, begin + 2);
    } else if (c == '"' || c == '\'') {
      const std::uint32_t end = cursor_.find({&c, 1}, begin + 1);
      const std::uint32_t after = std::min(end + 1, cursor_.size());
      cursor_.add(Kind::string, {begin, after}, {begin + 1, end}).raw = true;
    } else if (c == '=') {
      cursor_.add(Kind::assign, begin, begin + 1);
    } else {
      const std::uint32_t end = name_end(begin + 1);
      cursor_.add(begins_word(c) ? Kind::word : Kind::other, begin, end);
    }
  }

  Cursor cursor_;
  bool in_tag_ = false;
  std::vector<std::string_view> elements_; // open ones, by name
};

} // namespace

std::vector<SourceToken> lex_xml(std::string_view text) {
  return XmlLexer(text).lex();
}

} // namespace migcheck::lists
