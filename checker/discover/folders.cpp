#include "discover/folders.hpp"

#include "model/path_words.hpp"

#include <algorithm>
#include <unordered_set>

namespace migcheck {
namespace {

using Found = std::unordered_set<std::string_view>;

// A file that makes a folder worth a look, told by its last letter first.
bool is_interesting(std::string_view path) {
  switch (path.empty() ? '\0' : path.back()) {
  case 'l':
    return ends_in_sql(path) || ends_in_cql(path) ||
           path.ends_with("/migration_lock.toml");
  case 'L':
    return ends_in_sql(path);
  case 'd':
    return path.ends_with(".sql.retired");
  case 'm':
    return last_part(path) == "atlas.sum";
  case 'n':
    return last_part(path) == "sqitch.plan" ||
           path.ends_with("/meta/_journal.json");
  default:
    return false;
  }
}

// Neighbours in a sorted list mostly share their folder, and telling so is
// cheaper than looking for the last slash.
bool lies_in(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path[folder.size()] == '/' &&
         path.starts_with(folder) &&
         path.find('/', folder.size() + 1) == std::string_view::npos;
}

void add(std::string_view path, Found& found) {
  const std::string_view folder = folder_of(path);
  const std::string_view name = last_part(path);
  found.insert(folder);
  if (name == "up.sql" || name == "migration.sql" || name == "_journal.json") {
    found.insert(folder_of(folder));
  }
}

} // namespace

bool ends_in_sql(std::string_view path) {
  if (path.size() < 4) {
    return false;
  }
  const std::string_view end = path.substr(path.size() - 4);
  return end[0] == '.' && (end[1] | 0x20) == 's' && (end[2] | 0x20) == 'q' &&
         (end[3] | 0x20) == 'l';
}

bool ends_in_cql(std::string_view path) {
  return path.ends_with(".cql");
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "." : path.substr(0, slash);
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder == "." || folder.empty()) {
    return std::string(name);
  }
  std::string path(folder);
  path += '/';
  path += name;
  return path;
}

std::vector<std::string> Folders::candidates() const {
  Found found;
  std::string_view last;
  for (const FileEntry& file : files_) {
    if (!lies_in(file.path, last)) {
      last = folder_of(file.path);
      if (is_migration_word(last_part(last))) {
        found.insert(last);
      }
    }
    if (is_interesting(file.path)) {
      add(file.path, found);
    }
  }
  std::vector<std::string> sorted(found.begin(), found.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::size_t Folders::first_not_below(std::string_view path) const {
  // '0' follows '/'.
  const std::string end = std::string(path) + '0';
  return static_cast<std::size_t>(
      std::lower_bound(
          files_.begin(),
          files_.end(),
          end,
          [](const FileEntry& file, const std::string& key) {
            return file.path < key;
          }) -
      files_.begin());
}

std::span<const FileEntry> Folders::below(std::string_view path) const {
  if (path == ".") {
    return files_;
  }
  const std::string begin = std::string(path) + '/';
  const auto first = std::lower_bound(
      files_.begin(),
      files_.end(),
      begin,
      [](const FileEntry& file, const std::string& key) {
        return file.path < key;
      });
  const auto at = static_cast<std::size_t>(first - files_.begin());
  return files_.subspan(at, first_not_below(path) - at);
}

Folder Folders::folder(std::string_view path) const {
  Folder folder{.path = std::string(path), .files = {}, .subfolders = {}};
  const std::span<const FileEntry> inside = below(path);
  const std::size_t skip = path == "." ? 0 : path.size() + 1;
  for (std::size_t i = 0; i < inside.size();) {
    const std::string_view name = inside[i].path.substr(skip);
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) {
      folder.files.push_back(&inside[i]);
      ++i;
      continue;
    }
    folder.subfolders.push_back(name.substr(0, slash));
    const std::size_t next =
        first_not_below(inside[i].path.substr(0, skip + slash));
    i = next - static_cast<std::size_t>(inside.data() - files_.data());
  }
  return folder;
}

bool Folders::has_file(std::string_view path) const {
  return std::binary_search(
      files_.begin(),
      files_.end(),
      FileEntry{.path = path},
      [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
}

bool Folders::has_folder(std::string_view path) const {
  return !below(path).empty();
}

} // namespace migcheck
