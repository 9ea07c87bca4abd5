#include "journals/sources.hpp"

#include "model/path_words.hpp"

#include <algorithm>

namespace migcheck {

Fetched fetch_text(
    const JournalSources& sources, const std::string& path, std::string& text) {
  ReadRequest request;
  request.path = path;
  request.limit = sources.config.limits.file;
  const ReadFailure failure = sources.reader.read(request, text);
  if (failure == ReadFailure::none) {
    return Fetched::yes;
  }
  if (failure == ReadFailure::missing) {
    return Fetched::missing;
  }
  sources.unread.push_back({path, failure});
  return Fetched::failed;
}

const MigrationDirectory*
directory_at(const JournalSources& sources, std::string_view folder) {
  const auto found = std::lower_bound(
      sources.directories.begin(),
      sources.directories.end(),
      folder,
      [](const MigrationDirectory& directory, std::string_view path) {
        return directory.path < path;
      });
  return found == sources.directories.end() || found->path != folder ? nullptr
                                                                     : &*found;
}

bool is_of_project(const JournalSources& sources, std::string_view folder) {
  if (const MigrationDirectory* directory = directory_at(sources, folder)) {
    return !directory->archived;
  }
  return sources.config.detect && foreign_part(folder).empty() &&
         !is_archive(folder);
}

} // namespace migcheck
