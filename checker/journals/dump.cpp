#include "journals/dump.hpp"

#include "discover/folders.hpp"
#include "journals/conflict_mark.hpp"
#include "layouts/version.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck {
namespace {

// By version as a number.
struct ByNumber {
  bool operator()(const std::string& a, const std::string& b) const {
    return compare_decimal(a, b) == std::strong_ordering::less;
  }
};

using Files = std::map<std::string, std::string, ByNumber>; // version -> path

constexpr std::string_view structure_end = "structure.sql";
constexpr std::string_view schema_end = "schema.rb";

// "db/animals_structure.sql" -> "db/animals_migrate"; "" for other names.
std::string migrate_folder(std::string_view path) {
  const std::string_view name = last_part(path);
  for (const std::string_view end : {structure_end, schema_end}) {
    const std::string_view before =
        name.substr(0, name.size() - std::min(name.size(), end.size()));
    if (name.ends_with(end) && (before.empty() || before.ends_with('_'))) {
      return join_path(folder_of(path), std::string(before) + "migrate");
    }
  }
  return "";
}

// `2026…_name.rb`
std::string_view rails_version(std::string_view path) {
  const std::string_view name = last_part(path);
  const std::size_t digits = leading_digits(name);
  const bool fits = digits > 0 && digits < name.size() && name[digits] == '_' &&
                    name.ends_with(".rb");
  return fits ? name.substr(0, digits) : std::string_view();
}

Files rails_files(const JournalSources& sources, std::string_view folder) {
  Files files;
  for (const FileEntry& file : Folders(sources.files.files()).below(folder)) {
    const std::string_view version = rails_version(file.path);
    if (!version.empty() &&
        (file.skip_worktree ||
         sources.reader.kind(file.path) != FileKind::unknown)) {
      files.emplace(version, file.path);
    }
  }
  return files;
}

// What any other folder has a migration for, db/post_migrate, an engine or a
// pack, is not stale.
void forget_elsewhere(const JournalSources& sources, DumpDrift& drift) {
  if (drift.stale.empty()) {
    return;
  }
  std::set<std::string, ByNumber> all;
  std::vector<DirectoryEntry> entries; // git may not know the newest yet
  sources.reader.list(drift.folder, entries);
  for (const DirectoryEntry& entry : entries) {
    if (const std::string_view version = rails_version(entry.name);
        !version.empty()) {
      all.emplace(version);
    }
  }
  for (const FileEntry& file : sources.files.files()) {
    if (const std::string_view version = rails_version(file.path);
        !version.empty()) {
      all.emplace(version);
    }
  }
  std::erase_if(drift.stale, [&](const DumpVersion& stale) {
    return all.contains(stale.version);
  });
}

void compare_list(const DumpText& dump, const Files& files, DumpDrift& drift) {
  std::set<std::string, ByNumber> listed;
  for (const auto& [version, span] : dump.versions) {
    listed.insert(version);
    if (!files.contains(version)) {
      drift.stale.push_back({version, {drift.path, span}});
    }
  }
  for (const auto& [version, path] : files) {
    if (!listed.contains(version)) {
      drift.missing.push_back({version, {path, {}}});
    }
  }
}

// What is older than all files was taken away when history was cut off.
void forget_history(const Files& files, DumpDrift& drift) {
  std::erase_if(drift.stale, [&](const DumpVersion& stale) {
    return files.empty() ||
           compare_decimal(stale.version, files.begin()->first) ==
               std::strong_ordering::less;
  });
}

// schema.rb holds the newest version alone.
void compare_newest(
    const DumpText& dump, const Files& files, DumpDrift& drift) {
  const auto& [version, span] = dump.versions.front();
  drift.newest = version;
  for (auto file = files.upper_bound(version); file != files.end(); ++file) {
    drift.missing.push_back({file->first, {file->second, {}}});
  }
  if (compare_decimal(version, files.rbegin()->first) ==
      std::strong_ordering::greater) {
    drift.stale.push_back({version, {drift.path, span}});
  }
}

std::string newest_of(const DumpText& dump) {
  std::string newest;
  for (const auto& [version, span] : dump.versions) {
    if (newest.empty() || ByNumber()(newest, version)) {
      newest = version;
    }
  }
  return newest;
}

DumpText read_rails_dump(DumpKind kind, std::string_view text) {
  return kind == DumpKind::schema ? read_schema_version(text)
                                  : read_schema_migrations(text);
}

// Rails writes one of structure.sql and schema.rb. Where both are there, the
// one that holds less was left behind.
bool is_left_behind(
    const JournalSources& sources,
    const std::string& path,
    DumpKind kind,
    const std::string& newest) {
  const bool schema = kind == DumpKind::schema;
  const std::string_view end = schema ? schema_end : structure_end;
  std::string other = path.substr(0, path.size() - end.size());
  other += schema ? structure_end : schema_end;
  std::string text;
  if (sources.files.find(other) == nullptr ||
      fetch_text(sources, other, text) != Fetched::yes) {
    return false;
  }
  const std::string theirs = newest_of(
      read_rails_dump(schema ? DumpKind::structure : DumpKind::schema, text));
  return !theirs.empty() && ByNumber()(newest, theirs);
}

Files dbmate_files(const MigrationDirectory& directory) {
  Files files;
  for (const Migration& migration : directory.migrations) {
    files.emplace(migration.version_text, migration.path);
  }
  return files;
}

std::size_t common(const DumpText& dump, const Files& files) {
  return static_cast<std::size_t>(std::count_if(
      dump.versions.begin(), dump.versions.end(), [&](const auto& version) {
        return files.contains(version.first);
      }));
}

std::optional<DumpDrift> only_if_any(DumpDrift drift) {
  return drift.missing.empty() && drift.stale.empty()
             ? std::nullopt
             : std::optional(std::move(drift));
}

// A dump that was not merged is told of as that alone.
bool take_conflict(std::string_view text, DumpDrift& drift) {
  if (const auto mark = find_conflict(text)) {
    drift.conflict = true;
    drift.place = mark->span;
  }
  return drift.conflict;
}

} // namespace

