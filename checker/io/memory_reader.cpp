#include "io/memory_reader.hpp"

#include "io/content_key.hpp"
#include "io/folder_entries.hpp"
#include "io/link_path.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace migcheck {
namespace {

constexpr int most_links = 40; // as Linux has it

} // namespace

MemoryReader::MemoryReader(const std::map<std::string, std::string>& files) {
  for (const auto& [path, bytes] : files) {
    add(path, bytes);
  }
}

MemoryReader::MemoryReader(
    std::initializer_list<std::pair<const std::string, std::string>> files)
    : MemoryReader(std::map<std::string, std::string>(files)) {}

void MemoryReader::add(std::string_view path, std::string bytes) {
  nodes_[std::string(path)] = {FileKind::regular, std::move(bytes), {}};
}

void MemoryReader::add_directory(std::string_view path) {
  nodes_[std::string(path)] = {FileKind::directory, "", {}};
}

void MemoryReader::add_link(std::string_view path, std::string target) {
  nodes_[std::string(path)] = {FileKind::link, std::move(target), {}};
}

void MemoryReader::add_odd(std::string_view path) {
  nodes_[std::string(path)] = {FileKind::other, "", {}};
}

void MemoryReader::add_failing(std::string_view path, ReadFailure failure) {
  nodes_[std::string(path)] = {FileKind::regular, "", failure};
}

void MemoryReader::remove(std::string_view path) {
  const auto at = nodes_.find(path);
  if (at != nodes_.end()) {
    nodes_.erase(at);
  }
}

void MemoryReader::set_git(std::string prefix) {
  git_.found = true;
  git_.prefix = std::move(prefix);
}

void MemoryReader::add_git(GitFile file, std::string bytes, std::string name) {
  git_files_[{file, std::move(name)}] = std::move(bytes);
}

GitRepository MemoryReader::find_git(const GitVariables&) const {
  return git_;
}

ReadFailure MemoryReader::read_git(
    const GitRepository&,
    GitFile file,
    std::string_view name,
    std::uint64_t limit,
    std::string& buffer) const {
  buffer.clear();
  const auto at = git_files_.find({file, std::string(name)});
  if (at == git_files_.end()) {
    return ReadFailure::missing;
  }
  if (at->second.size() > limit) {
    return ReadFailure::too_large;
  }
  buffer = at->second;
  return ReadFailure::none;
}

FileStamp MemoryReader::stamp_of(const Node& node) {
  return {
      .known = true,
      .size = node.bytes.size(),
      .modified = static_cast<std::int64_t>(content_key(node.bytes).first)};
}

// Null for nothing; a directory that only contents imply has a node too.
const MemoryReader::Node* MemoryReader::node(std::string_view path) const {
  static const Node implied{FileKind::directory, "", {}};
  const auto exact = nodes_.find(path);
  if (exact != nodes_.end()) {
    return &exact->second;
  }
  const std::string below = std::string(path) + '/';
  const auto inside = nodes_.lower_bound(below);
  const bool holds = inside != nodes_.end() && inside->first.starts_with(below);
  return path.empty() || holds ? &implied : nullptr;
}

// True when a directory on the way to the path is a link.
bool MemoryReader::through_link(std::string_view path) const {
  for (std::size_t at = path.find('/'); at != std::string_view::npos;
       at = path.find('/', at + 1)) {
    const auto directory = nodes_.find(path.substr(0, at));
    if (directory != nodes_.end() && directory->second.kind == FileKind::link) {
      return true;
    }
  }
  return false;
}

// Where a chain of links ends.
MemoryReader::Found MemoryReader::follow(std::string path) const {
  for (int links = 0; links < most_links; ++links) {
    if (through_link(path)) {
      return {nullptr, ReadFailure::bad_link};
    }
    const Node* at = node(path);
    if (at == nullptr) {
      return {nullptr, ReadFailure::bad_link};
    }
    if (at->kind != FileKind::link) {
      return {at, ReadFailure::none};
    }
    std::optional<std::string> target = link_target(path, at->bytes);
    if (!target) {
      return {nullptr, ReadFailure::outside_root};
    }
    path = std::move(*target);
  }
  return {nullptr, ReadFailure::bad_link};
}

ReadFailure
MemoryReader::read(const ReadRequest& request, FileBuffer& buffer) const {
  buffer.set_size(0);
  if (through_link(request.path)) {
    return ReadFailure::bad_link;
  }
  const Node* found = node(request.path);
  if (found == nullptr) {
    return ReadFailure::missing;
  }
  if (found->kind == FileKind::link && request.care == ReadCare::careful) {
    const Found end = follow(std::string(request.path));
    if (end.failure != ReadFailure::none) {
      return end.failure;
    }
    found = end.node;
  }
  if (found->kind != FileKind::regular) {
    return ReadFailure::not_regular;
  }
  if (found->failure != ReadFailure::none) {
    return found->failure;
  }
  if (found->bytes.size() > request.limit) {
    return ReadFailure::too_large;
  }
  if (request.stamp != nullptr) {
    *request.stamp = stamp_of(*found);
  }
  const std::string& bytes = found->bytes;
  std::copy(bytes.begin(), bytes.end(), buffer.reserve(bytes.size()));
  buffer.set_size(bytes.size());
  return ReadFailure::none;
}

// Pieces of 64 KiB: files in memory are small.
ReadFailure MemoryReader::read_pieces(
    const ReadRequest& request,
    const std::function<bool(std::string_view)>& visit) const {
  constexpr std::size_t piece = 64 << 10;
  FileBuffer buffer;
  const ReadFailure failure = read(request, buffer);
  const std::string_view text = buffer.text();
  for (std::size_t at = 0; at < text.size(); at += piece) {
    const std::size_t from = at - std::min(at, piece_overlap);
    if (!visit(text.substr(from, at + piece - from))) {
      break;
    }
  }
  return failure;
}

FileStamp MemoryReader::stamp(std::string_view path, OpenDirectory&) const {
  const Node* found = through_link(path) ? nullptr : node(path);
  return found != nullptr && found->kind == FileKind::regular ? stamp_of(*found)
                                                              : FileStamp();
}

std::optional<BlobId>
MemoryReader::content_id(std::string_view path, OpenDirectory&) const {
  const Node* found = through_link(path) ? nullptr : node(path);
  return found != nullptr && found->kind == FileKind::regular
             ? std::optional(blob_id(found->bytes, GitHash::sha1))
             : std::nullopt;
}

ReadFailure MemoryReader::list(
    std::string_view directory, std::vector<DirectoryEntry>& entries) const {
  entries.clear();
  const Node* found = node(directory);
  if (through_link(directory) ||
      (found != nullptr && found->kind == FileKind::link)) {
    return ReadFailure::bad_link;
  }
  if (found == nullptr) {
    return ReadFailure::missing;
  }
  if (found->kind != FileKind::directory) {
    return found->failure != ReadFailure::none ? found->failure
                                               : ReadFailure::not_regular;
  }
  visit_folder(
      nodes_, directory, [&](const std::string& name, const Node* own) {
        if (!name.empty()) {
          entries.push_back({name, own ? own->kind : FileKind::directory});
        }
      });
  return ReadFailure::none;
}

FileKind MemoryReader::kind(std::string_view path) const {
  const Node* found = through_link(path) ? nullptr : node(path);
  return found == nullptr ? FileKind::unknown : found->kind;
}

} // namespace migcheck
