// A `*.retired` migration that does not say why.
#include "check/rule.hpp"

#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>

namespace migcheck::rules {
namespace {

// What is written for readers, not for migcheck.
std::string without_directives(std::string_view comment) {
  std::string text;
  while (!comment.empty()) {
    const std::size_t end =
        std::min(comment.find('\n'), comment.size() - 1) + 1;
    const std::string_view line = comment.substr(0, end);
    if (line.find("migcheck:") == std::string_view::npos) {
      text += line;
    }
    comment.remove_prefix(end);
  }
  return text;
}

// Words that a reason is made of. What the migration once did is none.
bool gives_reason(std::string_view comment) {
  static constexpr std::array<std::string_view, 26> words = {
      "retire",      "reason",   "supersede", "superseed",   "replace",
      "obsolete",    "because",  "no longer", "not needed",  "unneeded",
      "never",       "abandon",  "revert",    "deprecat",    "squash",
      "merged into", "moved to", "instead",   "rolled back", "withdrawn",
      "folded into", "unused",   "mistake",   "do not",      "duplicate",
      "removed"};
  const std::string lower = lower_case(without_directives(comment));
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  for (const Migration& migration : directory.retired) {
    const SqlFile& file = migration.file;
    if (!file.read || file.failure != ReadFailure::none ||
        gives_reason(file.head_comment)) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {migration.path, {}},
        quoted(migration.entry) + " is retired and does not say why");
    finding.help =
        "begin it with a comment such as \"-- RETIRED: replaced by …\"";
    finding.data = {{"directory", directory.path}, {"file", migration.path}};
    finding.identity = {directory.path, migration.entry};
  }
}

} // namespace

extern const Rule retired_without_reason;
const Rule retired_without_reason = {
    .info =
        {.name = "retired-without-reason",
         .summary = "a retired migration gives no reason",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
