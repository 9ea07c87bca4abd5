#include "journals/find_drifts.hpp"

#include "discover/folders.hpp"
#include "journals/atlas.hpp"
#include "journals/drizzle.hpp"
#include "journals/sqitch.hpp"

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

void add_drizzle(
    const JournalSources& sources, std::string_view path, Drifts& drifts) {
  for (DrizzleDrift& drift : find_drizzle_drifts(sources, std::string(path))) {
    drifts.drizzle.push_back(std::move(drift));
  }
}

void add_sqitch(
    const JournalSources& sources, std::string_view path, Drifts& drifts) {
  for (SqitchDrift& drift : find_sqitch_drifts(sources, std::string(path))) {
    drifts.sqitch.push_back(std::move(drift));
  }
}

void look_at(
    const JournalSources& sources, std::string_view path, Drifts& drifts) {
  const std::string_view folder = folder_of(path);
  // The last letter tells most files from those that are looked for.
  switch (path.back()) {
  case 'm':
    if (is_named(path, "atlas.sum") && is_of_project(sources, folder)) {
      add_atlas(sources, path, drifts);
    }
    break;
  case 'n':
    if (path.ends_with("/meta/_journal.json") &&
        is_of_project(sources, folder_of(folder))) {
      add_drizzle(sources, path, drifts);
    } else if (
        is_named(path, "sqitch.plan") && is_of_project(sources, folder)) {
      add_sqitch(sources, path, drifts);
    }
    break;
  default:
    break;
  }
}

} // namespace

Drifts find_drifts(const JournalSources& sources) {
  Drifts drifts;
  for (const FileEntry& file : sources.files.files()) {
    look_at(sources, file.path, drifts);
  }
  return drifts;
}

} // namespace migcheck
