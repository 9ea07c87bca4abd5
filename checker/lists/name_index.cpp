#include "lists/name_index.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

constexpr std::string_view retired_ending = ".retired";

std::string_view without_retired(std::string_view name) {
  if (name.ends_with(retired_ending)) {
    name.remove_suffix(retired_ending.size());
  }
  return name;
}

} // namespace

NameIndex::NameIndex(const std::vector<MigrationDirectory>& directories)
    : directories_(&directories) {
  for (std::uint32_t i = 0; i < directories.size(); ++i) {
    const MigrationDirectory& directory = directories[i];
    directory_names_.emplace(last_part(directory.path), true);
    for (const Migration& migration : directory.migrations) {
      add_migration(migration, i, false);
    }
    for (const Migration& migration : directory.retired) {
      add_migration(migration, i, true);
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
    Table<std::vector<NameHit>>& table,
    std::string_view name,
    const NameHit& hit) {
  if (name.empty()) {
    return;
  }
  std::vector<NameHit>& hits =
      table.try_emplace(std::string(name)).first->second;
  const bool known =
      std::any_of(hits.begin(), hits.end(), [&](const NameHit& other) {
        return other.directory == hit.directory &&
               (other.migration == hit.migration || !other.retired);
      });
  if (!known) {
    hits.push_back(hit);
  }
}

void NameIndex::add_migration(
    const Migration& migration, std::uint32_t directory, bool retired) {
  const NameHit hit = {directory, &migration, retired};
  const std::string_view entry = without_retired(migration.entry);
  add(entry, hit);
  add(entry_stem(entry), hit);
  add_to(versions_, migration.version_text, hit);
  if (has_migration_extension(entry)) {
    masks_.emplace(name_mask(entry), true);
  }
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

std::span<const NameHit> NameIndex::find(std::string_view name) const {
  const auto found = hits_.find(name);
  return found == hits_.end() ? std::span<const NameHit>()
                              : std::span<const NameHit>(found->second);
}

std::span<const NameHit> NameIndex::find(const EntryName& entry) const {
  if (!entry.version.empty()) {
    const auto found = versions_.find(entry.version);
    return found == versions_.end() ? std::span<const NameHit>()
                                    : std::span<const NameHit>(found->second);
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
