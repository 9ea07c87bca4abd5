// Atlas: directives in the comments at the top of a file, which count only
// where an empty line follows.
#include "sql/quotes.hpp"
#include "sql/sections.hpp"
#include "text/ascii.hpp"

namespace migcheck::sql {
namespace {

constexpr std::string_view mark = "atlas:";

struct AtlasDirective {
  std::string_view name;
  std::string_view value;
  Span value_span;
};

bool is_comment_line(std::string_view line) {
  return line.starts_with("--") || line.starts_with('#');
}

// `-- atlas:txmode none` is a name and a value.
AtlasDirective read_directive(std::string_view text, Span line) {
  const std::string_view bytes = line.of(text);
  const std::size_t at = bytes.find(mark);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::size_t begin = at + mark.size();
  std::size_t end = begin;
  while (end < bytes.size() &&
         (is_letter(bytes[end]) || is_digit(bytes[end]) || bytes[end] == '_')) {
    ++end;
  }
  const std::string_view value = trim(bytes.substr(end));
  const auto value_begin = static_cast<std::uint32_t>(
      value.empty() ? line.end : value.data() - text.data());
  return {
      bytes.substr(begin, end - begin),
      value,
      {value_begin, value_begin + static_cast<std::uint32_t>(value.size())}};
}

// The lines of the head that count; empty when no empty line follows them.
std::vector<Span> head_lines(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = line_end(text, at);
    const Span line{
        static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const std::string_view bytes = line.of(text);
    if (!is_comment_line(bytes)) {
      // Blanks and tabs leave a line empty, a carriage return does not.
      const bool empty = bytes.find_first_not_of(" \t") == bytes.npos;
      return empty ? lines : std::vector<Span>{};
    }
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

} // namespace

Sections read_atlas_sections(std::string_view text) {
  Sections sections;
  if (!is_comment_line(text)) {
    return sections;
  }
  bool seen = false;
  for (const Span line : head_lines(text)) {
    const AtlasDirective directive = read_directive(text, line);
    if (directive.name != "txmode") {
      continue;
    }
    if (seen) {
      sections.refused.push_back({AnnotationProblem::second_value, line});
    } else if (directive.value != "none" && directive.value != "file") {
      sections.refused.push_back(
          {AnnotationProblem::bad_value, directive.value_span});
    }
    seen = true;
    sections.up_transaction =
        sections.up_transaction && directive.value != "none";
  }
  sections.down_transaction = sections.up_transaction;
  return sections;
}

} // namespace migcheck::sql
