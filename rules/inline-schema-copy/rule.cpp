// CREATE TABLE in code that was once exactly what the migrations made, and is
// not any more.
#include "check/rule.hpp"

#include "model/made_tables.hpp"
#include "schema/table_drift.hpp"
#include "schema/table_versions.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck::rules {
namespace {

using schema::TableChange;
using schema::TableColumns;
using schema::TableVersion;

// Tables with fewer columns agree by chance.
constexpr std::size_t least_columns = 4;

// What has happened since a copy was right.
struct Drift {
  const MigrationDirectory* directory = nullptr;
  std::vector<const Migration*> before; // that made and changed the table; the
                                        // copy is as the last one left it
  schema::TableDrift since;

  const Migration& right() const { return *before.back(); }

  const Migration& of(const TableChange& change) const {
    return directory->migrations[change.migration];
  }
};

// What the directories of a project say of one copy.
struct Verdict {
  bool current = false; // it is what one of them makes
  std::optional<Drift> drift;
};

using Text = std::shared_ptr<const std::string>;

bool holds(const Text& text, std::string_view what) {
  return text != nullptr && text->find(what) != std::string::npos;
}

// `003_reason` of `003_reason.up.sql`.
bool holds(const Text& text, const Migration& migration) {
  const std::string_view name = migration.entry;
  const std::size_t slash = name.rfind('/');
  const std::size_t base = slash == std::string_view::npos ? 0 : slash + 1;
  return holds(text, name.substr(0, name.find('.', base + 1)));
}

// The last two parts of a path.
std::string_view end_of(std::string_view path) {
  const std::size_t last = path.rfind('/');
  const std::size_t slash = last == std::string_view::npos || last == 0
                                ? std::string_view::npos
                                : path.rfind('/', last - 1);
  return path.substr(slash == std::string_view::npos ? 0 : slash + 1);
}

// Code that names a migration which has changed the table since stops before
// it on purpose. Code that names the one which the copy equals, or one before
// it, or their directory, other than in a comment, deals with migrations: what
// it holds is one of them, or what it tests is their runner.
bool names_migrations(const SchemaCopy& copy, const Drift& drift) {
  const auto names_later = [&](const TableChange& change) {
    return holds(copy.text, drift.of(change));
  };
  const auto names_earlier = [&](const Migration* migration) {
    return holds(copy.code, *migration);
  };
  const std::string& folder = drift.directory->path;
  return (folder != "." && holds(copy.code, end_of(folder))) ||
         std::any_of(
             drift.since.changes.begin(),
             drift.since.changes.end(),
             names_later) ||
         std::any_of(drift.before.begin(), drift.before.end(), names_earlier);
}

// It has most of the columns that there are: no stand-in for the table.
bool is_whole(const TableColumns& copy, const TableColumns& now) {
  return copy.size() >= least_columns && 2 * copy.size() > now.size();
}

void judge(
    const MigrationDirectory& directory,
    schema::TableVersions& all,
    const SchemaCopy& copy,
    Verdict& verdict) {
  const std::vector<TableVersion>& versions = all.of(copy.table);
  if (versions.empty()) {
    return;
  }
  const TableColumns columns = all.columns_of(copy.table);
  std::size_t behind = versions.size();
  while (behind > 0 && !same_columns(versions[behind - 1].columns, columns)) {
    --behind;
  }
  if (behind == versions.size()) {
    verdict.current = true;
  } else if (
      behind > 0 && !verdict.drift &&
      is_whole(columns, versions.back().columns)) {
    Drift& drift = verdict.drift.emplace();
    drift.directory = &directory;
    drift.since = schema::table_drift(versions, behind - 1);
    for (std::size_t i = 0; i < behind; ++i) {
      drift.before.push_back(&directory.migrations[versions[i].migration]);
    }
  }
}

void judge_all(
    const MigrationDirectory& directory,
    const std::vector<SchemaCopy>& copies,
    std::vector<Verdict>& verdicts) {
  const std::set<std::string> names = made_tables(directory);
  std::vector<std::size_t> wanted;
  std::vector<const ddl::CreateTable*> tables;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const ddl::CreateTable& table = copies[i].table;
    if (copies[i].dialect == directory.dialect &&
        names.count(lower_case(table.name.name)) != 0) {
      wanted.push_back(i);
      tables.push_back(&table);
    }
  }
  if (wanted.empty()) {
    return;
  }
  schema::TableVersions versions(directory, tables);
  for (const std::size_t i : wanted) {
    judge(directory, versions, copies[i], verdicts[i]);
  }
}

