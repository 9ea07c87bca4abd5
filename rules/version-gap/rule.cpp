// Holes in a sequence of numbers. Only a sequence that is otherwise without
// holes has any: issue numbers, steps of ten and blocks of numbers have none.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "model/version_scheme.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace migcheck::rules {
namespace {

// A longer jump opens a new block (1000_, 9999_) or skips what was squashed.
constexpr std::uint64_t longest_hole = 10;

bool is_less(const std::string& a, const std::string& b) {
  return std::is_lt(compare_decimal(a, b));
}

// Canonical numbers in order, each once.
using Versions = std::vector<std::string>;

void put_in_order(Versions& versions) {
  if (!std::is_sorted(versions.begin(), versions.end(), is_less)) {
    std::sort(versions.begin(), versions.end(), is_less);
  }
  versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
}

// The number that a version counts with: "12" of "12" and of "12.b".
std::string number_of(const std::string& version) {
  const std::size_t digits = leading_digits(version);
  const bool plain =
      digits == version.size() ||
      (digits > 0 && digits + 2 == version.size() && version[digits] == '.' &&
       leading_digits(version.substr(digits + 1)) == 0);
  return plain ? canonical_decimal(std::string_view(version).substr(0, digits))
               : "";
}

void add_all(std::span<const Migration> migrations, Versions& versions) {
  for (const Migration& migration : migrations) {
    std::string number = number_of(migration.version);
    if (!number.empty()) {
      versions.push_back(std::move(number));
    }
  }
}

bool is_wanted(const MigrationDirectory& directory, const std::string& number) {
  if (directory.config == nullptr) {
    return false;
  }
  return std::any_of(
      directory.config->gaps.begin(),
      directory.config->gaps.end(),
      [&](const VersionRange& gap) {
        return std::is_gteq(compare_decimal(number, gap.first)) &&
               std::is_lteq(compare_decimal(number, gap.last));
      });
}

// Numbers that are taken by something else than a live migration.
Versions
other_numbers(const Project& project, const MigrationDirectory& directory) {
  Versions numbers;
  add_all(directory.retired, numbers);
  add_all(directory.code, numbers);
  for (const SkippedEntry& entry : directory.skipped) {
    std::string_view name = entry.path;
    name.remove_prefix(name.rfind('/') + 1);
    name.remove_prefix(
        name.starts_with(directory.prefix) ? directory.prefix.size() : 0);
    const std::size_t digits = leading_digits(name);
    if (digits > 0) {
      numbers.push_back(canonical_decimal(name.substr(0, digits)));
    }
  }
  for (const MigrationDirectory& other : project.directories) {
    if (!directory.family.empty() && other.family == directory.family) {
      add_all(other.migrations, numbers);
      add_all(other.retired, numbers);
    }
  }
  if (const BaseDirectory* base = against_base(project, directory)) {
    for (const Migration* landed : base->landed) {
      add_all({landed, 1}, numbers);
    }
  }
  put_in_order(numbers);
  return numbers;
}

// One run of missing numbers and the migration after it.
struct Hole {
  std::vector<std::string> numbers;
  std::string after;
};

std::vector<Hole> find_holes(const Versions& live, const Versions& others) {
  std::vector<Hole> holes;
  auto before = live.begin();
  for (auto at = std::next(before); at != live.end(); before = at++) {
    if (distance(*at, *before, longest_hole + 2) > longest_hole + 1) {
      continue;
    }
    Hole hole{.numbers = {}, .after = *at};
    for (std::string number = next_decimal(*before);
         std::is_lt(compare_decimal(number, *at));
         number = next_decimal(number)) {
      if (!std::binary_search(others.begin(), others.end(), number, is_less)) {
        hole.numbers.push_back(number);
      }
    }
    if (!hole.numbers.empty()) {
      holes.push_back(std::move(hole));
    }
  }
  return holes;
}

// "5", "5 to 7", "5, 9".
std::string text_of(const std::vector<std::string>& numbers) {
  const auto count = numbers.size();
  const bool run =
      count > 2 &&
      distance(numbers.back(), numbers.front(), count) + 1 == count;
  if (run) {
    return numbers.front() + " to " + numbers.back();
  }
  std::string text;
  for (const std::string& number : numbers) {
    text += (text.empty() ? "" : ", ") + number;
  }
  return text;
}

void report(
    const MigrationDirectory& directory, const Hole& hole, Findings& findings) {
  const auto after = std::find_if(
      directory.migrations.begin(),
      directory.migrations.end(),
      [&](const Migration& migration) {
        return number_of(migration.version) == hole.after;
      });
  const std::string numbers = text_of(hole.numbers);
  const bool one = hole.numbers.size() == 1;
  Diagnostic& finding = findings.report(
      {after->path, {}},
      (one ? "version " : "versions ") + numbers +
          (one ? " is missing before " : " are missing before ") +
          quoted(after->entry));
  finding.help = "restore what was lost, or list the " +
                 std::string(one ? "version" : "versions") +
                 " under `gaps` of the directory in migcheck.toml";
  finding.data = {{"directory", directory.path}, {"missing", hole.numbers}};
  finding.identity = {directory.path};
  finding.parts = hole.numbers;
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  if (directory.archived || !directory.manifests.empty() ||
      !layout(directory.layout).sequential_gaps) {
    return;
  }
  const SchemeCounts schemes = count_schemes(directory);
  if (schemes.sequence < 3 || schemes.timestamp > schemes.sequence) {
    return;
  }
  Versions live;
  add_all(
      std::span(directory.migrations).subspan(first_counted(directory)), live);
  put_in_order(live);
  if (live.size() < 3) {
    return;
  }
  std::vector<Hole> holes = find_holes(live, other_numbers(project, directory));
  std::size_t missing = 0;
  for (Hole& hole : holes) {
    std::erase_if(hole.numbers, [&](const std::string& number) {
      return is_wanted(directory, number);
    });
    missing += hole.numbers.size();
  }
  // A sequence with holes all over is none.
  if (missing > std::max<std::size_t>(1, live.size() / 5)) {
    return;
  }
  for (const Hole& hole : holes) {
    if (!hole.numbers.empty()) {
      report(directory, hole, findings);
    }
  }
}

} // namespace

extern const Rule version_gap;
const Rule version_gap = {
    .info =
        {.name = "version-gap",
         .summary = "a number is missing in a sequence of versions",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
