// The directories of the project are read at both commits as the project's
// own are: their names by the same layout, in the same order.
#include "base/load_base.hpp"

#include "base/branch_changes.hpp"
#include "base/commit_files.hpp"
#include "base/wanted_folders.hpp"
#include "discover/directories.hpp"

#include <algorithm>
#include <map>

namespace migcheck {
namespace {

void take_blobs(const CommitFiles& files, std::vector<Migration>& migrations) {
  for (Migration& migration : migrations) {
    if (const BlobId* blob = files.blob(migration.path)) {
      migration.file.blob = *blob;
    }
  }
}

// Keeps what the branch has added: what it changed is said of the commit that
// it was made from, and what differs besides differed there.
void leave_out_others(const Base& branched_from, Base& base) {
  for (std::size_t i = 0; i < base.directories.size(); ++i) {
    const auto& added = branched_from.directories[i].added;
    const auto is_other = [&](const auto& change) {
      return std::find(added.begin(), added.end(), change.now) == added.end();
    };
    std::erase_if(base.directories[i].edited, is_other);
    std::erase_if(base.directories[i].renamed, is_other);
    base.directories[i].deleted.clear();
  }
}

DirectoryAtCommit& merge_base_of(BaseDirectory& base) {
  return base.merge_base;
}

DirectoryAtCommit& make_tip_of(BaseDirectory& base) {
  if (!base.own_tip) {
    base.own_tip = std::make_unique<DirectoryAtCommit>();
  }
  return *base.own_tip;
}

class Loader {
 public:
  Loader(
      const BaseSources& sources,
      const Project& project,
      const BaseCommits& commits)
      : sources_(sources), project_(project), commits_(commits),
        known_(project), at_merge_base_(sources.objects),
        at_tip_(sources.objects) {}

  Result<std::shared_ptr<const Base>> load(const std::string& shown_ref);

 private:
  // Where the directories of one commit go.
  using Place = DirectoryAtCommit& (*)(BaseDirectory&);
  Result<void>
  read_commit(const std::string& id, CommitFiles& files, Place place);
  Result<void> find_all(const CommitFiles& files, Place place);
  Result<void> read_lockfiles(const CommitFiles& files, Place place);
  Result<void> read_plans(const CommitFiles& files, Place place);

  const BaseSources& sources_;
  const Project& project_;
  const BaseCommits& commits_;
  KnownContents known_;
  CommitFiles at_merge_base_;
  CommitFiles at_tip_;
  std::shared_ptr<Base> base_ = std::make_shared<Base>();
};

Result<void> Loader::find_all(const CommitFiles& files, Place place) {
  auto found = find_directories_in(
      files.files(), files, config_there(*base_->config, files));
  if (!found) {
    return tl::unexpected(found.error());
  }
  for (std::size_t i = 0; i < base_->directories.size(); ++i) {
    DirectoryAtCommit& made = place(base_->directories[i]);
    made.directory.path = project_.directories[i].path;
    for (MigrationDirectory& directory : found->directories) {
      if (directory.path == made.directory.path) {
        made.directory = std::move(directory);
        made.there = is_compared(project_.directories[i]) &&
                     !made.directory.migrations.empty();
        break;
      }
    }
    made.directory.config = &base_->config->directories[i];
    take_blobs(files, made.directory.migrations);
    take_blobs(files, made.directory.retired);
  }
  return {};
}

Result<void> Loader::read_lockfiles(const CommitFiles& files, Place place) {
  for (std::size_t i = 0; i < base_->directories.size(); ++i) {
    const std::string& path = project_.directories[i].lock_path;
    Lockfile& lockfile = place(base_->directories[i]).lockfile;
    lockfile.path = path;
    if (files.blob(path) == nullptr) {
      continue;
    }
    const auto texts = files.contents({path});
    if (!texts) {
      return tl::unexpected(texts.error());
    }
    lockfile = parse_lockfile(texts->front(), path);
    lockfile.present = true;
  }
  return {};
}

Result<void> Loader::read_plans(const CommitFiles& files, Place place) {
  for (std::size_t i = 0; i < base_->directories.size(); ++i) {
    const MigrationDirectory& directory = project_.directories[i];
    const std::string path =
        directory.path == "." ? "sqitch.plan" : directory.path + "/sqitch.plan";
    if (directory.layout != LayoutId::sqitch || files.blob(path) == nullptr) {
      continue;
    }
    auto texts = files.contents({path});
    if (!texts) {
      return tl::unexpected(texts.error());
    }
    place(base_->directories[i]).plan = std::move(texts->front());
  }
  return {};
}

Result<void>
Loader::read_commit(const std::string& id, CommitFiles& files, Place place) {
  if (auto done = files.list_all(
          id,
          sources_.prefix,
          wanted_folders(project_),
          project_.config->limits);
      !done) {
    return done;
  }
  files.know(sources_.reader, known_);
  if (auto done = find_all(files, place); !done) {
    return done;
  }
  if (auto done = read_lockfiles(files, place); !done) {
    return done;
  }
  return read_plans(files, place);
}

Result<std::shared_ptr<const Base>> Loader::load(const std::string& shown_ref) {
  base_->ref = shown_ref;
  base_->tip = commits_.tip;
  base_->merge_base = commits_.merge_base;
  base_->config = std::make_unique<const Config>(config_of(project_));
  base_->directories.resize(project_.directories.size());
  if (auto done =
          read_commit(commits_.merge_base, at_merge_base_, merge_base_of);
      !done) {
    return tl::unexpected(done.error());
  }
  if (commits_.tip != commits_.merge_base) {
    if (auto done = read_commit(commits_.tip, at_tip_, make_tip_of); !done) {
      return tl::unexpected(done.error());
    }
  }
  const ChangeSources sources{
      sources_.reader,
      sources_.objects,
      at_merge_base_,
      commits_.head,
      sources_.prefix,
      project_.config->limits};
  for (std::size_t i = 0; i < base_->directories.size(); ++i) {
    if (!is_compared(project_.directories[i])) {
      continue;
    }
    if (auto done = find_changes(
            project_.directories[i],
            project_.lockfiles[i],
            sources,
            base_->directories[i]);
        !done) {
      return tl::unexpected(done.error());
    }
  }
  if (sources_.branched_from != nullptr) {
    leave_out_others(*sources_.branched_from, *base_);
  }
  return std::shared_ptr<const Base>(std::move(base_));
}

} // namespace

Result<std::shared_ptr<const Base>> load_base(
    const BaseSources& sources,
    const Project& project,
    const std::string& shown_ref,
    const BaseCommits& commits) {
  return Loader(sources, project, commits).load(shown_ref);
}

} // namespace migcheck
