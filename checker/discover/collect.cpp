#include "discover/collect.hpp"

#include "discover/join_downs.hpp"
#include "layouts/near_name.hpp"
#include "layouts/retired_name.hpp"
#include "model/path_words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace migcheck {
namespace {

// How migrations that are no SQL end, and what they are written in.
constexpr std::array<std::string_view, 17> code_ends = {
    ".go",
    ".py",
    ".ts",
    ".js",
    ".mjs",
    ".cjs",
    ".rb",
    ".php",
    ".java",
    ".kt",
    ".cs",
    ".rs",
    ".ex",
    ".exs",
    ".yml",
    ".yaml",
    ".xml"};

// One folder being read.
struct Reading {
  MigrationDirectory& directory;
  const Layout& layout;
  std::string_view below;
  std::string_view version_before;
  bool cql = false; // the folder holds .cql files and no SQL
};

ParsedName read_name(const Reading& reading, std::string_view name) {
  const std::string& prefix = reading.directory.prefix;
  if (name.starts_with(prefix)) {
    return reading.layout.parse(name.substr(prefix.size()));
  }
  return {
      .verdict =
          is_sql_name(name) ? NameVerdict::skipped : NameVerdict::companion,
      .why = "does not begin as the other names do"};
}

// A migration is large: it is made where it stays.
Migration& add_migration(
    const Reading& reading,
    std::string_view path,
    const ParsedName& parsed,
    std::vector<Migration>& migrations) {
  Migration& migration = migrations.emplace_back();
  migration.path = path;
  migration.entry = reading.below.empty()
                        ? std::string(last_part(path))
                        : join_path(reading.below, last_part(path));
  migration.version = parsed.version;
  if (!reading.version_before.empty() && !parsed.version.empty()) {
    migration.version =
        std::string(reading.version_before) + "." + parsed.version;
  }
  migration.version_text = parsed.version_text;
  migration.name = parsed.title;
  migration.kind = parsed.kind;
  migration.direction = parsed.direction;
  return migration;
}

void skip(
    const Reading& reading,
    std::string_view path,
    std::string_view reason,
    NameVerdict verdict) {
  SkippedEntry entry{.path = std::string(path), .reason = std::string(reason)};
  entry.verdict = verdict;
  if (verdict != NameVerdict::companion) {
    const NearName near =
        near_name(reading.layout, last_part(path), reading.directory.prefix);
    entry.silent = near.slip != NameSlip::none;
  }
  reading.directory.skipped.push_back(std::move(entry));
}

// A migration in another language has the same name with another ending.
bool collect_code(const Reading& reading, std::string_view path) {
  const std::string_view name = last_part(path);
  const auto end =
      std::find_if(code_ends.begin(), code_ends.end(), [&](auto candidate) {
        return name.ends_with(candidate);
      });
  if (end == code_ends.end() || name.ends_with("_test.go") ||
      name.find(".test.") != std::string_view::npos) {
    return false;
  }
  const bool changelog = reading.layout.id == LayoutId::liquibase_sql;
  const bool data = *end == ".yml" || *end == ".yaml" || *end == ".xml";
  if (data != changelog) {
    return false;
  }
  const std::string twin =
      std::string(name.substr(0, name.size() - end->size())) + ".sql";
  ParsedName parsed = read_name(reading, twin);
  if (parsed.verdict != NameVerdict::migration ||
      (parsed.version_text.empty() && !changelog)) {
    return false;
  }
  Migration& added =
      add_migration(reading, path, parsed, reading.directory.code);
  if (changelog) {
    added.version = name;
  }
  skip(
      reading,
      path,
      "a migration in another language: it takes its version and is not read",
      NameVerdict::companion);
  return true;
}

void collect_retired(const Reading& reading, std::string_view path) {
  const ParsedName parsed =
      read_name(reading, without_retired(last_part(path)));
  if (parsed.verdict != NameVerdict::migration) {
    skip(reading, path, "retired, and not a migration's name", parsed.verdict);
    return;
  }
  add_migration(reading, path, parsed, reading.directory.retired).retired =
      true;
}

void collect_name(const Reading& reading, std::string_view path) {
  const std::string_view name = last_part(path);
  if (is_sql_name(name) && name.ends_with(retired_ending)) {
    collect_retired(reading, path);
    return;
  }
  const bool cql = reading.cql && ends_in_cql(name);
  const std::string twin = cql ? name_in_sql(name) : std::string();
  const ParsedName parsed =
      read_name(reading, cql ? std::string_view(twin) : name);
  if (parsed.verdict == NameVerdict::migration &&
      (cql || is_sql_name(name) ||
       reading.layout.id == LayoutId::golang_migrate)) {
    add_migration(reading, path, parsed, reading.directory.migrations);
    return;
  }
  if (collect_code(reading, path)) {
    return;
  }
  // The root is full of other files.
  if (reading.directory.path == "." && !is_sql_name(name)) {
    return;
  }
  skip(reading, path, parsed.why, parsed.verdict);
}

// The runner's order of entries that were parsed before.
void sort_migrations(const Layout& layout, std::vector<Migration>& migrations) {
  struct Row {
    ParsedName parsed;
    std::size_t at;
  };

  std::vector<Row> rows;
  rows.reserve(migrations.size());
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const Migration& migration = migrations[i];
    rows.push_back(
        {{.verdict = NameVerdict::migration,
          .version_text = migration.version_text,
          .version = migration.version,
          .title = migration.name,
          .kind = migration.kind,
          .direction = migration.direction},
         i});
  }
  const auto before = [&](const Row& a, const Row& b) {
    return std::is_lt(layout.compare(
        a.parsed, migrations[a.at].entry, b.parsed, migrations[b.at].entry));
  };
  if (std::is_sorted(rows.begin(), rows.end(), before)) {
    return; // a migration is large, and most names come in order
  }
  std::sort(rows.begin(), rows.end(), before);
  std::vector<Migration> sorted;
  sorted.reserve(migrations.size());
  for (const Row& row : rows) {
    sorted.push_back(std::move(migrations[row.at]));
  }
  migrations = std::move(sorted);
}

