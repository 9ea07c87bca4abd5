// A name that does not look like what it is.
#include "check/rule.hpp"

#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace migcheck::rules {
namespace {

enum class Script : std::uint8_t { none, latin, other };

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t Size>
bool within(std::uint32_t point, const std::array<Range, Size>& ranges) {
  for (const Range& range : ranges) {
    if (point >= range.first && point <= range.last) {
      return true;
    }
  }
  return false;
}

// Decimal digits that a runner does not count with.
bool is_foreign_digit(std::uint32_t point) {
  static constexpr std::array<Range, 14> ranges = {{
      {0x660, 0x669},
      {0x6F0, 0x6F9},
      {0x7C0, 0x7C9},
      {0x966, 0x96F},
      {0x9E6, 0x9EF},
      {0xA66, 0xA6F},
      {0xAE6, 0xAEF},
      {0xB66, 0xB6F},
      {0xBE6, 0xBEF},
      {0xE50, 0xE59},
      {0xED0, 0xED9},
      {0xFF10, 0xFF19},
      {0x1D7CE, 0x1D7FF},
      {0x1FBF0, 0x1FBF9},
  }};
  return within(point, ranges);
}

bool is_odd_blank(std::uint32_t point) {
  return point == 0xA0 || point == 0x1680 || point == 0x202F ||
         point == 0x205F || point == 0x3000 || point == 0x2800 ||
         (point >= 0x2000 && point <= 0x200A);
}

// Twins of ASCII letters and signs that no language needs: full width,
// mathematical letters, other hyphens and low lines.
bool is_twin(std::uint32_t point) {
  static constexpr std::array<Range, 6> ranges = {{
      {0xFF01, 0xFF0F},
      {0xFF1A, 0xFF5E},
      {0x1D400, 0x1D7CB},
      {0x2010, 0x2015},
      {0x2024, 0x2024},
      {0xFE4D, 0xFE4F},
  }};
  return within(point, ranges);
}

// Scripts whose letters are taken for Latin ones.
Script script_of(std::uint32_t point) {
  static constexpr std::array<Range, 4> latin = {
      {{'A', 'Z'}, {'a', 'z'}, {0xC0, 0x24F}, {0x1E00, 0x1EFF}}};
  static constexpr std::array<Range, 5> other = {
      {{0x370, 0x3FF},
       {0x400, 0x52F},
       {0x531, 0x587},
       {0x13A0, 0x13FF},
       {0x1F00, 0x1FFF}}};
  if (within(point, latin)) {
    return Script::latin;
  }
  return within(point, other) ? Script::other : Script::none;
}

std::string_view character_problem(std::uint32_t point) {
  if (point < 0x20 || point == 0x7F) {
    return "a control character";
  }
  if (point < 0x80) {
    return "";
  }
  if (point == invalid_code_point) {
    return "bytes that are not UTF-8";
  }
  if (is_deceptive(point)) {
    return "an invisible or direction-changing character";
  }
  if (is_foreign_digit(point)) {
    return "a digit that no runner counts with";
  }
  if (is_odd_blank(point)) {
    return "a blank that is not a space";
  }
  return is_twin(point) ? "a character that is taken for an ASCII one" : "";
}

bool is_plain(char byte) {
  return byte >= ' ' && byte < 0x7F;
}

// The first problem of a name, "" = none.
std::string_view problem_of(std::string_view name) {
  if (std::all_of(name.begin(), name.end(), is_plain)) {
    return ""; // as almost all are
  }
  Script word = Script::none; // of the letters since the last other character
  for (std::size_t at = 0; at < name.size();) {
    const std::uint32_t point = next_code_point(name, at);
    const std::string_view problem = character_problem(point);
    if (!problem.empty()) {
      return problem;
    }
    const Script script = script_of(point);
    if (script == Script::none || word == Script::none) {
      word = script;
    } else if (script != word) {
      return "letters of two alphabets in one word";
    }
  }
  return "";
}

class Checker {
 public:
  Checker(const MigrationDirectory& directory, Findings& findings)
      : directory_(directory), findings_(findings),
        skip_(directory.path == "." ? 0 : directory.path.size() + 1) {}

  // Each name once: the folder of a migration holds two files.
  void check(const std::string& path, std::string_view entry) {
    const std::string_view name =
        entry.empty() ? std::string_view(path).substr(skip_) : entry;
    const std::string_view problem = problem_of(name);
    if (problem.empty() || !seen_.insert(std::string(name)).second) {
      return;
    }
    Diagnostic& finding = findings_.report(
        {path, {}},
        "the name " + quoted(name) + " holds " + std::string(problem));
    finding.help = "rename it, with letters, digits and \"_\" only";
    finding.data = {{"directory", directory_.path}, {"file", path}};
    finding.identity = {directory_.path, std::string(name)};
  }

 private:
  const MigrationDirectory& directory_;
  Findings& findings_;
  std::size_t skip_;
  std::set<std::string> seen_;
};

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  Checker checker(directory, findings);
  for (const Migration& migration : directory.migrations) {
    checker.check(migration.path, migration.entry);
    if (!migration.down.empty() && !layout(directory.layout).folders) {
      checker.check(migration.down, "");
    }
  }
  for (const Migration& migration : directory.retired) {
    checker.check(migration.path, migration.entry);
  }
  for (const SkippedEntry& entry : directory.skipped) {
    checker.check(entry.path, "");
  }
}

} // namespace

extern const Rule deceptive_name;
const Rule deceptive_name = {
    .info =
        {.name = "deceptive-name",
         .summary = "a name is not what it looks like",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
