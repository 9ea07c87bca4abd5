#include "stored/stored_files.hpp"

#include "io/link_path.hpp"
#include "io/open_directory.hpp"
#include "text/find_ahead.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace migcheck {
namespace {

constexpr int most_links = 40; // as Linux has it
constexpr std::uint64_t longest_link = 4096;
constexpr std::uint64_t attributes_limit = 1 << 20;
constexpr std::string_view attributes_name = ".gitattributes";

constexpr std::size_t piece = std::size_t{1} << 20;

bool comes_before(const StoredFile& file, std::string_view path) {
  return file.path < path;
}

// Only a text that has some can have had its line ends converted: git never
// takes one away when it writes to disk.
bool has_carriage_return(std::string_view text) {
  return !text.empty() &&
         std::memchr(text.data(), '\r', text.size()) != nullptr;
}

void fill(FileBuffer& buffer, std::string_view text) {
  std::copy(text.begin(), text.end(), buffer.reserve(text.size()));
  buffer.set_size(text.size());
}

// With a slash at its end; "" for the top.
std::string folder_above(std::string_view path) {
  return std::string(path.substr(0, path.size() - last_part(path).size()));
}

} // namespace

StoredFiles::StoredFiles(Sources sources, StoredContent content)
    : from_(std::move(sources)), content_(std::move(content)),
      git_(std::make_unique<GitContents>(
          std::move(from_.objects), content_.files, hash_size(content_.hash))) {
  load_attributes();
}

// What is stored and what lies on disk both had a say in what was added.
void StoredFiles::load_attributes() {
  const std::string& prefix = from_.repository.prefix;
  std::string text;
  for (const auto& [path, name] : content_.above) {
    converted_.add(folder_above(path), above_[path] = read_above(path, name));
  }
  for (const StoredFile& file : content_.files) {
    if (!file.path.ends_with(attributes_name) ||
        last_part(file.path) != attributes_name) {
      continue;
    }
    const std::string folder = prefix + folder_above(file.path);
    if (read_exactly(file, text) == ReadFailure::none) {
      converted_.add(folder, text);
    }
    from_.disk->read({.path = file.path, .limit = attributes_limit}, text);
    converted_.add(folder, text);
  }
  from_.disk->read_git(
      from_.repository, GitFile::attributes, "", attributes_limit, text);
  converted_.add("", text);
}

bool StoredFiles::is_directory(std::string_view path) const {
  if (path.empty()) {
    return true;
  }
  const std::string below = std::string(path) + '/';
  const auto& files = content_.files;
  const auto found = std::lower_bound(
      files.begin(), files.end(), std::string_view(below), comes_before);
  return found != files.end() && found->path.starts_with(below);
}

// True when a directory on the way to the path is a link.
bool StoredFiles::through_link(std::string_view path) const {
  for (std::size_t end = path.find('/'); end != std::string_view::npos;
       end = path.find('/', end + 1)) {
    const StoredFile* directory = find_file(path.substr(0, end));
    if (directory != nullptr && directory->kind == FileKind::link) {
      return true;
    }
  }
  return false;
}

// Where the last file was asked for tells where the next one is: paths that
// visit_tracked gave come mostly in their order.
const StoredFile*
StoredFiles::find_next(std::string_view path, OpenDirectory* nearby) const {
  if (nearby == nullptr) {
    return find_file(path);
  }
  if (const auto* ahead = find_ahead(content_.files, path, nearby->next_)) {
    return ahead;
  }
  const StoredFile* file = find_file(path);
  if (file != nullptr) {
    nearby->next_ = static_cast<std::size_t>(file - content_.files.data()) + 1;
  }
  return file;
}