// Flyway's `V1__a.sql.conf` beside `V1__a.sql`.
void collect_settings(const Folder& folder, MigrationDirectory& directory) {
  std::map<std::string_view, std::string_view> settings;
  for (const FileEntry* file : folder.files) {
    std::string_view path = file->path;
    if (path.ends_with(".conf")) {
      path.remove_suffix(std::string_view(".conf").size());
      settings.emplace(path, file->path);
    }
  }
  if (settings.empty()) {
    return;
  }
  for (Migration& migration : directory.migrations) {
    const auto found = settings.find(migration.path);
    if (found != settings.end()) {
      migration.settings.make().path = found->second;
    }
  }
}

} // namespace

void collect_files(
    MigrationDirectory& directory,
    const Folder& folder,
    std::string_view below,
    std::string_view version_before) {
  const Reading reading{
      directory,
      layout(directory.layout),
      below,
      version_before,
      is_cql_folder(folder)};
  directory.migrations.reserve(
      directory.migrations.size() + folder.files.size());
  for (const FileEntry* file : folder.files) {
    collect_name(reading, file->path);
  }
  // A folder with a migration's name is seen as one that cannot be read.
  for (const std::string_view name : folder.subfolders) {
    if (is_sql_name(name)) {
      const std::string path = join_path(folder.path, name);
      collect_name(reading, path);
    }
  }
  if (directory.layout == LayoutId::flyway) {
    collect_settings(folder, directory);
  }
}

void collect_folders(
    MigrationDirectory& directory,
    const Folder& folder,
    const Folders& folders) {
  const Reading reading{directory, layout(directory.layout), "", "", false};
  for (const std::string_view name : folder.subfolders) {
    const std::string path = join_path(folder.path, name);
    const std::string up = join_path(path, reading.layout.up_file);
    const ParsedName parsed = reading.layout.parse(name);
    if (!folders.has_file(up) || parsed.verdict != NameVerdict::migration) {
      const bool helper = name == "meta" || parsed.version_text.empty() ||
                          leading_digits(name) == 0;
      skip(
          reading,
          path,
          parsed.why.empty() ? "no file " + std::string(reading.layout.up_file)
                             : std::string(parsed.why),
          helper ? NameVerdict::companion : NameVerdict::refused);
      continue;
    }
    Migration& migration =
        add_migration(reading, path, parsed, directory.migrations);
    migration.path = up;
    const std::string down = join_path(path, reading.layout.down_file);
    if (!reading.layout.down_file.empty() && folders.has_file(down)) {
      migration.down = down;
    }
    const std::string settings = join_path(path, "metadata.toml");
    if (directory.layout == LayoutId::diesel && folders.has_file(settings)) {
      migration.settings.make().path = settings;
    }
  }
  for (const FileEntry* file : folder.files) {
    skip(reading, file->path, "beside the folders", NameVerdict::companion);
  }
}

void finish_directory(MigrationDirectory& directory) {
  const Layout& runner = layout(directory.layout);
  sort_migrations(runner, directory.migrations);
  sort_migrations(runner, directory.code);
  join_downs(directory);
  const auto by_path = [](const auto& a, const auto& b) {
    return a.path < b.path;
  };
  std::sort(directory.retired.begin(), directory.retired.end(), by_path);
  std::sort(directory.skipped.begin(), directory.skipped.end(), by_path);
}

} // namespace migcheck
