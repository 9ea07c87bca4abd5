// Names that are two files here and one file on a system that ignores case or
// normalises Unicode, as macOS and Windows do.
#include "check/rule.hpp"

#include "check/repeats.hpp"
#include "text/ascii.hpp"
#include "text/name_key.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace migcheck::rules {
namespace {

// Every name in the directory, some twice: entries of migrations, and files.
std::vector<std::string_view> names_of(const MigrationDirectory& directory) {
  std::vector<std::string_view> names;
  names.reserve(directory.migrations.size());
  const std::size_t skip =
      directory.path == "." ? 0 : directory.path.size() + 1;
  const auto add = [&](std::string_view path) {
    names.push_back(path.substr(std::min(skip, path.size())));
  };
  const bool folders = layout(directory.layout).folders;
  for (const Migration& migration : directory.migrations) {
    if (folders) {
      names.push_back(migration.entry);
      continue;
    }
    add(migration.path);
    if (!migration.down.empty()) {
      add(migration.down);
    }
  }
  for (const Migration& migration : directory.retired) {
    add(migration.path);
  }
  for (const SkippedEntry& entry : directory.skipped) {
    add(entry.path);
  }
  return names;
}

std::string
path_of(const MigrationDirectory& directory, const std::string& name) {
  return directory.path == "." ? name : directory.path + "/" + name;
}

void report(
    const MigrationDirectory& directory,
    const std::vector<std::string>& group,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {path_of(directory, group.back()), {}},
      quoted(group.back()) + " and " + quoted(group.front()) +
          " are one file where case or Unicode forms do not count");
  std::vector<std::string> files;
  for (const std::string& name : group) {
    files.push_back(path_of(directory, name));
    if (name != group.back()) {
      finding.related.push_back({{files.back(), {}}, "the same name there"});
    }
  }
  finding.help = "rename all but one of them";
  finding.data = {{"directory", directory.path}, {"files", std::move(files)}};
  finding.identity = {directory.path, name_key(group.front())};
}

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

// Equal for names with one key: a number is compared faster than a name.
std::uint64_t number_of(std::string_view name) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::string key;
  if (!std::all_of(name.begin(), name.end(), is_ascii)) {
    key = name_key(name);
    name = key;
  }
  std::uint64_t number = 0;
  for (const char c : name) {
    number = (number ^ static_cast<unsigned char>(to_lower(c))) * factor;
    number ^= number >> 32;
  }
  return number;
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  std::vector<std::string_view> names = names_of(directory);
  std::vector<std::uint64_t> numbers;
  numbers.reserve(names.size());
  for (const std::string_view name : names) {
    numbers.push_back(number_of(name));
  }
  if (!has_repeats(numbers)) {
    return;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::map<std::string, std::vector<std::string>> groups;
  for (const std::string_view name : names) {
    groups[name_key(name)].emplace_back(name);
  }
  for (const auto& [key, group] : groups) {
    if (group.size() > 1) {
      report(directory, group, findings);
    }
  }
}

} // namespace

extern const Rule case_collision;
const Rule case_collision = {
    .info =
        {.name = "case-collision",
         .summary = "two names are one file on some file systems",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
