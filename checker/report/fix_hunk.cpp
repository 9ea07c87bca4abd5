#include "report/fix_hunk.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t longest_shown = 64u << 10; // bytes of touched lines

// Edits that touch the lines [first, last].
struct Group {
  std::uint32_t first;
  std::uint32_t last;
  std::vector<const Edit*> edits;
};

std::vector<Group>
group_by_lines(std::vector<const Edit*> edits, const LineIndex& lines) {
  std::stable_sort(
      edits.begin(), edits.end(), [](const Edit* a, const Edit* b) {
        return a->span.begin < b->span.begin;
      });
  std::vector<Group> groups;
  for (const Edit* edit : edits) {
    const std::uint32_t first = lines.position(edit->span.begin).line;
    const std::uint32_t last = lines.position(edit->span.end).line;
    if (groups.empty() || first > groups.back().last) {
      groups.push_back({first, last, {edit}});
    } else {
      groups.back().last = std::max(groups.back().last, last);
      groups.back().edits.push_back(edit);
    }
  }
  return groups;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    lines.emplace_back(line);
    if (end == std::string_view::npos) {
      return lines;
    }
    text.remove_prefix(end + 1);
  }
}

// False when edits overlap or lie outside `lines`.
bool apply(
    const std::vector<const Edit*>& edits,
    std::string_view text,
    Span lines,
    std::string& out) {
  std::uint32_t at = lines.begin;
  for (const Edit* edit : edits) {
    if (edit->span.begin < at || edit->span.end < edit->span.begin ||
        edit->span.end > lines.end) {
      return false;
    }
    out += text.substr(at, edit->span.begin - at);
    out += edit->text;
    at = edit->span.end;
  }
  out += text.substr(at, lines.end - at);
  return true;
}

// Takes off the lines that stay as they are at both ends.
void trim(FixHunk& hunk) {
  auto& [path, line, removed, added] = hunk;
  const std::size_t shorter = std::min(removed.size(), added.size());
  std::size_t above = 0;
  while (above < shorter && removed[above] == added[above]) {
    ++above;
  }
  std::size_t below = 0;
  while (below < shorter - above && removed[removed.size() - 1 - below] ==
                                        added[added.size() - 1 - below]) {
    ++below;
  }
  const auto keep_middle = [&](std::vector<std::string>& lines) {
    lines.resize(lines.size() - below);
    lines.erase(
        lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(above));
  };
  keep_middle(removed);
  keep_middle(added);
  line += static_cast<std::uint32_t>(above);
  if (removed.empty()) {
    --line; // the one above the added lines
  }
}

} // namespace

std::vector<FixHunk> fix_hunks(
    const std::vector<const Edit*>& edits,
    const SourceView& source,
    const std::string& path) {
  std::vector<FixHunk> hunks;
  const std::string_view text = source.text();
  for (const Group& group : group_by_lines(edits, source.lines())) {
    // Up to the raw end of the last line: a span may end behind its CR.
    Span lines{
        source.lines().line(group.first).begin,
        source.lines().line(group.last).end};
    while (lines.end < text.size() && text[lines.end] == '\r') {
      ++lines.end;
    }
    std::string changed;
    if (lines.size() > longest_shown ||
        !apply(group.edits, text, lines, changed)) {
      return {};
    }
    FixHunk hunk{
        path, group.first, split_lines(lines.of(text)), split_lines(changed)};
    trim(hunk);
    if (!hunk.removed.empty() || !hunk.added.empty()) {
      hunks.push_back(std::move(hunk));
    }
  }
  return hunks;
}

} // namespace migcheck
