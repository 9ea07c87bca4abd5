#include "journals/atlas.hpp"

#include "discover/folders.hpp"
#include "journals/atlas_names.hpp"
#include "journals/atlas_sum.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// One way to read the folder.
struct Reading {
  std::vector<std::string> names;
  AtlasHasher hasher;
};

// The names below a folder. False when one is not on disk on purpose: nothing
// can be said then.
bool list_names(
    const JournalSources& sources,
    const std::string& folder,
    std::vector<std::string_view>& names) {
  const std::size_t skip = folder == "." ? 0 : folder.size() + 1;
  for (const FileEntry& file : Folders(sources.files.files()).below(folder)) {
    const std::string_view name = file.path.substr(skip);
    if (!name.ends_with(".sql")) {
      continue;
    }
    if (file.skip_worktree) {
      return false;
    }
    names.push_back(name);
  }
  return true;
}

bool hash_files(
    const JournalSources& sources,
    const std::string& folder,
    Reading& reading) {
  std::string text;
  std::erase_if(reading.names, [&](const std::string& name) {
    return sources.reader.kind(join_path(folder, name)) == FileKind::unknown;
  });
  for (const std::string& name : reading.names) {
    if (fetch_text(sources, join_path(folder, name), text) != Fetched::yes) {
      return false;
    }
    reading.hasher.add(name, text);
  }
  return true;
}

// Whether the listed names are such as this format has.
bool all_listed(const AtlasSum& sum, bool (*fits)(std::string_view name)) {
  return !sum.lines.empty() &&
         std::all_of(
             sum.lines.begin(), sum.lines.end(), [&](const AtlasLine& line) {
               return fits(line.name);
             });
}

bool is_up(std::string_view name) {
  return name.ends_with(".up.sql");
}

bool is_flyway(std::string_view name) {
  const char first = last_part(name).empty() ? ' ' : last_part(name).front();
  return first == 'V' || first == 'B' || first == 'R';
}

// The ways in which Atlas may read the folder, the likeliest first.
std::vector<Reading>
readings_of(const AtlasSum& sum, const std::vector<std::string_view>& names) {
  std::vector<Reading> readings;
  const auto add = [&](std::vector<std::string> read) {
    const bool known = std::any_of(
        readings.begin(), readings.end(), [&](const Reading& other) {
          return other.names == read;
        });
    if (!known) {
      readings.push_back({std::move(read), {}});
    }
  };
  if (all_listed(sum, is_up)) {
    add(golang_migrate_names(names));
  }
  if (all_listed(sum, is_flyway)) {
    add(flyway_names(names));
  }
  add(atlas_names(names));
  return readings;
}

void tell_line_ends(
    const JournalSources& sources,
    const AtlasSum& sum,
    const Reading& reading,
    AtlasDrift& drift) {
  const std::size_t at = drift.line - 2;
  std::string text;
  if (fetch_text(sources, drift.file, text) == Fetched::yes &&
      differs_in_line_ends(
          reading.hasher.files()[at], text, sum.lines[at].hash)) {
    drift.change = AtlasChange::line_ends;
  }
}

} // namespace

std::optional<AtlasDrift>
find_atlas_drift(const JournalSources& sources, const std::string& sum_path) {
  std::string text;
  std::vector<std::string_view> names;
  const std::string folder(folder_of(sum_path));
  if (fetch_text(sources, sum_path, text) != Fetched::yes ||
      !list_names(sources, folder, names)) {
    return std::nullopt;
  }
  const AtlasSum sum = parse_atlas_sum(text);
  std::optional<AtlasDrift> likeliest;
  for (Reading& reading : readings_of(sum, names)) {
    if (!hash_files(sources, folder, reading)) {
      return std::nullopt;
    }
    auto drift = first_difference(sum, reading.hasher.files());
    if (!drift) {
      return std::nullopt;
    }
    if (likeliest) {
      continue;
    }
    drift->sum = sum_path;
    drift->folder = folder;
    const std::string file = join_path(folder, drift->name);
    if (!drift->name.empty() &&
        sources.reader.kind(file) != FileKind::unknown) {
      drift->file = file;
    }
    if (drift->change == AtlasChange::edited) {
      tell_line_ends(sources, sum, reading, *drift);
    }
    likeliest = std::move(drift);
  }
  return likeliest;
}

} // namespace migcheck
