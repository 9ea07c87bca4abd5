#include "stored/commit_listing.hpp"

#include "discover/index_file.hpp"

#include <algorithm>
#include <utility>

namespace migcheck {
namespace {

bool comes_before(const StoredFile& one, const StoredFile& other) {
  return one.path < other.path;
}

// Folders come whole and by path, and nearly all of them in their order: what
// is in order already is merged, and not sorted.
void merge_runs(std::vector<StoredFile>& files) {
  std::vector<std::vector<StoredFile>::iterator> ends = {files.begin()};
  while (ends.back() != files.end()) {
    ends.push_back(
        std::is_sorted_until(ends.back(), files.end(), comes_before));
  }
  while (ends.size() > 2) {
    std::vector<std::vector<StoredFile>::iterator> merged = {ends.front()};
    for (std::size_t i = 1; i < ends.size(); i += 2) {
      const std::size_t last = std::min(i + 1, ends.size() - 1);
      std::inplace_merge(ends[i - 1], ends[i], ends[last], comes_before);
      merged.push_back(ends[last]);
    }
    ends = std::move(merged);
  }
}

} // namespace

CommitListing::CommitListing(
    const GitIndex* index, GitHash hash, std::string prefix)
    : index_(index), id_size_(hash_size(hash)), prefix_(std::move(prefix)),
      trees_(index == nullptr ? CachedTrees() : CachedTrees(*index, hash)) {
  files_.reserve(index == nullptr ? 0 : index->entries().size());
}

void CommitListing::file(std::string path, FileKind kind, std::string_view id) {
  const Named& named =
      named_.emplace_back(Named{std::move(path), std::string(id)});
  StoredFile& file = files_.emplace_back();
  file.path = named.path;
  file.id = named.id.data();
  file.kind = kind;
}

// The same tree may lie elsewhere in the index.
bool CommitListing::folder(const std::string& path, std::string_view id) {
  const CachedTrees::Tree tree = trees_.find(id);
  if (tree.entries.empty()) {
    return false;
  }
  const std::string below = prefix_ + path + "/";
  const bool here = tree.entries.front().path.substr(0, tree.prefix) == below;
  for (const GitIndexEntry& entry : tree.entries) {
    const std::optional<FileKind> kind = entry.file_kind();
    if (!kind) {
      continue;
    }
    const NotedFile noted(entry.raw);
    if (!here) {
      file(
          path + "/" + std::string(entry.path.substr(tree.prefix)),
          *kind,
          {noted.id(), id_size_});
      continue;
    }
    StoredFile& file = files_.emplace_back();
    file.path = entry.path.substr(prefix_.size());
    file.id = noted.id();
    file.raw = entry.raw;
    file.size = entry.size;
    file.kind = *kind;
  }
  return true;
}

std::vector<StoredFile> CommitListing::take() {
  merge_runs(files_);
  if (index_ != nullptr && !named_.empty()) {
    note_entries();
  }
  return std::move(files_);
}

// Files that the index has with the same content, though not their folder.
void CommitListing::note_entries() {
  auto file = files_.begin();
  for (const GitIndexEntry& entry : index_->entries()) {
    if (!entry.path.starts_with(prefix_) || entry.stage != 0) {
      continue;
    }
    const std::string_view path = entry.path.substr(prefix_.size());
    while (file != files_.end() && file->path < path) {
      ++file;
    }
    if (file == files_.end()) {
      return;
    }
    const std::string_view id(NotedFile(entry.raw).id(), id_size_);
    if (file->path == path && id == std::string_view(file->id, id_size_)) {
      file->raw = entry.raw;
      file->size = entry.size;
    }
  }
}

} // namespace migcheck
