#include "report/analysed_files.hpp"

namespace migcheck {

AnalysedFiles
analysed_files(const Project& project, const std::vector<ListSource>& sources) {
  AnalysedFiles files;
  const auto add = [&](const SqlFile& file) {
    if (file.read && file.failure == ReadFailure::none) {
      files.emplace(file.path, &file.raw);
    }
  };
  for (const MigrationDirectory& directory : project.directories) {
    for (const auto* migrations : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *migrations) {
        add(migration.file);
        add(migration.down_file);
      }
    }
  }
  for (const ListSource& source : sources) {
    files.emplace(source.path, &source.digest);
  }
  return files;
}

} // namespace migcheck
