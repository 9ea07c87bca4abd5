#include "base/commit_files.hpp"

#include "discover/index_file.hpp"
#include "io/folder_entries.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <cstring>

namespace migcheck {
namespace {

std::string join(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

bool is_wanted(const WantedFolder* folder, std::string_view name) {
  return folder == nullptr ||
         std::find(folder->inside.begin(), folder->inside.end(), name) !=
             folder->inside.end();
}

} // namespace

std::string tree_name(const std::string& commit, std::string folder) {
  while (folder.ends_with('/')) {
    folder.pop_back();
  }
  std::string name = commit;
  name += folder.empty() ? "^{tree}" : ":";
  return name += folder;
}

Result<void> CommitFiles::list_all(
    const std::string& commit,
    const std::string& prefix,
    const std::vector<WantedFolder>& folders,
    const Limits& limits) {
  id_size_ = commit.size() / 2;
  std::vector<Folder> round;
  for (const WantedFolder& wanted : folders) {
    const bool root = wanted.path == ".";
    const std::string path = root ? "" : wanted.path;
    round.push_back(
        {path,
         tree_name(commit, prefix + path),
         wanted.whole ? nullptr : &wanted});
  }
  for (std::uint64_t depth = 0; !round.empty(); ++depth) {
    if (depth > limits.depth) {
      return fail("folders at a commit are nested deeper than limits.depth");
    }
    std::vector<std::string> names;
    names.reserve(round.size());
    for (const Folder& folder : round) {
      names.push_back(folder.name);
    }
    const auto read = objects_->read(names);
    if (!read) {
      return tl::unexpected(read.error());
    }
    std::vector<Folder> next;
    for (std::size_t i = 0; i < round.size(); ++i) {
      auto below = take(round[i], read->at(i));
      if (!below) {
        return tl::unexpected(below.error());
      }
      if (nodes_.size() > limits.files) {
        return fail("a commit holds more files than limits.files");
      }
      next.insert(next.end(), below->begin(), below->end());
    }
    round = std::move(next);
  }
  sort_files();
  return {};
}

// Gives the folders that are in it.
Result<std::vector<CommitFiles::Folder>>
CommitFiles::take(const Folder& folder, const GitObject& tree) {
  std::vector<Folder> below;
  if (tree.kind != GitObjectKind::tree) {
    // By its path a folder may be missing, by its id it may not.
    if (folder.name.find_first_of(":^") == std::string::npos) {
      return fail(
          "git does not have the folder " + quoted(folder.path) +
          " of a commit: the repository is not a whole copy");
    }
    return below;
  }
  const auto entries = parse_tree(tree.bytes, id_size_);
  if (!entries) {
    return tl::unexpected(entries.error());
  }
  for (const GitTreeEntry& entry : *entries) {
    const std::string path = join(folder.path, entry.name);
    if (entry.directory) {
      if (!is_wanted(folder.wanted, entry.name)) {
        continue;
      }
      const CachedTrees::Tree known = trees_.find(entry.id);
      if (known.entries.empty()) {
        below.push_back({path, hex(entry.id)});
      } else {
        take_known(path, known);
      }
      continue;
    }
    if (!entry.regular && !entry.link) {
      continue; // a submodule
    }
    Node node;
    node.kind = entry.regular ? FileKind::regular : FileKind::link;
    std::memcpy(node.blob.bytes.data(), entry.id.data(), id_size_);
    nodes_[path] = node;
  }
  return below;
}

void CommitFiles::take_known(
    const std::string& folder, const CachedTrees::Tree& tree) {
  for (const GitIndexEntry& entry : tree.entries) {
    const std::optional<FileKind> kind = entry.file_kind();
    if (!kind) {
      continue;
    }
    Node node;
    node.kind = *kind;
    std::memcpy(node.blob.bytes.data(), NotedFile(entry.raw).id(), id_size_);
    nodes_.insert_or_assign(join(folder, entry.path.substr(tree.prefix)), node);
  }
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

const BlobId* CommitFiles::id(std::string_view path) const {
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? nullptr : &found->second.blob;
}

void CommitFiles::know(const FileReader& reader, const KnownContents& paths) {
  known_reader_ = &reader;
  known_ = &paths;
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
    const auto known = known_->find(id->bytes);
    if (known != known_->end()) {
      ReadRequest there = request;
      there.path = known->second;
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
      nodes_, directory, [&](const std::string& name, const Node* file) {
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
