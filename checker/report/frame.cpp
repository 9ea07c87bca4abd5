#include "report/frame.hpp"

#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t widest = 120; // columns of source
constexpr std::size_t widest_before = 50;
constexpr std::string_view ellipsis = "…";

// The last `columns` of printable text; what was before becomes an ellipsis.
std::string cut_left(std::string_view text, std::size_t columns) {
  std::size_t excess = display_width(text);
  if (excess <= columns) {
    return std::string(text);
  }
  excess -= columns - 1; // the ellipsis takes one
  std::size_t at = 0;
  while (at < text.size() && excess > 0) {
    const std::size_t start = at;
    next_code_point(text, at);
    excess -= std::min(excess, display_width(text.substr(start, at - start)));
  }
  return std::string(ellipsis) + std::string(text.substr(at));
}

void trim_blanks(std::string& line) {
  line.resize(line.find_last_not_of(' ') + 1);
}

struct Parts {
  std::string before;
  std::string marked;
  std::string after;
};

Parts parts_of(const Excerpt& excerpt) {
  const std::string_view line = excerpt.line;
  const std::size_t begin =
      std::min<std::size_t>(excerpt.caret_begin, line.size());
  const std::size_t end =
      std::clamp<std::size_t>(excerpt.caret_end, begin, line.size());
  return {
      (excerpt.more_before ? std::string(ellipsis) : "") +
          source_text(line.substr(0, begin)),
      source_text(line.substr(begin, end - begin)),
      source_text(line.substr(end)) +
          (excerpt.more_after ? std::string(ellipsis) : "")};
}

void shorten(Parts& parts) {
  const std::size_t marked = display_width(parts.marked);
  const std::size_t all =
      display_width(parts.before) + marked + display_width(parts.after);
  if (all <= widest) {
    return;
  }
  parts.before = cut_left(parts.before, widest_before);
  std::size_t left = widest - display_width(parts.before);
  if (marked > left) {
    parts.marked = cut_right(parts.marked, left);
    parts.after.clear();
    return;
  }
  left -= marked;
  parts.after = left == 0 ? "" : cut_right(parts.after, left);
}

} // namespace

std::string source_text(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const std::size_t tab = std::min(bytes.find('\t'), bytes.size());
    out += printable(bytes.substr(0, tab));
    out += tab < bytes.size() ? "    " : "";
    bytes.remove_prefix(std::min(tab + 1, bytes.size()));
  }
  return out;
}

std::string cut_right(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) {
    return std::string(text);
  }
  std::size_t left = columns - 1; // the ellipsis takes one
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    next_code_point(text, next);
    const std::size_t width = display_width(text.substr(at, next - at));
    if (width > left) {
      break;
    }
    left -= width;
    at = next;
  }
  return std::string(text.substr(0, at)) + std::string(ellipsis);
}

Frame frame(const Excerpt& excerpt, std::uint32_t line) {
  Parts parts = parts_of(excerpt);
  shorten(parts);
  const std::string gutter = fmt::format("{:6} | ", line);
  const std::string until_mark = gutter + parts.before;
  const std::size_t begin = display_width(log_safe(until_mark));
  const std::size_t end = display_width(log_safe(until_mark + parts.marked));

  Frame out;
  out.source = log_safe(until_mark + parts.marked + parts.after);
  trim_blanks(out.source);
  const std::size_t gutter_width = gutter.size();
  out.caret = std::string(gutter_width - 2, ' ') + "| " +
              std::string(begin - gutter_width, ' ') + "^";
  out.caret.append(end > begin ? end - begin - 1 : 0, '~');
  if (excerpt.continues) {
    out.caret += ellipsis;
  }
  return out;
}

} // namespace migcheck
