#include "lock/novelty.hpp"

#include "lock/compare.hpp"
#include "model/version_scheme.hpp"

#include <set>
#include <string_view>
#include <unordered_set>

namespace migcheck {

namespace {

// More migrations than a pull request brings along with a new directory.
constexpr std::size_t most_at_once = 3;

void tell_by_base(MigrationDirectory& directory, const BaseDirectory& base) {
  const bool there = base.merge_base.there || base.tip().there;
  if (!there && directory.migrations.size() > most_at_once) {
    return;
  }
  const std::unordered_set<const Migration*> added(
      base.added.begin(), base.added.end());
  for (Migration& migration : directory.migrations) {
    if (is_lockable(migration)) {
      migration.novelty =
          added.contains(&migration) ? Novelty::fresh : Novelty::known;
    }
  }
}

void tell_by_lockfile(MigrationDirectory& directory, const Lockfile& lockfile) {
  std::unordered_set<std::string_view> entries;
  std::set<Digest> contents;
  for (const LockLine& line : lockfile.lines) {
    entries.insert(line.entry);
    contents.insert(line.neutral);
  }
  for (Migration& migration : directory.migrations) {
    if (is_lockable(migration)) {
      const bool held = entries.contains(lock_entry(directory, migration)) ||
                        contents.contains(migration.file.neutral);
      migration.novelty = held ? Novelty::known : Novelty::fresh;
    }
  }
}

} // namespace

void tell_novelty(
    MigrationDirectory& directory,
    const Lockfile& lockfile,
    const BaseDirectory* base) {
  if (base != nullptr) {
    tell_by_base(directory, *base);
  } else if (is_usable(lockfile)) {
    tell_by_lockfile(directory, lockfile);
  }
  const std::size_t counted = first_counted(directory);
  for (std::size_t i = 0; i < counted; ++i) {
    directory.migrations[i].novelty = Novelty::known;
  }
}

} // namespace migcheck
