#include "text/directives.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view mark = "migcheck:";
constexpr std::size_t longest_line = 4096;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool is_verb_byte(char c) {
  return (c >= 'a' && c <= 'z') || c == '-';
}

// Characters that comments are made of: -- // /* # <!-- ; %
bool is_comment_mark(char c) {
  return std::string_view("-/*#!<;%").find(c) != std::string_view::npos;
}

// Without the mark that ends a block comment.
std::string_view without_close(std::string_view remark) {
  remark = trim(remark);
  for (const std::string_view close : {"*/", "-->", "--%>", "#}", "=#"}) {
    if (remark.ends_with(close)) {
      return trim(remark.substr(0, remark.size() - close.size()));
    }
  }
  return remark;
}

bool begins_its_line(std::string_view before) {
  while (!before.empty() && is_blank(before.back())) {
    before.remove_suffix(1);
  }
  return before.empty() || before.back() == '\n' ||
         is_comment_mark(before.back());
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t least = at - std::min(at, longest_line);
  while (at > least && text[at - 1] != '\n') {
    --at;
  }
  return at;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, longest_line);
  return at + std::min(line.find('\n'), line.size());
}

// The end of the line below the one that holds `at`.
std::size_t line_end_below(std::string_view text, std::size_t at) {
  const std::size_t end = line_end(text, at);
  return end < text.size() && text[end] == '\n' ? line_end(text, end + 1) : end;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Reads `VERB(ARGUMENT)` at `at`, up to `end`; false when it is not there.
bool read_call(
    std::string_view text, std::size_t at, std::size_t end, Directive& out) {
  while (at < end && is_blank(text[at])) {
    ++at;
  }
  const std::size_t verb = at;
  while (at < end && is_verb_byte(text[at])) {
    ++at;
  }
  out.verb = text.substr(verb, at - verb);
  if (out.verb.empty() || at == end || text[at] != '(') {
    return false;
  }
  const std::string_view rest = text.substr(at + 1, end - at - 1);
  const std::size_t close = rest.find(')');
  if (close == std::string_view::npos) {
    return false;
  }
  out.argument = trim(rest.substr(0, close));
  out.remark = without_close(rest.substr(close + 1));
  out.span.end = static_cast<std::uint32_t>(at + close + 2);
  return true;
}

} // namespace

void read_directives(
    std::string_view text, Span comment, std::vector<Directive>& out) {
  std::size_t at = comment.begin;
  const std::string_view before_end = text.substr(0, comment.end);
  while (out.size() < most_directives) {
    at = before_end.find(mark, at);
    if (at == std::string_view::npos) {
      return;
    }
    const std::size_t begin = at;
    at += mark.size();
    const std::size_t end =
        std::min<std::size_t>(line_end(text, at), comment.end);
    Directive directive;
    directive.span = span_of(begin, end);
    if (!begins_its_line(text.substr(comment.begin, begin - comment.begin)) ||
        !read_call(text, at, end, directive)) {
      continue;
    }
    const std::size_t last = std::max<std::size_t>(comment.end, begin + 1) - 1;
    directive.covers =
        span_of(line_begin(text, begin), line_end_below(text, last));
    out.push_back(directive);
  }
}

} // namespace migcheck
