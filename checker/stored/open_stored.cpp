#include "stored/open_stored.hpp"

#include "config/config.hpp"
#include "stored/stored_files.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

using Opened = Result<std::unique_ptr<FileReader>>;

constexpr std::string_view attributes_name = ".gitattributes";

// The folders above the root, from the top: "" and all that end in a slash.
std::vector<std::string> folders_above(const std::string& prefix) {
  std::vector<std::string> folders;
  for (std::size_t end = 0; end < prefix.size();
       end = prefix.find('/', end) + 1) {
    folders.push_back(prefix.substr(0, end));
  }
  return folders;
}

class Opener {
 public:
  explicit Opener(ProjectOnDisk project) : project_(std::move(project)) {}

  Opened open_index();
  Opened open_commit(const std::string& rev);

 private:
  Result<void> find_repository(std::string_view option);
  void find_index();
  void take_above(const GitIndexEntry& entry);
  void
  take_entry(const GitIndexEntry& entry, std::string_view path, FileKind kind);
  Result<void> take_index();
  Result<void> take_commit(const std::string& rev);
  Result<std::string> find_commit(const std::string& rev);
  Result<void> find_attributes_above(const std::string& commit);
  tl::unexpected<Error> no_commit(const std::string& rev) const;

  Opened give() {
    return std::make_unique<StoredFiles>(
        StoredFiles::Sources{
            std::move(project_.reader),
            std::move(objects_),
            std::move(repository_)},
        std::move(content_));
  }

  ProjectOnDisk project_;
  GitRepository repository_;
  std::unique_ptr<GitObjects> objects_;
  StoredContent content_;
};

Result<void> Opener::find_repository(std::string_view option) {
  repository_ = project_.reader->find_git(project_.variables);
  if (!repository_.found) {
    return fail(fmt::format(
        "{} needs a git repository, and the project is in none{}{}",
        option,
        repository_.problem.empty() ? "" : ": .git: ",
        repository_.problem));
  }
  objects_ = project_.objects(repository_);
  return {};
}

void Opener::find_index() {
  const auto& known = project_.index;
  content_.index = known != nullptr && known->hash == content_.hash
                       ? known
                       : std::make_shared<const IndexFile>(read_index_file(
                             *project_.reader, repository_, content_.hash));
}

// One that is half merged is no content.
tl::unexpected<Error> not_merged(std::string_view path, std::size_t others) {
  return fail(fmt::format(
      "{}{} not merged yet; resolve the conflict, `git add` what you want "
      "to keep, and check again",
      quoted(path),
      others == 0   ? " is"
      : others == 1 ? " and another file are"
                    : fmt::format(" and {} other files are", others)));
}

// Of entries outside of the root.
void Opener::take_above(const GitIndexEntry& entry) {
  const std::string path(entry.path);
  if (last_part(path) == attributes_name &&
      repository_.prefix.starts_with(
          path.substr(0, path.size() - attributes_name.size()))) {
    content_.above[path] =
        std::string(NotedFile(entry.raw).id(), hash_size(content_.hash));
  }
}

void Opener::take_entry(
    const GitIndexEntry& entry, std::string_view path, FileKind kind) {
  StoredFile& stored = content_.files.emplace_back();
  stored.path = path;
  stored.id = NotedFile(entry.raw).id();
  stored.raw = entry.raw;
  stored.size = entry.size;
  stored.kind = kind;
  stored.skip_worktree = entry.skip_worktree;
}

Result<void> Opener::take_index() {
  read_object_format(*project_.reader, repository_, content_.hash);
  find_index();
  const IndexFile& file = *content_.index;
  if (!file.problem.empty()) {
    return fail("git's index " + file.problem);
  }
  if (!file.index) {
    return {};
  }
  const std::string& prefix = repository_.prefix;
  std::string_view conflict;
  std::size_t conflicts = 0;
  content_.files.reserve(file.index->entries().size());
  for (const GitIndexEntry& entry : file.index->entries()) {
    const std::optional<FileKind> kind = entry.file_kind();
    const std::string_view path =
        entry.path.substr(std::min(prefix.size(), entry.path.size()));
    if (!kind || entry.intent_to_add) {
      continue;
    }
    if (!entry.path.starts_with(prefix)) {
      take_above(entry);
    } else if (entry.stage == 0) {
      take_entry(entry, path, *kind);
    } else if (path != conflict) {
      ++conflicts;
      conflict = path;
    }
  }
  if (conflicts > 0) {
    return not_merged(conflict, conflicts - 1);
  }
  return {};
}

