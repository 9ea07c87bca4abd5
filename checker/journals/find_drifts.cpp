#include "journals/find_drifts.hpp"

#include "discover/folders.hpp"
#include "journals/atlas.hpp"

namespace migcheck {
namespace {

bool is_named(std::string_view path, std::string_view name) {
  return path.ends_with(name) && last_part(path).size() == name.size();
}

void add_atlas(
    const JournalSources& sources, std::string_view path, Drifts& drifts) {
  if (auto drift = find_atlas_drift(sources, std::string(path))) {
    drifts.atlas.push_back(std::move(*drift));
  }
}

} // namespace

Drifts find_drifts(const JournalSources& sources) {
  Drifts drifts;
  for (const FileEntry& file : sources.files.files()) {
    const std::string_view path = file.path;
    // The last letter tells most files from those that are looked for.
    if (path.back() == 'm' && is_named(path, "atlas.sum") &&
        is_of_project(sources, folder_of(path))) {
      add_atlas(sources, path, drifts);
    }
  }
  return drifts;
}

} // namespace migcheck