const StoredFile* StoredFiles::find_file(std::string_view path) const {
  const auto& files = content_.files;
  const auto found =
      std::lower_bound(files.begin(), files.end(), path, comes_before);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

StoredFiles::Found
StoredFiles::find(const ReadRequest& request, ReadCare care) const {
  const std::string_view path = request.path;
  const StoredFile* file = find_next(path, request.nearby);
  if (file == nullptr) {
    return {
        nullptr,
        through_link(path)   ? ReadFailure::bad_link
        : is_directory(path) ? ReadFailure::not_regular
                             : ReadFailure::missing};
  }
  if (file->kind != FileKind::link) {
    return {file};
  }
  return care == ReadCare::scan ? Found{nullptr, ReadFailure::not_regular}
                                : follow(*file);
}

// Where a chain of links ends.
StoredFiles::Found StoredFiles::follow(const StoredFile& link) const {
  const StoredFile* file = &link;
  for (int links = 0; links < most_links; ++links) {
    std::string text;
    const ReadFailure failure = git_->read(*file, longest_link, text);
    if (failure != ReadFailure::none) {
      return {nullptr, failure};
    }
    const auto target = link_target(file->path, text);
    if (!target) {
      return {nullptr, ReadFailure::outside_root};
    }
    file = find_file(*target);
    if (file == nullptr) {
      return {
          nullptr,
          is_directory(*target) ? ReadFailure::not_regular
                                : ReadFailure::bad_link};
    }
    if (file->kind != FileKind::link) {
      return {file};
    }
  }
  return {nullptr, ReadFailure::bad_link};
}

// True when the file on disk is the one whose content git has.
bool StoredFiles::is_untouched(
    const StoredFile& file, const FileStamp& stamp) const {
  return file.raw != nullptr &&
         NotedFile(file.raw).is(stamp, content_.index->time) &&
         !is_converted(file);
}

bool StoredFiles::is_converted(const StoredFile& file) const {
  const std::string& prefix = from_.repository.prefix;
  return converted_.contains(
      prefix.empty() ? file.path : prefix + std::string(file.path));
}

bool StoredFiles::has_name(std::string_view text, std::string_view name) const {
  const BlobId id = blob_id(text, content_.hash);
  return name == bytes_of(id, hash_size(content_.hash));
}

// From the disk, where that has the same; else nothing is read, and the
// failure is `missing`.
ReadFailure StoredFiles::read_disk(
    const StoredFile& file,
    const ReadRequest& request,
    FileBuffer& buffer) const {
  if (file.raw == nullptr) {
    return ReadFailure::missing;
  }
  FileStamp stamp;
  ReadRequest there = request;
  there.path = file.path;
  there.stamp = &stamp;
  const ReadFailure failure = from_.disk->read(there, buffer);
  const bool untouched = is_untouched(file, stamp);
  if (failure == ReadFailure::too_large && untouched) {
    return failure;
  }
  const std::string_view text = buffer.text();
  const bool same = failure == ReadFailure::none &&
                    ((untouched && !has_carriage_return(text)) ||
                     has_name(text, {file.id, hash_size(content_.hash)}));
  if (!same) {
    buffer.set_size(0);
    return ReadFailure::missing;
  }
  if (request.stamp != nullptr && untouched) {
    *request.stamp = stamp;
  }
  return ReadFailure::none;
}

ReadFailure
StoredFiles::read(const ReadRequest& request, FileBuffer& buffer) const {
  buffer.set_size(0);
  const Found found = find(request, request.care);
  if (found.file == nullptr) {
    return found.failure;
  }
  ReadFailure failure = read_disk(*found.file, request, buffer);
  if (failure != ReadFailure::missing) {
    return failure;
  }
  std::string text;
  failure = git_->read(*found.file, request.limit, text);
  fill(buffer, text);
  return failure;
}

// By its name: no attributes are known yet.
ReadFailure
StoredFiles::read_exactly(const StoredFile& file, std::string& text) const {
  const ReadRequest request{.path = file.path, .limit = attributes_limit};
  const bool same = from_.disk->read(request, text) == ReadFailure::none &&
                    has_name(text, {file.id, hash_size(content_.hash)});
  return same ? ReadFailure::none : git_->read(file, attributes_limit, text);
}

std::string
StoredFiles::read_above(const std::string& path, const std::string& name) {
  std::string text;
  from_.disk->read_git(
      from_.repository, GitFile::work_tree, path, attributes_limit, text);
  if (!has_name(text, name)) {
    git_->read(hex(name), attributes_limit, text);
  }
  return text;
}

ReadFailure StoredFiles::read_pieces(
    const ReadRequest& request,
    const std::function<bool(std::string_view)>& visit) const {
  const Found found = find(request, ReadCare::scan);
  if (found.file == nullptr) {
    return found.failure;
  }
  OpenDirectory nearby;
  if (is_untouched(*found.file, from_.disk->stamp(request.path, nearby))) {
    return from_.disk->read_pieces(request, visit);
  }
  std::string text;
  const ReadFailure failure = git_->read(*found.file, request.limit, text);
  for (std::size_t at = 0; at < text.size(); at += piece) {
    const std::size_t from = at - std::min(at, piece_overlap);
    if (!visit(std::string_view(text).substr(from, at + piece - from))) {
      break;
    }
  }
  return failure;
}

// Whatever became of the file on disk: the index tells what it was when it had
// this content.
FileStamp
StoredFiles::stamp(std::string_view path, OpenDirectory& nearby) const {
  const StoredFile* file = find_next(path, &nearby);
  if (file == nullptr || file->raw == nullptr || is_converted(*file)) {
    return {};
  }
  FileStamp stamp = NotedFile(file->raw).stamp(content_.index->time);
  stamp.exact = false;
  return stamp;
}

std::optional<BlobId>
StoredFiles::content_id(std::string_view path, OpenDirectory& nearby) const {
  const StoredFile* file = find_next(path, &nearby);
  if (file == nullptr || file->kind == FileKind::link) {
    return std::nullopt;
  }
  BlobId id;
  std::memcpy(id.bytes.data(), file->id, hash_size(content_.hash));
  return id;
}

ReadFailure StoredFiles::list(
    std::string_view directory, std::vector<DirectoryEntry>& entries) const {
  entries.clear();
  const std::string below =
      directory.empty() ? "" : std::string(directory) + '/';
  const auto& files = content_.files;
  const auto behind = [&](std::string_view path) {
    return std::lower_bound(files.begin(), files.end(), path, comes_before);
  };
  for (auto file = behind(below);
       file != files.end() && file->path.starts_with(below);) {
    const std::string_view rest = file->path.substr(below.size());
    const std::string name(rest.substr(0, rest.find('/')));
    const bool own = name.size() == rest.size();
    entries.push_back({name, own ? file->kind : FileKind::directory});
    // '0' follows '/': past everything in the folder.
    file = own ? std::next(file) : behind(below + name + '0');
  }
  if (!entries.empty() || directory.empty()) {
    return ReadFailure::none;
  }
  const StoredFile* file = find_file(directory);
  if (file != nullptr && file->kind != FileKind::link) {
    return ReadFailure::not_regular;
  }
  return file != nullptr || through_link(directory) ? ReadFailure::bad_link
                                                    : ReadFailure::missing;
}

FileKind StoredFiles::kind(std::string_view path) const {
  const StoredFile* file = find_file(path);
  if (file != nullptr) {
    return file->kind;
  }
  return is_directory(path) ? FileKind::directory : FileKind::unknown;
}

bool StoredFiles::visit_tracked(
    const std::function<void(const TrackedFile&)>& visit) const {
  for (const StoredFile& file : content_.files) {
    visit({file.path, file.size, file.kind, file.skip_worktree});
  }
  return true;
}

GitRepository StoredFiles::find_git(const GitVariables&) const {
  return from_.repository;
}

// Of the work tree only .gitattributes are asked for: nothing that is ignored
// is looked for.
ReadFailure StoredFiles::read_git(
    const GitRepository& repository,
    GitFile file,
    std::string_view name,
    std::uint64_t limit,
    std::string& buffer) const {
  if (file != GitFile::work_tree) {
    return from_.disk->read_git(repository, file, name, limit, buffer);
  }
  const auto known = above_.find(name);
  buffer = known == above_.end() ? "" : known->second;
  return known == above_.end() ? ReadFailure::missing : ReadFailure::none;
}

std::int64_t StoredFiles::git_file_time(
    const GitRepository& repository, GitFile file) const {
  return from_.disk->git_file_time(repository, file);
}

} // namespace migcheck
