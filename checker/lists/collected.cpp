#include "lists/collected.hpp"

#include "text/path_parts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_set>

namespace migcheck::lists {
namespace {

// Fewer files with one name each are no list.
constexpr std::size_t least_scattered = 3;

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Sorts by file. What was kept for its counts may be kept for a name too.
void drop_doubles(std::vector<KeptFile>& kept) {
  std::sort(kept.begin(), kept.end(), [](const KeptFile& a, const KeptFile& b) {
    return a.file != b.file ? a.file < b.file : a.names > b.names;
  });
  const auto same = [](const KeptFile& a, const KeptFile& b) {
    return a.file == b.file;
  };
  kept.erase(std::unique(kept.begin(), kept.end(), same), kept.end());
}

std::vector<SourceFile>
source_files(std::vector<KeptFile>& kept, const std::vector<FileEntry>& files) {
  drop_doubles(kept);
  std::vector<SourceFile> sources;
  sources.reserve(kept.size());
  for (KeptFile& one : kept) {
    sources.push_back(
        {std::string(files[one.file].path), std::move(one.text), one.names});
  }
  return sources;
}

} // namespace

void Collected::add(Collected&& other) {
  append(sources, other.sources);
  append(runners, other.runners);
  append(tables, other.tables);
  append(singles, other.singles);
  append(unread, other.unread);
  known += other.known;
  fresh += other.fresh;
  scanned += other.scanned;
}

std::vector<std::size_t> scattered_files(
    const std::vector<SingleFile>& singles,
    const std::vector<FileEntry>& files) {
  std::map<std::string_view, std::vector<SingleFile>> groups;
  for (const SingleFile& single : singles) {
    groups[parent_folder(files[single.file].path)].push_back(single);
  }
  std::vector<std::size_t> scattered;
  for (const auto& [directory, group] : groups) {
    std::unordered_set<std::uint32_t> names;
    for (const SingleFile& single : group) {
      names.insert(single.name);
    }
    if (names.size() < least_scattered) {
      continue;
    }
    for (const SingleFile& single : group) {
      scattered.push_back(single.file);
    }
  }
  return scattered;
}

ScanResult in_order(
    Collected&& all,
    const std::vector<FileEntry>& files,
    const KnownNames& names) {
  ScanResult result;
  result.files_scanned = all.scanned;
  result.sources = source_files(all.sources, files);
  result.runners = source_files(all.runners, files);
  result.tables = source_files(all.tables, files);
  std::sort(
      all.singles.begin(),
      all.singles.end(),
      [](const SingleFile& a, const SingleFile& b) { return a.file < b.file; });
  for (const SingleFile& single : all.singles) {
    result.singles.push_back(
        {std::string(files[single.file].path),
         std::string(names.stem_of(single.name))});
  }
  std::sort(all.unread.begin(), all.unread.end());
  for (const auto& [file, failure] : all.unread) {
    result.unread.emplace_back(files[file].path, failure);
  }
  return result;
}

} // namespace migcheck::lists
