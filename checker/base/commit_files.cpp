#include "base/commit_files.hpp"

#include "io/folder_entries.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <cstring>

namespace migcheck {
namespace {

class NodeAdder final : public TreeVisitor {
 public:
  explicit NodeAdder(std::map<std::string, CommitFile, std::less<>>& files)
      : files_(files) {}

  void file(std::string path, FileKind kind, std::string_view id) override {
    CommitFile& file = files_[std::move(path)];
    file.kind = kind;
    std::memcpy(file.blob.bytes.data(), id.data(), id.size());
  }

 private:
  std::map<std::string, CommitFile, std::less<>>& files_;
};

std::uint64_t head_of(const BlobId& blob) {
  std::uint64_t head = 0;
  std::memcpy(&head, blob.bytes.data(), sizeof head);
  return head;
}

} // namespace

void KnownContents::note_all() {
  for (const MigrationDirectory& directory : project_->directories) {
    for (const Migration& migration : directory.migrations) {
      if (migration.file.read) {
        by_head_.emplace_back(head_of(migration.file.blob), &migration);
      }
    }
  }
  std::sort(by_head_.begin(), by_head_.end());
}

std::string_view KnownContents::path_of(const BlobId& blob) {
  if (by_head_.empty()) {
    note_all();
  }
  const std::uint64_t head = head_of(blob);
  const auto first = std::lower_bound(
      by_head_.begin(),
      by_head_.end(),
      head,
      [](const auto& known, std::uint64_t wanted) {
        return known.first < wanted;
      });
  for (auto at = first; at != by_head_.end() && at->first == head; ++at) {
    if (at->second->file.blob == blob) {
      return at->second->path;
    }
  }
  return {};
}

Result<void> CommitFiles::list_all(
    const std::string& commit,
    const std::string& prefix,
    const std::vector<WantedFolder>& folders,
    const Limits& limits) {
  id_size_ = commit.size() / 2;
  NodeAdder adder(nodes_);
  if (auto done =
          walk_trees(*objects_, {commit, prefix}, folders, limits, adder);
      !done) {
    return done;
  }
  sort_files();
  return {};
}

void CommitFiles::sort_files() {
  files_.clear();
  files_.reserve(nodes_.size());
  for (const auto& [path, node] : nodes_) {
    FileEntry file;
    file.path = path;
    file.kind = node.kind;
    file.tracked = true;
    files_.push_back(file);
  }
}

const BlobId* CommitFiles::blob(std::string_view path) const {
  const auto found = nodes_.find(path);
  return found == nodes_.end() || found->second.kind != FileKind::regular
             ? nullptr
             : &found->second.blob;
}

void CommitFiles::know(const FileReader& reader, KnownContents& contents) {
  known_reader_ = &reader;
  known_ = &contents;
}

Result<std::vector<std::string>>
CommitFiles::contents(const std::vector<std::string>& paths) const {
  std::vector<std::string> names;
  names.reserve(paths.size());
  for (const std::string& path : paths) {
    const BlobId* id = blob(path);
    if (id == nullptr) {
      return fail(quoted(path) + " is no file of the base");
    }
    names.push_back(hex(std::string_view(
        reinterpret_cast<const char*>(id->bytes.data()), id_size_)));
  }
  auto read = objects_->read(names);
  if (!read) {
    return tl::unexpected(read.error());
  }
  std::vector<std::string> texts;
  texts.reserve(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (read->at(i).kind != GitObjectKind::blob) {
      return fail(
          "git does not have the content of " + quoted(paths[i]) +
          " of the base: the repository is not a whole copy; fetch it again "
          "without a filter: `git fetch --refetch --no-filter origin`");
    }
    texts.push_back(std::move(read->at(i).bytes));
  }
  return texts;
}

ReadFailure
CommitFiles::read(const ReadRequest& request, FileBuffer& buffer) const {
  buffer.set_size(0);
  const BlobId* id = blob(request.path);
  if (id == nullptr) {
    return kind(request.path) == FileKind::unknown ? ReadFailure::missing
                                                   : ReadFailure::not_regular;
  }
  if (known_ != nullptr) {
    const std::string_view path = known_->path_of(*id);
    if (!path.empty()) {
      ReadRequest there = request;
      there.path = path;
      there.nearby = nullptr;
      return known_reader_->read(there, buffer);
    }
  }
  const auto texts = contents({std::string(request.path)});
  if (!texts) {
    return ReadFailure::io_error;
  }
  const std::string& text = texts->front();
  if (text.size() > request.limit) {
    return ReadFailure::too_large;
  }
  std::copy(text.begin(), text.end(), buffer.reserve(text.size()));
  buffer.set_size(text.size());
  return ReadFailure::none;
}

ReadFailure CommitFiles::list(
    std::string_view directory, std::vector<DirectoryEntry>& entries) const {
  entries.clear();
  visit_folder(
      nodes_, directory, [&](const std::string& name, const CommitFile* file) {
        entries.push_back({name, file ? file->kind : FileKind::directory});
      });
  return entries.empty() ? ReadFailure::missing : ReadFailure::none;
}

FileKind CommitFiles::kind(std::string_view path) const {
  const auto exact = nodes_.find(path);
  if (exact != nodes_.end()) {
    return exact->second.kind;
  }
  const std::string below = path.empty() ? "" : std::string(path) + '/';
  const auto inside = nodes_.lower_bound(below);
  return inside != nodes_.end() && inside->first.starts_with(below)
             ? FileKind::directory
             : FileKind::unknown;
}

} // namespace migcheck
