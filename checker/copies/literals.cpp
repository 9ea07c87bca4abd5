#include "copies/literals.hpp"

#include "lists/table_search.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace migcheck::copies {
namespace {

using lists::SourceToken;
using lists::SourceTokenKind;
using lists::SourceTree;

class LiteralReader {
 public:
  explicit LiteralReader(const SourceTree& tree) : tree_(tree) {
    const std::string_view name = tree.language->name;
    dots_ = name == "php" || name == "perl";
  }

  std::vector<Literal> read();

 private:
  std::uint32_t next(std::uint32_t token) const;
  bool is_join(std::uint32_t token) const;
  bool holds_create(std::uint32_t first, std::uint32_t last) const;
  void blank_escapes(const SourceToken& token, Literal& literal) const;
  void add(std::uint32_t first, std::uint32_t last, std::vector<Literal>& all);

  const SourceTree& tree_;
  bool dots_ = false; // `.` joins strings
};

// The token behind comments.
std::uint32_t LiteralReader::next(std::uint32_t token) const {
  do {
    ++token;
  } while (tree_.is(token, SourceTokenKind::comment));
  return token;
}

bool LiteralReader::is_join(std::uint32_t token) const {
  if (token >= tree_.tokens.size()) {
    return false;
  }
  const std::string_view text = tree_.text_of(token);
  return text == "+" || (dots_ && text == ".");
}

bool LiteralReader::holds_create(
    std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i <= last; ++i) {
    if (tree_.is(i, SourceTokenKind::string) &&
        lists::find_create_table(tree_.content_of(i), 0) !=
            std::string_view::npos) {
      return true;
    }
  }
  return false;
}

void LiteralReader::blank_escapes(
    const SourceToken& token, Literal& literal) const {
  constexpr std::string_view marks = "\"'`";
  std::array<bool, marks.size()> open{};
  const std::size_t end = token.content.end - literal.span.begin;
  for (std::size_t at = token.content.begin - literal.span.begin; at + 1 < end;
       ++at) {
    if (literal.text[at] != '\\') {
      continue;
    }
    const char escaped = literal.text[at + 1];
    const bool blank = escaped == 'n' || escaped == 't' || escaped == 'r' ||
                       escaped == '\n' || escaped == '\r';
    const std::size_t mark = marks.find(escaped);
    if (blank) {
      literal.text[at] = literal.text[at + 1] = ' ';
    } else if (mark < marks.size()) {
      // The blank stands outside of what is quoted.
      literal.text[at] = open[mark] ? escaped : ' ';
      literal.text[at + 1] = open[mark] ? ' ' : escaped;
      open[mark] = !open[mark];
    }
    ++at;
  }
}

void LiteralReader::add(
    std::uint32_t first, std::uint32_t last, std::vector<Literal>& all) {
  const SourceToken& begin = tree_.tokens[first];
  Literal literal;
  literal.token = first;
  literal.span = {begin.content.begin, tree_.tokens[last].content.end};
  literal.text.assign(literal.span.size(), ' ');
  for (std::uint32_t i = first; i <= last; ++i) {
    const SourceToken& token = tree_.tokens[i];
    if (token.kind == SourceTokenKind::string) {
      const std::string_view content = token.content.of(tree_.text);
      std::copy(
          content.begin(),
          content.end(),
          literal.text.begin() + (token.content.begin - literal.span.begin));
      if (!token.raw) {
        blank_escapes(token, literal);
      }
    }
  }
  all.push_back(std::move(literal));
}

std::vector<Literal> LiteralReader::read() {
  std::vector<Literal> all;
  const auto count = static_cast<std::uint32_t>(tree_.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!tree_.is(i, SourceTokenKind::string)) {
      continue;
    }
    const std::uint32_t first = i;
    std::uint32_t last = i;
    std::uint32_t behind = next(last);
    for (; behind < count; behind = next(last)) {
      const std::uint32_t piece = is_join(behind) ? next(behind) : behind;
      if (!tree_.is(piece, SourceTokenKind::string)) {
        break;
      }
      last = piece;
    }
    const bool whole = !is_join(behind) && (first == 0 || !is_join(first - 1));
    if (whole && holds_create(first, last)) {
      add(first, last, all);
    }
    i = last;
  }
  return all;
}

} // namespace

std::vector<Literal> table_literals(const SourceTree& tree) {
  return LiteralReader(tree).read();
}

} // namespace migcheck::copies
