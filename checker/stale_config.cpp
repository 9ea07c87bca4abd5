#include "stale_config.hpp"

#include "diagnostic/engine_rules.hpp"
#include "layouts/version.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace migcheck {
namespace {

Diagnostic made(const Location& location, std::string message) {
  Diagnostic diagnostic;
  diagnostic.rule = &engine::stale_baseline_entry;
  diagnostic.severity = diagnostic.rule->severity;
  diagnostic.location = location;
  diagnostic.message = std::move(message);
  return diagnostic;
}

Diagnostic unmatched_list(const ListConfig& config) {
  Diagnostic diagnostic = made(
      config.location,
      "no list of migrations" +
          (config.name.empty() ? std::string()
                               : " named " + quoted(config.name)) +
          " stands in " + quoted(config.file));
  diagnostic.help = "`migcheck lists` shows every list that was found; correct "
                    "the table or remove it";
  diagnostic.identity = {config.file, config.name};
  diagnostic.data = {{"file", config.file}, {"list", config.name}};
  return diagnostic;
}

Diagnostic idle_except(const IdleExcept& idle) {
  Diagnostic diagnostic = made(
      idle.config->location,
      quoted(idle.name) + " under `except` of the list in " +
          quoted(idle.config->file) + " excuses nothing");
  diagnostic.help = "remove the name";
  diagnostic.identity = {idle.config->file, idle.config->name, idle.name};
  diagnostic.data = {
      {"file", idle.config->file},
      {"list", idle.config->name},
      {"name", idle.name}};
  return diagnostic;
}

struct Less {
  bool operator()(const std::string& a, const std::string& b) const {
    return std::is_lt(compare_decimal(a, b));
  }
};

// The sequence numbers of a directory's migrations, each once, by size.
std::vector<std::string> numbers_of(const MigrationDirectory& directory) {
  std::vector<std::string> numbers;
  for (const auto* some : {&directory.migrations, &directory.code}) {
    for (const Migration& migration : *some) {
      if (all_digits(migration.version)) {
        numbers.push_back(canonical_decimal(migration.version));
      }
    }
  }
  std::sort(numbers.begin(), numbers.end(), Less());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

// A migration has each number of the range.
bool is_filled(
    const VersionRange& gap, const std::vector<std::string>& numbers) {
  const auto first =
      std::lower_bound(numbers.begin(), numbers.end(), gap.first, Less());
  const auto last = std::upper_bound(first, numbers.end(), gap.last, Less());
  const auto count = static_cast<std::uint64_t>(last - first);
  return count > 0 && distance(gap.last, gap.first, count) + 1 == count;
}

Diagnostic
filled_gap(const MigrationDirectory& directory, const VersionRange& gap) {
  const std::string range =
      gap.first == gap.last ? gap.first : gap.first + "-" + gap.last;
  Diagnostic diagnostic = made(
      directory.config->location,
      "gap " + quoted(range) + " of " + quoted(directory.path) +
          " is none: no version is missing there");
  diagnostic.help = "remove it from `gaps`";
  diagnostic.identity = {directory.path, range};
  diagnostic.data = {{"directory", directory.path}, {"gap", range}};
  return diagnostic;
}

void report_gaps(
    const MigrationDirectory& directory, std::vector<Diagnostic>& diagnostics) {
  if (directory.config == nullptr || directory.config->gaps.empty()) {
    return;
  }
  const std::vector<std::string> numbers = numbers_of(directory);
  for (const VersionRange& gap : directory.config->gaps) {
    if (is_filled(gap, numbers)) {
      diagnostics.push_back(filled_gap(directory, gap));
    }
  }
}

} // namespace

void report_stale_config(
    const Project& project,
    const FoundLists& found,
    std::vector<Diagnostic>& diagnostics) {
  for (const ListConfig* config : found.unmatched_config) {
    diagnostics.push_back(unmatched_list(*config));
  }
  for (const IdleExcept& idle : found.idle_excepts) {
    diagnostics.push_back(idle_except(idle));
  }
  for (const MigrationDirectory& directory : project.directories) {
    report_gaps(directory, diagnostics);
  }
}

} // namespace migcheck