bool is_rails_dump(const JournalSources& sources, std::string_view path) {
  const std::string folder = migrate_folder(path);
  return !folder.empty() && sources.files.has_directory(folder);
}

std::optional<DumpDrift>
find_rails_drift(const JournalSources& sources, const std::string& path) {
  std::string text;
  DumpDrift drift;
  drift.path = path;
  drift.folder = migrate_folder(path);
  drift.kind =
      path.ends_with(schema_end) ? DumpKind::schema : DumpKind::structure;
  const Files files = rails_files(sources, drift.folder);
  if (files.empty() || fetch_text(sources, path, text) != Fetched::yes) {
    return std::nullopt;
  }
  if (take_conflict(text, drift)) {
    return drift;
  }
  const DumpText dump = read_rails_dump(drift.kind, text);
  if (dump.versions.empty() ||
      is_left_behind(sources, path, drift.kind, newest_of(dump))) {
    return std::nullopt;
  }
  drift.place = dump.place;
  if (drift.kind == DumpKind::schema) {
    compare_newest(dump, files, drift);
  } else {
    compare_list(dump, files, drift);
    forget_history(files, drift);
  }
  forget_elsewhere(sources, drift);
  return only_if_any(std::move(drift));
}

bool RailsMigrations::has(const std::string& version) const {
  return std::binary_search(
      versions.begin(), versions.end(), version, ByNumber());
}

bool RailsMigrations::is_history(const std::string& version) const {
  return !versions.empty() && ByNumber()(version, versions.front());
}

std::optional<RailsMigrations>
find_rails_migrations(const JournalSources& sources) {
  std::set<std::string> folders;
  for (const FileEntry& file : sources.files.files()) {
    const std::string_view folder = folder_of(file.path);
    if (!rails_version(file.path).empty() && last_part(folder) == "migrate" &&
        is_of_project(sources, folder)) {
      folders.emplace(folder);
    }
  }
  if (folders.size() != 1) {
    return std::nullopt;
  }
  RailsMigrations found;
  found.folder = *folders.begin();
  for (const auto& [version, path] : rails_files(sources, found.folder)) {
    found.versions.push_back(version);
  }
  return found;
}

std::optional<DumpDrift>
find_dbmate_drift(const JournalSources& sources, const std::string& path) {
  std::vector<const MigrationDirectory*> directories;
  for (const MigrationDirectory& directory : sources.directories) {
    if (directory.layout == LayoutId::dbmate) {
      directories.push_back(&directory);
    }
  }
  std::string text;
  if (directories.empty() || fetch_text(sources, path, text) != Fetched::yes ||
      text.find("-- Dbmate schema migrations") == std::string::npos) {
    return std::nullopt;
  }
  DumpDrift drift;
  drift.kind = DumpKind::dbmate;
  drift.path = path;
  if (take_conflict(text, drift)) {
    drift.folder = directories.size() == 1 ? directories.front()->path : "";
    return drift;
  }
  const DumpText dump = read_schema_migrations(text);
  const MigrationDirectory* best = nullptr;
  std::size_t most = 0;
  bool even = false;
  for (const MigrationDirectory* directory : directories) {
    const std::size_t count = common(dump, dbmate_files(*directory));
    even = count > most ? false : even || count == most;
    if (count > most) {
      best = directory;
      most = count;
    }
  }
  if (best == nullptr || even) {
    return std::nullopt;
  }
  drift.folder = best->path;
  drift.place = dump.place;
  const Files files = dbmate_files(*best);
  compare_list(dump, files, drift);
  forget_history(files, drift);
  return only_if_any(std::move(drift));
}

} // namespace migcheck
