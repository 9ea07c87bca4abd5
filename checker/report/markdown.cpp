// The job summary. GitHub refuses more than 1 MiB per step, so it stops in
// time, on a row.
#include "report/escape.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t largest = 900'000; // bytes
constexpr std::size_t for_last_lines = 1'000;
constexpr std::size_t most_hunk_lines = 50;

std::string cell(std::string_view text) {
  return code_span(printable(text), MarkdownPlace::table);
}

std::string span(std::string_view text) {
  return code_span(printable(text), MarkdownPlace::text);
}

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, const ReportOptions& options)
      : report_(report), options_(options) {}

  std::string write();

 private:
  // False when the block does not fit any more.
  bool add(std::string_view block);
  void heading();
  std::string place(const Region& region) const;
  std::string rule(const Finding& finding) const;
  std::string row(const Finding& finding) const;
  std::string advice(const Finding& finding) const;
  void hunk(const FixHunk& hunk, std::string& out) const;
  void table();
  void details();

  const Report& report_;
  const ReportOptions& options_;
  std::string out_;
};

// Adds whole lines, each made safe for a log.
bool MarkdownWriter::add(std::string_view block) {
  std::string lines;
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    lines += log_safe(block.substr(0, end)) + '\n';
    block.remove_prefix(std::min(end + 1, block.size()));
  }
  if (out_.size() + lines.size() > largest - for_last_lines) {
    return false;
  }
  out_ += lines;
  return true;
}

void MarkdownWriter::heading() {
  add("## migcheck: " + verdict(report_.summary) + "\n");
  std::string counts = counted(report_.summary.migrations, "migration") +
                       " and " + counted(report_.summary.lists, "list") +
                       " checked";
  if (report_.summary.suppressed > 0) {
    counts += ", " + suppressed(report_.summary);
  }
  add("\n" + counts + ".\n");
  if (report_.complete) {
    return;
  }
  add("\n**The check is incomplete.**\n\n");
  for (const Incomplete& item : report_.incomplete) {
    const std::string where = item.path.empty() ? "" : span(item.path) + ": ";
    if (!add("- " + where + span(item.message) + "\n")) {
      return;
    }
  }
}

std::string MarkdownWriter::place(const Region& region) const {
  return fmt::format(
      "{}:{}",
      printable(repository_path(report_, region.path)),
      region.start.line);
}

std::string MarkdownWriter::rule(const Finding& finding) const {
  const std::string name(finding.rule->name);
  const std::string url = rule_url(report_, options_, name);
  return url.empty() ? name : fmt::format("[{}]({})", name, url);
}

std::string MarkdownWriter::row(const Finding& finding) const {
  return fmt::format(
      "| {} | {} | {} | {} |\n",
      severity_name(finding.severity),
      cell(place(finding.region)),
      rule(finding),
      cell(finding.message));
}

void MarkdownWriter::table() {
  if (report_.findings.empty()) {
    return;
  }
  add("\n| Severity | Place | Rule | Message |\n"
      "| --- | --- | --- | --- |\n");
  std::size_t missing = report_.findings_left_out;
  for (const Finding& finding : report_.findings) {
    if (missing > report_.findings_left_out || !add(row(finding))) {
      ++missing;
    }
  }
  if (missing > 0) {
    out_ +=
        fmt::format("\n{} not shown here.\n", counted(missing, "more finding"));
  }
}

void MarkdownWriter::hunk(const FixHunk& hunk, std::string& out) const {
  const std::string where = printable(repository_path(report_, hunk.path));
  if (hunk.removed.empty()) {
    out += fmt::format(
        "  - {}, add after line {}:\n",
        code_span(where, MarkdownPlace::text),
        hunk.line);
  } else {
    out += fmt::format(
        "  - {}, {} from line {}:\n",
        code_span(where, MarkdownPlace::text),
        hunk.added.empty() ? "remove" : "change",
        hunk.line);
  }
  std::size_t shown = 0;
  const auto lines = [&](std::string_view mark, const auto& all) {
    for (const std::string& line : all) {
      if (shown++ < most_hunk_lines) {
        out += fmt::format("    - {} {}\n", mark, span(without_indent(line)));
      }
    }
  };
  lines("remove", hunk.removed);
  lines("add", hunk.added);
  if (shown > most_hunk_lines) {
    out += fmt::format("    - and {} more lines\n", shown - most_hunk_lines);
  }
}

// One item of a list; "" when there is nothing to say.
std::string MarkdownWriter::advice(const Finding& finding) const {
  std::string out;
  std::string_view help = finding.help;
  while (!help.empty()) {
    const std::size_t end = std::min(help.find('\n'), help.size());
    out += "  - " + span(help.substr(0, end)) + "\n";
    help.remove_prefix(std::min(end + 1, help.size()));
  }
  if (finding.fix) {
    for (const FixHunk& each : finding.fix->hunks) {
      hunk(each, out);
    }
    for (const Rename& rename : finding.fix->renames) {
      out +=
          "  - rename " + span(rename.from) + " to " + span(rename.to) + "\n";
    }
  }
  if (out.empty()) {
    return out;
  }
  const std::string where =
      code_span(place(finding.region), MarkdownPlace::text);
  return "- " + where + ", " + rule(finding) + "\n" + out;
}

void MarkdownWriter::details() {
  std::vector<std::string> items;
  for (const Finding& finding : report_.findings) {
    if (std::string item = advice(finding); !item.empty()) {
      items.push_back(std::move(item));
    }
  }
  constexpr std::string_view opening =
      "\n<details>\n<summary>How to fix</summary>\n\n";
  if (items.empty() || !add(opening)) {
    return;
  }
  std::size_t shown = 0;
  while (shown < items.size() && add(items[shown])) {
    ++shown;
  }
  if (shown < items.size()) {
    out_ += fmt::format("- and {} more\n", items.size() - shown);
  }
  out_ += "\n</details>\n";
}

std::string MarkdownWriter::write() {
  heading();
  table();
  details();
  return std::move(out_);
}

} // namespace

std::string write_markdown(const Report& report, const ReportOptions& options) {
  return MarkdownWriter(report, options).write();
}

} // namespace migcheck
