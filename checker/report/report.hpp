// One Report, plain data and already sorted, goes to every writer; a writer
// only spells it.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "model/project.hpp"
#include "text/line_index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// A place in lines and columns.
struct Region {
  std::string path; // root-relative bytes
  Position start;
  Position end; // one past the last code point
};

// The line that a finding shows, or what of a long line lies around the span:
// at most 512 bytes on each side of the caret. Absent when the source cannot
// be read, and for a finding about a file as a whole.
struct Excerpt {
  std::string line;              // bytes as they are in the file
  std::uint32_t caret_begin = 0; // byte offsets in `line`
  std::uint32_t caret_end = 0;
  bool continues = false; // the span goes on below this line
  bool more_before = false;
  bool more_after = false;
};

struct ReportedRelated {
  Region region;
  std::string message;
};

struct ReportedEdit {
  Region region;
  std::string text;
};

// What a fix does to neighbouring lines, for people: `removed` are the lines
// from `line` on, `added` stand in their place. With nothing removed, `added`
// go below `line` (0: at the top). Bytes, without line ends.
struct FixHunk {
  std::string path;
  std::uint32_t line = 0;
  std::vector<std::string> removed;
  std::vector<std::string> added;
};

struct ReportedFix {
  std::string title;
  FixKind kind = FixKind::safe;
  std::vector<ReportedEdit> edits;
  std::vector<FixHunk> hunks; // none when the lines are too long to show
  std::vector<Rename> renames;
};

struct Finding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::error;
  std::string message;
  Region region;
  std::optional<Excerpt> excerpt;
  std::vector<ReportedRelated> related;
  std::size_t related_left_out = 0; // beyond the 100 that are kept
  std::string help;                 // lines separated by LF
  Data data;
  std::optional<ReportedFix> fix;
  std::string fingerprint; // 16 hex digits
  std::string line_hash;   // GitHub's primaryLocationLineHash, or ""
  bool suppressed = false; // only junit shows these
  std::string suppression; // the reason given
};

struct Summary {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t suppressed = 0;
  std::size_t on_base = 0; // of these: the branch has not brought them
  std::size_t migrations = 0;
  std::size_t lists = 0;
  std::size_t files_scanned = 0;
};

// Something that kept the check from being complete.
struct Incomplete {
  std::string path; // may be empty
  std::string message;
};

struct Report {
  std::string version; // of migcheck
  std::string root;    // "." or the PATH argument when relative
  std::string prefix;  // root's place in the repository, "" or "sub/"
  bool complete = true;
  int exit_code = 0;
  Severity fail_on = Severity::error; // off = never
  bool line_hashes = true; // findings have theirs; sarif alone shows them
  Summary summary;
  std::vector<Finding> findings; // sorted; suppressed ones apart
  std::vector<Finding> suppressed;
  std::size_t findings_left_out = 0; // beyond limits.findings
  std::vector<Incomplete> incomplete;
  const Project* project = nullptr; // for the testcases of junit
};

enum class Format : std::uint8_t {
  text,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown
};

std::optional<Format> format_from(std::string_view name);

enum class JUnitFlavor : std::uint8_t { jenkins, extended, ant };
enum class Colour : std::uint8_t { never, always };
enum class Detail : std::uint8_t { quiet, normal, verbose };

struct ReportOptions {
  Colour colour = Colour::never;
  Detail detail = Detail::normal;
  bool statistics = false;
  JUnitFlavor junit_flavor = JUnitFlavor::jenkins;
  std::string sarif_category;
  std::int64_t source_date_epoch = 0; // for junit's `ant` flavour
  std::string working_prefix; // what text paths begin with: "sub/", "../"
  std::string repository_url; // for links to rule pages; "" = none
};

// The whole report in one format, valid UTF-8.
std::string
write_report(const Report& report, Format format, const ReportOptions& options);

// What the program ends with: 2 for a check that is not complete, 1 for
// findings at the fail level or above, else 0.
int exit_code(const Report& report);

} // namespace migcheck
