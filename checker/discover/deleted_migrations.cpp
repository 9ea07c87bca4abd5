#include "discover/deleted_migrations.hpp"

#include <vector>

namespace migcheck {
namespace {

bool is_deleted(const FileList& files, const SqlFile& file) {
  if (file.failure != ReadFailure::missing) {
    return false;
  }
  const FileEntry* entry = files.find(file.path);
  return entry != nullptr && !entry->skip_worktree;
}

} // namespace

void forget_deleted(const FileList& files, MigrationDirectory& directory) {
  for (auto* group : {&directory.migrations, &directory.retired}) {
    std::erase_if(*group, [&](const Migration& migration) {
      return is_deleted(files, migration.file);
    });
    for (Migration& migration : *group) {
      if (is_deleted(files, *migration.down_file)) {
        migration.down.clear();
        migration.down_file.reset();
      }
    }
  }
}

} // namespace migcheck
