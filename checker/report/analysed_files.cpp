#include "report/analysed_files.hpp"

namespace migcheck {

AnalysedFiles
analysed_files(const Project& project, const std::vector<ListSource>& sources) {
  AnalysedFiles files;
  const auto add = [&](const SqlFile& file) {
    if (file.read && file.failure == ReadFailure::none) {
      files.emplace(file.path, file.content);
    }
  };
  for (const MigrationDirectory& directory : project.directories) {
    for (const auto* migrations : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *migrations) {
        add(migration.file);
        add(*migration.down_file);
      }
    }
  }
  for (const ListSource& source : sources) {
    files.emplace(source.path, source.content);
  }
  return files;
}

Reread read_again(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const ReadRequest& request,
    std::string& text) {
  const bool read =
      !request.path.empty() && reader.read(request, text) == ReadFailure::none;
  const auto known = analysed.find(request.path);
  if (known == analysed.end()) {
    return read ? Reread::same : Reread::unread;
  }
  return read && content_key(text) == known->second ? Reread::same
                                                    : Reread::changed;
}

Incomplete changed_file(std::string_view path) {
  return {std::string(path), "changed while it was checked"};
}

} // namespace migcheck