void add_words(
    std::string_view verb,
    const std::vector<std::string>& columns,
    std::string& text) {
  if (!columns.empty()) {
    text += text.empty() ? "" : " and ";
    text +=
        std::string(verb) + (columns.size() == 1 ? " column " : " columns ");
    text += quoted_list(columns);
  }
}

std::string words_of(const TableChange& change) {
  std::string text;
  add_words("added", change.added, text);
  add_words("removed", change.removed, text);
  for (const auto& [from, to] : change.renamed) {
    text += text.empty() ? "" : " and ";
    text += "renamed column " + quoted(from) + " to " + quoted(to);
  }
  add_words("changed the type of", change.retyped, text);
  return text;
}

constexpr std::size_t most_named = 4;

std::string message_of(const SchemaCopy& copy, const Drift& drift) {
  std::string text = "table " + quoted(copy.table.name.name) +
                     " is copied here as of " + quoted(drift.right().entry);
  const std::vector<TableChange>& changes = drift.since.changes;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (i == most_named) {
      return text + ", and " + std::to_string(changes.size() - i) +
             " more have changed it";
    }
    text += i == 0 ? "; " : ", ";
    text += quoted(drift.of(changes[i]).entry) + " " + words_of(changes[i]);
  }
  return text;
}

// Columns as the migrations define them, a line each.
std::string lines_of(const std::vector<std::string>& definitions) {
  std::string text;
  for (const std::string& definition : definitions) {
    text += "\n    " + printable(definition) + ",";
  }
  return text + "\n";
}

std::string help_of(const SchemaCopy& copy, const Drift& drift) {
  if (!copy.generated_by.empty()) {
    return "the file is generated (" + printable(copy.generated_by) +
           "): generate it again";
  }
  std::string text;
  if (!drift.since.missing.empty()) {
    text += "add to the copy:" + lines_of(drift.since.missing);
  }
  for (const TableChange& change : drift.since.changes) {
    for (const auto& [from, to] : change.renamed) {
      text += "rename in it: " + quoted(from) + " to " + quoted(to) + "\n";
    }
    if (!change.removed.empty()) {
      text += "remove from it: " + quoted_list(change.removed) + "\n";
    }
  }
  if (!drift.since.retyped.empty()) {
    text += "change in it:" + lines_of(drift.since.retyped);
  }
  return text + "or apply the migrations instead of a copy";
}

template <typename Name>
void append(const std::vector<Name>& some, std::vector<Name>& all) {
  all.insert(all.end(), some.begin(), some.end());
}

void report(const SchemaCopy& copy, const Drift& drift, Findings& findings) {
  Diagnostic& finding =
      findings.report({copy.path, copy.span}, message_of(copy, drift));
  finding.help = help_of(copy, drift);
  finding.related.push_back(
      {{drift.right().path, {}}, "the copy is as this left the table"});
  std::vector<std::string> missing, extra, retyped;
  for (const TableChange& change : drift.since.changes) {
    finding.related.push_back({{drift.of(change).path, {}}, words_of(change)});
    append(change.added, missing);
    append(change.removed, extra);
    append(change.retyped, retyped);
    for (const auto& [from, to] : change.renamed) {
      extra.push_back(from);
      missing.push_back(to);
    }
  }
  finding.identity = {copy.table.name.name, drift.right().entry};
  finding.data = {
      {"table", copy.table.name.name},
      {"directory", drift.directory->path},
      {"migration", drift.right().path},
      {"missing", std::move(missing)},
      {"extra", std::move(extra)},
      {"other_types", std::move(retyped)}};
}

// One copy was read once for each dialect; it stands in one place.
void check(const Project& project, Findings& findings) {
  if (project.copies.empty()) {
    return;
  }
  std::vector<Verdict> verdicts(project.copies.size());
  for (const MigrationDirectory& directory : project.directories) {
    if (!directory.archived) {
      judge_all(directory, project.copies, verdicts);
    }
  }
  using Place = std::pair<std::string_view, std::uint32_t>;
  const auto place = [](const SchemaCopy& copy) {
    return Place(copy.path, copy.span.begin);
  };
  std::set<Place> done;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].current) {
      done.insert(place(project.copies[i]));
    }
  }
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const SchemaCopy& copy = project.copies[i];
    const std::optional<Drift>& drift = verdicts[i].drift;
    if (drift && !names_migrations(copy, *drift) &&
        done.insert(place(copy)).second) {
      report(copy, *drift, findings);
    }
  }
}

} // namespace

extern const Rule inline_schema_copy;
const Rule inline_schema_copy = {
    .info =
        {.name = "inline-schema-copy",
         .summary = "code creates a table as an earlier migration left it",
         .severity = Severity::warning,
         .on_by_default = false, // a third key in every file of the project
         .needs = Needs::copies},
    .check_project = check};

} // namespace migcheck::rules
