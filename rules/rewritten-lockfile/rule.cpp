// A line of the lockfile that says something else than on the base.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "lock/compare.hpp"
#include "text/printable.hpp"

#include <unordered_map>

namespace migcheck::rules {
namespace {

using Lines = std::unordered_map<std::string_view, const LockLine*>;

Lines lines_of(const Lockfile& lockfile) {
  Lines lines;
  if (is_usable(lockfile)) {
    for (const LockLine& line : lockfile.lines) {
      lines.emplace(line.entry, &line);
    }
  }
  return lines;
}

const LockLine* find(const Lines& lines, const std::string& entry) {
  const auto found = lines.find(entry);
  return found == lines.end() ? nullptr : found->second;
}

bool same_content(const LockLine& a, const LockLine& b) {
  return a.raw == b.raw && a.neutral == b.neutral;
}

bool same_tokens(const LockLine& a, const LockLine& b) {
  return a.tokens == b.tokens && a.statements == b.statements &&
         a.statement_count == b.statement_count;
}

// What was changed without a record; "" when nothing was. `retired` follows
// the files, and the digests of tokens follow the lexer and the dialect.
std::string_view
what_changed(const LockLine& then, const LockLine& now, bool rehashed) {
  const bool content =
      !same_content(then, now) || (!rehashed && !same_tokens(then, now));
  if (now.amended.empty() && !then.amended.empty()) {
    return "its record of an amendment is gone";
  }
  if (now.forced.empty() && !then.forced.empty() && !content) {
    return "its record of being forced is gone";
  }
  const bool recorded = !now.amended.empty() && now.amended != then.amended;
  return content && !recorded ? "its digests are others" : "";
}

bool same_line(const LockLine* tip, const LockLine* now) {
  if (tip == nullptr || now == nullptr) {
    return tip == now;
  }
  return same_content(*tip, *now) && same_tokens(*tip, *now) &&
         tip->amended == now->amended && tip->forced == now->forced;
}

struct Rewritten {
  const LockLine& then;
  const LockLine* now;
  std::string_view what;
};

void report(
    const Project& project,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    const Rewritten& line,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {lockfile.path, line.now == nullptr ? Span{} : line.now->span},
      "the line of " + quoted(line.then.entry) + " is not as on " +
          merge_base_label(project) + ": " + std::string(line.what));
  finding.help =
      "restore the line; a deliberate edit is recorded by `migcheck lock "
      "--amend FILE --reason TEXT`";
  finding.data = {
      {"directory", directory.path},
      {"lockfile", lockfile.path},
      {"entry", line.then.entry},
      {"base", project.base->ref},
      {"merge_base", project.base->merge_base}};
  finding.identity = {directory.path, line.then.entry};
}

void report_removed(
    const Project& project,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {lockfile.path, {}},
      "the lockfile was deleted, but is on " + merge_base_label(project));
  finding.help =
      "bring it back as it is at " + short_id(project.base->merge_base);
  finding.data = {
      {"directory", directory.path},
      {"lockfile", lockfile.path},
      {"base", project.base->ref},
      {"merge_base", project.base->merge_base}};
  finding.identity = {directory.path, "deleted"};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    Findings& findings) {
  const BaseDirectory* base = against_base(project, directory);
  if (base == nullptr || !is_usable(base->merge_base.lockfile)) {
    return;
  }
  if (!lockfile.present && lockfile.failure == ReadFailure::none) {
    if (base->tip().lockfile.present) {
      report_removed(project, directory, lockfile, findings);
    }
    return;
  }
  if (!is_usable(lockfile)) {
    return;
  }
  const Lockfile& then = base->merge_base.lockfile;
  const Lines now_lines = lines_of(lockfile);
  const Lines tip_lines = lines_of(base->tip().lockfile);
  const bool rehashed =
      then.lexer != lockfile.lexer || then.dialect != lockfile.dialect;
  for (const LockLine& line : then.lines) {
    const LockLine* now = find(now_lines, line.entry);
    if (same_line(find(tip_lines, line.entry), now)) {
      continue;
    }
    const std::string_view what =
        now == nullptr ? "it is gone" : what_changed(line, *now, rehashed);
    if (!what.empty()) {
      report(project, directory, lockfile, {line, now, what}, findings);
    }
  }
}

} // namespace

extern const Rule rewritten_lockfile;
const Rule rewritten_lockfile = {
    .info =
        {.name = "rewritten-lockfile",
         .summary = "a line of the lockfile was changed without a record",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_lockfile = check};

} // namespace migcheck::rules