Opened Opener::open_index() {
  if (auto done = find_repository("--staged"); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = take_index(); !done) {
    return tl::unexpected(done.error());
  }
  return give();
}

tl::unexpected<Error> Opener::no_commit(const std::string& rev) const {
  std::string unread;
  const bool shallow =
      project_.reader->read_git(repository_, GitFile::shallow, "", 1, unread) !=
      ReadFailure::missing;
  return fail(fmt::format(
      "--rev: {} is no commit of this repository; `git log --all` shows those "
      "that are there, `git fetch {}origin` brings more",
      quoted(rev),
      shallow ? "--unshallow " : ""));
}

Result<std::string> Opener::find_commit(const std::string& rev) {
  const std::string& prefix = repository_.prefix;
  std::vector<std::string> names = {rev + "^{commit}"};
  if (!prefix.empty()) {
    names.push_back(rev + ":" + prefix.substr(0, prefix.size() - 1));
  }
  const auto read = objects_->read(names);
  if (!read) {
    return tl::unexpected(read.error());
  }
  if (read->front().kind == GitObjectKind::missing) {
    return no_commit(rev);
  }
  if (read->back().kind != GitObjectKind::tree && !prefix.empty()) {
    return fail(fmt::format(
        "--rev: the commit {} has no folder {}",
        quoted(rev),
        quoted(prefix.substr(0, prefix.size() - 1))));
  }
  return read->front().id;
}

Result<void> Opener::find_attributes_above(const std::string& commit) {
  const std::vector<std::string> folders = folders_above(repository_.prefix);
  std::vector<std::string> names;
  names.reserve(folders.size());
  for (const std::string& folder : folders) {
    names.push_back(fmt::format("{}:{}{}", commit, folder, attributes_name));
  }
  const auto read = objects_->read(names);
  if (!read) {
    return tl::unexpected(read.error());
  }
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (read->at(i).kind == GitObjectKind::blob) {
      const BlobId id = blob_id(read->at(i).bytes, content_.hash);
      content_.above[folders[i] + std::string(attributes_name)] =
          bytes_of(id, hash_size(content_.hash));
    }
  }
  return {};
}

Result<void> Opener::take_commit(const std::string& rev) {
  const auto commit = find_commit(rev);
  if (!commit) {
    return tl::unexpected(commit.error());
  }
  content_.hash = commit->size() == 2 * hash_size(GitHash::sha1)
                      ? GitHash::sha1
                      : GitHash::sha256;
  if (auto done = find_attributes_above(*commit); !done) {
    return done;
  }
  find_index();
  content_.listing = std::make_unique<CommitListing>(
      content_.index->index.get(), content_.hash, repository_.prefix);
  WantedFolder all;
  all.path = ".";
  all.whole = true;
  if (auto done = walk_trees(
          *objects_,
          {*commit, repository_.prefix},
          {all},
          Limits{},
          *content_.listing);
      !done) {
    return done;
  }
  content_.files = content_.listing->take();
  return {};
}

Opened Opener::open_commit(const std::string& rev) {
  project_.variables.bare_too = true;
  if (auto done = find_repository("--rev"); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = take_commit(rev); !done) {
    return tl::unexpected(done.error());
  }
  return give();
}

} // namespace

Opened staged_files(ProjectOnDisk project) {
  return Opener(std::move(project)).open_index();
}

Opened files_of_commit(ProjectOnDisk project, const std::string& rev) {
  return Opener(std::move(project)).open_commit(rev);
}

} // namespace migcheck
