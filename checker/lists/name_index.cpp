#include "lists/name_index.hpp"

#include "layouts/retired_name.hpp"
#include "lists/migration_names.hpp"

#include <algorithm>

namespace migcheck::lists {
NameIndex::NameIndex(const std::vector<MigrationDirectory>& directories)
    : directories_(&directories) {
  std::size_t migrations = 0;
  for (const MigrationDirectory& directory : directories) {
    migrations += directory.migrations.size() + directory.retired.size() +
                  directory.gone.size();
  }
  hits_.reserve(2 * migrations);
  versions_.reserve(migrations);
  for (std::uint32_t i = 0; i < directories.size(); ++i) {
    const MigrationDirectory& directory = directories[i];
    directory_names_.insert(last_part(directory.path));
    for (const Migration& migration : directory.migrations) {
      add_migration(migration, i, false);
    }
    for (const Migration& migration : directory.retired) {
      add_migration(migration, i, true);
    }
    // Not by version: a database has applied it, whatever became of the file.
    for (const Migration& migration : directory.gone) {
      add_names(migration, {i, &migration, true, true});
    }
    for (const SkippedEntry& skipped : directory.skipped) {
      add(last_part(skipped.path), {i, nullptr, false});
    }
  }
}

void NameIndex::add(std::string_view name, const NameHit& hit) {
  add_to(hits_, name, hit);
}

void NameIndex::add_to(
    Table& table, std::string_view name, const NameHit& hit) {
  if (name.empty()) {
    return;
  }
  const auto [place, added] = table.try_emplace(name, Hits{hit, {}});
  if (added) {
    return;
  }
  Hits& hits = place->second;
  const std::span<const NameHit> others = hits.get();
  const bool known =
      std::any_of(others.begin(), others.end(), [&](const NameHit& other) {
        return other.directory == hit.directory &&
               (other.migration == hit.migration || !other.retired);
      });
  if (!known) {
    if (hits.all.empty()) {
      hits.all.push_back(hits.first);
    }
    hits.all.push_back(hit);
  }
}

std::span<const NameHit>
NameIndex::look_up(const Table& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? std::span<const NameHit>()
                              : found->second.get();
}

void NameIndex::add_migration(
    const Migration& migration, std::uint32_t directory, bool retired) {
  const NameHit hit = {directory, &migration, retired};
  add_names(migration, hit);
  add_to(versions_, migration.version_text, hit);
  if (ends_in_path(migration.path, migration.entry)) {
    if (retired) {
      add(migration.entry, hit);
    }
    if (!migration.down.empty()) {
      const std::string_view down = last_part(migration.down);
      add(down, hit);
      add(entry_stem(down), hit);
    }
  }
}

void NameIndex::add_names(const Migration& migration, const NameHit& hit) {
  const std::string_view entry = without_retired(migration.entry);
  add(entry, hit);
  add(entry_stem(entry), hit);
  if ((*directories_)[hit.directory].layout == LayoutId::sqitch) {
    // A plan gives the name alone, whether there is a way back or not.
    const std::string_view name = last_part(entry);
    add(name, hit);
    add(entry_stem(name), hit);
  }
  if (has_migration_extension(entry)) {
    masks_.insert(name_mask(entry));
  }
}

std::span<const NameHit> NameIndex::find(std::string_view name) const {
  return look_up(hits_, name);
}

std::span<const NameHit> NameIndex::find(const EntryName& entry) const {
  if (!entry.version.empty()) {
    return look_up(versions_, entry.version);
  }
  const std::span<const NameHit> direct = find(entry.base);
  if (!direct.empty() || entry.folder.empty()) {
    return direct;
  }
  const std::span<const NameHit> folder = find(last_part(entry.folder));
  const bool inside =
      !folder.empty() && folder.front().migration != nullptr &&
      !ends_in_path(
          folder.front().migration->path, folder.front().migration->entry);
  return inside ? folder : std::span<const NameHit>();
}

bool NameIndex::is_alike(std::string_view base) const {
  const std::string mask = name_mask(base);
  return !mask.empty() && masks_.find(mask) != masks_.end();
}

bool NameIndex::is_directory_name(std::string_view last_part) const {
  return directory_names_.find(last_part) != directory_names_.end();
}

} // namespace migcheck::lists
