// The migrations of a project as they were read a moment ago, in the same
// check: what has the same content at another commit is not read again.
#pragma once

#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck {

class EarlierFiles {
 public:
  // The directories must outlive this object. Files of which git's name of the
  // content was not asked for are as good as unread.
  explicit EarlierFiles(const std::vector<MigrationDirectory>& directories);

  // What was read from this file of a migration, its path aside, where `reader`
  // has the same content there and it would be read in the same way; null:
  // where it would not, or where that cannot be told without reading it.
  // `nearby` as ReadRequest has it.
  const SqlFile* find(
      const MigrationDirectory& directory,
      const Migration& migration,
      std::string_view path,
      const FileReader& reader,
      OpenDirectory& nearby) const;

 private:
  struct Earlier {
    const MigrationDirectory* directory;
    const Migration* migration;
    const SqlFile* file;
  };

  void note(
      const MigrationDirectory& directory,
      const std::vector<Migration>& migrations);

  std::unordered_map<std::string_view, Earlier> by_path_;
};

} // namespace migcheck
