// The report for people: GNU style first lines, code frames, advice.
#include "report/frame.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace migcheck {
namespace {

constexpr std::size_t most_hunks = 10;
constexpr std::size_t most_lines = 50; // of one hunk, removed and added each
constexpr std::size_t most_related = 20;
constexpr std::size_t widest = 120;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view green = "\x1b[32m";

std::string_view colour_of(std::string_view level) {
  return level == "error"     ? "\x1b[1;31m"
         : level == "warning" ? "\x1b[1;33m"
                              : "\x1b[1;36m";
}

class TextWriter {
 public:
  TextWriter(const Report& report, const ReportOptions& options)
      : report_(report), options_(options) {}

  std::string write();

 private:
  std::string place(const Region& region) const;
  std::string paint(std::string_view colour, std::string_view text) const;
  void line(std::string_view text);

  void finding(const Finding& finding);
  void headline(
      const Region& region,
      std::string_view level,
      std::string_view message,
      std::string_view rule);
  void help(std::string_view text);
  void fix(const Finding& finding);
  void hunk(const FixHunk& hunk, const Finding& finding);
  void hunk_lines(std::string_view mark, const std::vector<std::string>& lines);
  void related(const Finding& finding);
  void left_out();
  void statistics();
  void summary();

  const Report& report_;
  const ReportOptions& options_;
  std::string out_;
};

std::string TextWriter::place(const Region& region) const {
  if (region.path.empty()) {
    return "migcheck: ";
  }
  return fmt::format(
      "{}:{}:{}: ",
      printable(options_.working_prefix + region.path),
      region.start.line,
      region.start.column);
}

std::string
TextWriter::paint(std::string_view colour, std::string_view text) const {
  if (options_.colour == Colour::never || text.empty()) {
    return std::string(text);
  }
  return fmt::format("{}{}\x1b[0m", colour, text);
}

// The only way for a line without colour into the report.
void TextWriter::line(std::string_view text) {
  out_ += log_safe(text);
  out_ += '\n';
}

void TextWriter::headline(
    const Region& region,
    std::string_view level,
    std::string_view message,
    std::string_view rule) {
  const std::string head = place(region);
  const std::string tail = rule.empty() ? "" : fmt::format(" [{}]", rule);
  const std::string whole = log_safe(
      fmt::format("{}{}: {}{}", head, level, printable(message), tail));
  // Making it safe changes neither the level nor the tail.
  const std::size_t level_at = log_safe(head).size();
  const std::size_t message_at = level_at + level.size() + 1;
  const std::string_view view = whole;
  const std::size_t tail_at = view.size() - tail.size();
  out_ += paint(bold, view.substr(0, level_at));
  out_ += paint(colour_of(level), view.substr(level_at, level.size() + 1));
  out_ += view.substr(message_at, tail_at - message_at);
  out_ += paint(dim, view.substr(tail_at));
  out_ += '\n';
}

// Lines of advice below the first stand under its text.
void TextWriter::help(std::string_view text) {
  std::string_view start = "  help: ";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    line(std::string(start) + printable(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    start = "        ";
  }
}

void TextWriter::hunk_lines(
    std::string_view mark, const std::vector<std::string>& lines) {
  const std::size_t shown = std::min(lines.size(), most_lines);
  for (std::size_t i = 0; i < shown; ++i) {
    line(fmt::format(
        "    {}{}", mark, cut_right(source_text(lines[i]), widest)));
  }
  if (shown < lines.size()) {
    line(fmt::format("    {}and {} more lines", mark, lines.size() - shown));
  }
}

void TextWriter::hunk(const FixHunk& hunk, const Finding& finding) {
  const std::string where =
      hunk.path == finding.region.path
          ? ""
          : "in " + printable(options_.working_prefix + hunk.path) + ", ";
  if (hunk.removed.empty()) {
    help(
        hunk.line == 0 ? where + "add at the top:"
                       : fmt::format("{}add after line {}:", where, hunk.line));
    hunk_lines("", hunk.added);
    return;
  }
  const std::string_view verb = hunk.added.empty() ? "remove" : "change";
  const std::size_t count = hunk.removed.size();
  help(
      count == 1 ? fmt::format("{}{} line {}:", where, verb, hunk.line)
                 : fmt::format(
                       "{}{} lines {} to {}:",
                       where,
                       verb,
                       hunk.line,
                       hunk.line + count - 1));
  hunk_lines(hunk.added.empty() ? "" : "- ", hunk.removed);
  hunk_lines("+ ", hunk.added);
}

void TextWriter::fix(const Finding& finding) {
  const ReportedFix& fix = *finding.fix;
  const std::size_t shown = std::min(fix.hunks.size(), most_hunks);
  for (std::size_t i = 0; i < shown; ++i) {
    hunk(fix.hunks[i], finding);
  }
  if (shown < fix.hunks.size()) {
    help(fmt::format("and {} more changes", fix.hunks.size() - shown));
  }
  for (const Rename& rename : fix.renames) {
    // Advice that names the new file already says what the rename does.
    const std::string_view name = last_part(rename.to);
    if (finding.help.find(printable(name)) != std::string::npos) {
      continue;
    }
    help(
        "rename " + migcheck::quoted(rename.from) + " to " +
        migcheck::quoted(rename.to));
  }
  if (fix.hunks.empty() && fix.renames.empty()) {
    help(fix.title);
  }
}

void TextWriter::related(const Finding& finding) {
  const std::size_t shown = std::min(finding.related.size(), most_related);
  for (std::size_t i = 0; i < shown; ++i) {
    headline(finding.related[i].region, "note", finding.related[i].message, "");
  }
  const std::size_t more =
      finding.related.size() - shown + finding.related_left_out;
  if (more > 0) {
    headline(finding.region, "note", "and " + counted(more, "more place"), "");
  }
}

void TextWriter::finding(const Finding& finding) {
  headline(
      finding.region,
      severity_name(finding.severity),
      finding.message,
      finding.rule->name);
  if (finding.excerpt) {
    const Frame shown = frame(*finding.excerpt, finding.region.start.line);
    const std::string_view caret = shown.caret;
    const std::size_t mark = caret.find('^');
    out_ += shown.source + '\n';
    out_ += caret.substr(0, mark);
    out_ += paint(green, caret.substr(mark)) + '\n';
  }
  help(finding.help);
  if (finding.fix) {
    fix(finding);
  }
  related(finding);
}

void TextWriter::left_out() {
  if (report_.findings_left_out > 0) {
    line(fmt::format(
        "{} not shown (limits.findings)",
        counted(report_.findings_left_out, "more finding")));
  }
}

void TextWriter::statistics() {
  std::map<std::string_view, std::size_t> counts;
  for (const Finding& finding : report_.findings) {
    ++counts[finding.rule->name];
  }
  for (const auto& [rule, count] : counts) {
    line(fmt::format("{:6}  {}", count, rule));
  }
  line(fmt::format("{:6}  files scanned", report_.summary.files_scanned));
}

void TextWriter::summary() {
  const Summary& counts = report_.summary;
  std::string text = verdict(counts);
  text += " in " + counted(counts.migrations, "migration") + " and " +
          counted(counts.lists, "list");
  if (counts.suppressed > 0) {
    text += ", " + suppressed(counts);
  }
  if (!report_.complete) {
    text += "; the check is incomplete";
  }
  line(text);
}

std::string TextWriter::write() {
  for (const Finding& each : report_.findings) {
    finding(each);
  }
  left_out();
  if (options_.detail != Detail::quiet) {
    if (options_.statistics) {
      statistics();
    }
    summary();
  }
  return std::move(out_);
}

} // namespace

std::string write_text(const Report& report, const ReportOptions& options) {
  return TextWriter(report, options).write();
}

} // namespace migcheck
