#include "discover/file_list.hpp"

#include "discover/exclusion.hpp"
#include "discover/ignore_rules.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t block_size = std::size_t{256} << 10;

bool comes_before(const FileEntry& entry, std::string_view path) {
  return entry.path < path;
}

} // namespace

FileList::FileList() = default;
FileList::~FileList() = default;
FileList::FileList(FileList&&) noexcept = default;
FileList& FileList::operator=(FileList&&) noexcept = default;

const FileEntry* FileList::find(std::string_view path) const {
  const auto at =
      std::lower_bound(files_.begin(), files_.end(), path, comes_before);
  return at != files_.end() && at->path == path ? &*at : nullptr;
}

bool FileList::has_directory(std::string_view path) const {
  if (path.empty() || path == ".") {
    return !files_.empty();
  }
  const std::string below = std::string(path) + '/';
  const auto at = std::lower_bound(
      files_.begin(), files_.end(), std::string_view(below), comes_before);
  return at != files_.end() && at->path.starts_with(below);
}

// A copy of the path that lives as long as the list.
std::string_view FileList::keep(std::string_view path) {
  if (path.size() > storage_left_) {
    const std::size_t size = std::max(path.size(), block_size);
    storage_.push_back(std::make_unique_for_overwrite<char[]>(size));
    storage_left_ = size;
  }
  // Blocks are filled from their end, so that what is left says where.
  storage_left_ -= path.size();
  char* place = storage_.back().get() + storage_left_;
  std::copy(path.begin(), path.end(), place);
  return {place, path.size()};
}

} // namespace migcheck
