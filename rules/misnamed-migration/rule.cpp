// A file that was meant as a migration and has no name of one: to the runner,
// or to the project's own pattern.
#include "check/rule.hpp"

#include "check/habit.hpp"
#include "config/name_pattern.hpp"
#include "layouts/near_name.hpp"
#include "model/version_scheme.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

std::string beside(std::string_view path, std::string_view name) {
  return std::string(path.substr(0, path.size() - last_part(path).size())) +
         std::string(name);
}

bool is_taken(const MigrationDirectory& directory, const std::string& path) {
  const auto is_path = [&](const auto& each) { return each.path == path; };
  const auto any = [&](const auto& all) {
    return std::any_of(all.begin(), all.end(), is_path);
  };
  return any(directory.migrations) || any(directory.skipped) ||
         any(directory.retired) || any(directory.code);
}

void offer_rename(
    const MigrationDirectory& directory,
    const std::string& path,
    const std::string& name,
    Diagnostic& finding) {
  if (name.empty()) {
    return;
  }
  const std::string target = beside(path, name);
  if (!is_taken(directory, target)) {
    finding.fix =
        Fix{.title = "rename it to " + printable(name),
            .kind = FixKind::unsafe,
            .edits = {},
            .renames = {{path, target}}};
  } else {
    finding.help = "the name that is near, " + quoted(name) + ", is taken";
  }
}

void add_data(
    const MigrationDirectory& directory,
    const std::string& path,
    std::string nearest,
    Diagnostic& finding) {
  finding.data = {
      {"directory", directory.path},
      {"file", path},
      {"nearest", std::move(nearest)}};
  finding.identity = {directory.path, std::string(last_part(path))};
}

bool is_misnamed(
    const MigrationDirectory& directory, const SkippedEntry& entry) {
  return entry.silent &&
         near_name(
             layout(directory.layout), last_part(entry.path), directory.prefix)
                 .slip == NameSlip::misnamed;
}

// Where no known runner passes over such names, and they are many, they are a
// way to write them: "05gaps.sql".
bool are_wanted(const MigrationDirectory& directory) {
  const auto misnamed = std::count_if(
      directory.skipped.begin(),
      directory.skipped.end(),
      [&](const SkippedEntry& entry) { return is_misnamed(directory, entry); });
  return !layout(directory.layout).own_order &&
         is_habit(
             static_cast<std::size_t>(misnamed), directory.migrations.size());
}

void check_skipped(
    const MigrationDirectory& directory,
    const SkippedEntry& entry,
    Findings& findings) {
  const Layout& runner = layout(directory.layout);
  const NearName near =
      near_name(runner, last_part(entry.path), directory.prefix);
  if (!is_misnamed(directory, entry)) {
    return;
  }
  const std::string who =
      runner.own_order ? ", " + std::string(runner.name) + " passes over it"
                       : "";
  Diagnostic& finding = findings.report(
      {entry.path, {}},
      quoted(last_part(entry.path)) + " is no migration's name" + who + ": " +
          entry.reason);
  offer_rename(directory, entry.path, near.name, finding);
  add_data(directory, entry.path, near.name, finding);
}

// "0032-add-column" and "0033_AddColumn" as "0032_add_column".
std::string snake_case(std::string_view stem) {
  std::string text;
  for (const char c : stem) {
    const bool upper = is_upper(c);
    const bool letter = is_letter(c);
    const bool digit = is_digit(c);
    const char last = text.empty() ? '_' : text.back();
    if (upper && last != '_' && !is_upper(last)) {
      text += '_';
    }
    if (letter || digit) {
      text += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (last != '_' || text.size() == 1) {
      text += '_';
    }
  }
  return text;
}

// A name that fits the project's pattern, made of this one; "" when none is
// near.
std::string fitting_name(const NamePattern& pattern, std::string_view name) {
  const std::size_t dot = name.find('.');
  const std::string ending(
      dot == std::string_view::npos ? "" : name.substr(dot));
  const std::string candidate = snake_case(name.substr(0, dot)) + ending;
  const Result<bool> fits = pattern.matches(candidate);
  return fits && *fits && candidate != name ? candidate : "";
}

void check_pattern(const MigrationDirectory& directory, Findings& findings) {
  if (directory.config == nullptr || directory.config->name_pattern.empty()) {
    return;
  }
  const auto pattern = NamePattern::compile(directory.config->name_pattern);
  if (!pattern) {
    return; // an error of the configuration, found when it was read
  }
  const bool folders = layout(directory.layout).folders;
  for (std::size_t i = first_counted(directory);
       i < directory.migrations.size();
       ++i) {
    const Migration& migration = directory.migrations[i];
    const std::string name(last_part(migration.entry));
    const Result<bool> fits = pattern->matches(name);
    if (fits && *fits) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {migration.path, {}},
        fits ? quoted(name) + " does not match the project's pattern " +
                   quoted(directory.config->name_pattern)
             : "the project's pattern gave up on " + quoted(name));
    const std::string near = fits ? fitting_name(*pattern, name) : "";
    if (folders) {
      finding.help = near.empty() ? "" : "rename the folder to " + quoted(near);
    } else {
      offer_rename(directory, migration.path, near, finding);
    }
    if (!directory.config->name_location.path.empty()) {
      finding.related.push_back(
          {directory.config->name_location, "the pattern"});
    }
    add_data(directory, migration.path, near, finding);
  }
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived) {
    return;
  }
  if (!are_wanted(directory)) {
    for (const SkippedEntry& entry : directory.skipped) {
      check_skipped(directory, entry, findings);
    }
  }
  check_pattern(directory, findings);
}

} // namespace

extern const Rule misnamed_migration;
const Rule misnamed_migration = {
    .info =
        {.name = "misnamed-migration",
         .summary = "a file's name keeps it from being a migration",
         .severity = Severity::error,
         .fix = FixKind::unsafe},
    .check_directory = check};

} // namespace migcheck::rules
