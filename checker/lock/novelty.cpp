#include "lock/novelty.hpp"

#include "lock/compare.hpp"
#include "model/version_scheme.hpp"

#include <set>
#include <string_view>
#include <unordered_set>

namespace migcheck {

void tell_novelty(MigrationDirectory& directory, const Lockfile& lockfile) {
  std::unordered_set<std::string_view> entries;
  std::set<Digest> contents;
  const bool locked = lockfile.present && is_usable(lockfile);
  if (locked) {
    for (const LockLine& line : lockfile.lines) {
      entries.insert(line.entry);
      contents.insert(line.neutral);
    }
  }
  const std::size_t counted = first_counted(directory);
  for (std::size_t i = 0; i < directory.migrations.size(); ++i) {
    Migration& migration = directory.migrations[i];
    if (i < counted) {
      migration.novelty = Novelty::known;
    } else if (locked && is_lockable(migration)) {
      const bool held = entries.contains(lock_entry(directory, migration)) ||
                        contents.contains(migration.file.neutral);
      migration.novelty = held ? Novelty::known : Novelty::fresh;
    }
  }
}

} // namespace migcheck
