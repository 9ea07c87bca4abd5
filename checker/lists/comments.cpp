#include "lists/comments.hpp"

#include <algorithm>
#include <string_view>

namespace migcheck::lists {
namespace {

// Code in longer lines was not written by hand: no comment speaks of it.
constexpr std::uint32_t longest_line = 4096;

bool is_comment_before(
    const SourceTree& tree, std::uint32_t comment, std::uint32_t line_begin) {
  const std::uint32_t end = tree.tokens[comment].span.end;
  if (end > line_begin || line_begin - end > longest_line) {
    return false;
  }
  const std::string_view between = tree.text.substr(end, line_begin - end);
  return std::count(between.begin(), between.end(), '\n') <= 1 &&
         std::all_of(between.begin(), between.end(), [](char c) {
           return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ';';
         });
}

// npos where the line is too long.
std::uint32_t line_begin_of(std::string_view text, std::uint32_t offset) {
  const std::uint32_t least = offset - std::min(offset, longest_line);
  const std::size_t feed = text.substr(least, offset - least).rfind('\n');
  if (feed != std::string_view::npos) {
    return least + static_cast<std::uint32_t>(feed) + 1;
  }
  return least == 0 ? 0 : SourceTree::npos;
}

// True when nothing but blanks stands before the comment on its line.
bool stands_alone(const SourceTree& tree, std::uint32_t comment) {
  const std::uint32_t begin = tree.tokens[comment].span.begin;
  const std::uint32_t line = line_begin_of(tree.text, begin);
  if (line == SourceTree::npos) {
    return false;
  }
  const std::string_view head = tree.text.substr(line, begin - line);
  return head.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

std::string comments_above(const SourceTree& tree, std::uint32_t token) {
  constexpr int most_comments = 40;
  constexpr std::size_t longest_comment = 2000;
  constexpr std::size_t most_text = 8000;
  std::string text;
  std::uint32_t line = line_begin_of(tree.text, tree.tokens[token].span.begin);
  if (line == SourceTree::npos) {
    return text;
  }
  std::uint32_t at = token;
  while (at > 0 && tree.tokens[at - 1].span.begin >= line) {
    --at;
  }
  int seen = 0;
  for (int step = 0; at > 0 && step < 2 * most_comments &&
                     seen < most_comments && text.size() < most_text;
       ++step) {
    const std::uint32_t comment = at - 1;
    if (tree.is(comment, SourceTokenKind::separator)) {
      --at;
      continue;
    }
    if (!tree.is(comment, SourceTokenKind::comment) ||
        !is_comment_before(tree, comment, line) ||
        !stands_alone(tree, comment)) {
      break;
    }
    text.insert(0, "\n");
    text.insert(0, tree.content_of(comment).substr(0, longest_comment));
    line = line_begin_of(tree.text, tree.tokens[comment].span.begin);
    at = comment;
    ++seen;
  }
  // What follows on the line of the declaration itself.
  const std::uint32_t begin = tree.tokens[token].span.begin;
  const std::string_view rest = tree.text.substr(begin, longest_line);
  const std::size_t end = begin + std::min(rest.find('\n'), rest.size());
  for (std::uint32_t i = token; i < tree.tokens.size(); ++i) {
    if (tree.tokens[i].span.begin >= end) {
      break;
    }
    if (tree.is(i, SourceTokenKind::comment)) {
      text += tree.content_of(i).substr(0, longest_comment);
    }
  }
  return text;
}

} // namespace migcheck::lists
