#include "model/earlier_files.hpp"

namespace migcheck {
namespace {

bool has_content(const SqlFile& file) {
  return file.read && file.blob != BlobId();
}

// Digests that nobody asks for do no harm.
bool are_read_alike(
    const MigrationDirectory& before, const MigrationDirectory& now) {
  return before.dialect == now.dialect && before.layout == now.layout &&
         (before.digests == now.digests || before.digests == Digests::yes);
}

// Settings of the runner's own change what was read.
bool are_read_alike(const Migration& before, const Migration& now) {
  return before.kind == now.kind && before.retired == now.retired &&
         before.path == now.path && !before.settings && !now.settings;
}

} // namespace

EarlierFiles::EarlierFiles(const std::vector<MigrationDirectory>& directories) {
  for (const MigrationDirectory& directory : directories) {
    note(directory, directory.migrations);
    note(directory, directory.retired);
  }
}

void EarlierFiles::note(
    const MigrationDirectory& directory,
    const std::vector<Migration>& migrations) {
  by_path_.reserve(by_path_.size() + migrations.size());
  for (const Migration& migration : migrations) {
    for (const SqlFile* file : {&migration.file, &*migration.down_file}) {
      if (has_content(*file)) {
        by_path_.try_emplace(file->path, Earlier{&directory, &migration, file});
      }
    }
  }
}

const SqlFile* EarlierFiles::find(
    const MigrationDirectory& directory,
    const Migration& migration,
    std::string_view path,
    const FileReader& reader,
    OpenDirectory& nearby) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) {
    return nullptr;
  }
  const Earlier& earlier = found->second;
  const bool same = are_read_alike(*earlier.directory, directory) &&
                    are_read_alike(*earlier.migration, migration) &&
                    reader.content_id(path, nearby) == earlier.file->blob;
  return same ? earlier.file : nullptr;
}

} // namespace migcheck
