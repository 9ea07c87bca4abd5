// The directories of the project are read at both commits as the project's
// own are: their names by the same layout, in the same order.
#include "base/load_base.hpp"

#include "base/branch_changes.hpp"
#include "base/commit_files.hpp"
#include "discover/directories.hpp"
#include "model/version_scheme.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck {
namespace {

// A folder of folders by release: their names are versions, which only
// detection reads.
bool is_of_releases(const MigrationDirectory& directory) {
  const Layout& runner = layout(directory.layout);
  const bool below = std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [](const Migration& migration) {
        return migration.entry.find('/') != std::string::npos;
      });
  return !directory.manifests.empty() ||
         (below && !runner.recursive && !runner.folders &&
          directory.layout != LayoutId::sqitch);
}

std::string first_part(std::string_view path) {
  return std::string(path.substr(0, path.find('/')));
}

// Of the root only those folders that hold migrations now.
std::vector<std::string> folders_inside(const MigrationDirectory& directory) {
  std::set<std::string> names;
  for (const auto* group : {&directory.migrations, &directory.retired}) {
    for (const Migration& migration : *group) {
      if (migration.path.find('/') != std::string::npos) {
        names.insert(first_part(migration.path));
      }
    }
  }
  return {names.begin(), names.end()};
}

// Scripts of a database extension change until it is released, whatever the
// base is.
bool is_compared(const MigrationDirectory& directory) {
  return !directory.archived && !is_extension(directory);
}

std::string folder_of(std::string_view path) {
  const std::string_view folder = parent_folder(path);
  return folder.empty() ? "." : std::string(folder);
}

// The directories, and where their lockfiles lie and Flyway's Java.
std::vector<WantedFolder> wanted_folders(const Project& project) {
  std::map<std::string, WantedFolder> folders;
  const auto want = [&](const std::string& path) -> WantedFolder& {
    WantedFolder& wanted = folders[path];
    wanted.path = path;
    return wanted;
  };
  for (const MigrationDirectory& directory : project.directories) {
    if (!is_compared(directory)) {
      continue;
    }
    WantedFolder& wanted = want(directory.path);
    wanted.whole = directory.path != ".";
    if (!wanted.whole) {
      wanted.inside = folders_inside(directory);
    }
    want(folder_of(directory.lock_path));
    for (const Migration& migration : directory.code) {
      want(folder_of(migration.path));
    }
  }
  // What lies in a folder that is wanted as a whole is there already.
  std::vector<WantedFolder> all;
  for (auto& [path, wanted] : folders) {
    const bool inside = !all.empty() && all.back().whole &&
                        path.starts_with(all.back().path + "/");
    if (!inside) {
      all.push_back(std::move(wanted));
    }
  }
  return all;
}

// A configuration that names every directory as it was found here. Without a
// layout: it is to be detected again.
Config config_of(const Project& project) {
  Config config;
  config.detect = false;
  for (const MigrationDirectory& directory : project.directories) {
    DirectoryConfig& made = config.directories.emplace_back();
    made.path = directory.path;
    made.dialect = directory.dialect;
    if (!is_of_releases(directory)) {
      made.layout = directory.layout;
    }
  }
  return config;
}

// Contents that the project still has.
KnownContents known_contents(const Project& project) {
  KnownContents known;
  for (const MigrationDirectory& directory : project.directories) {
    for (const Migration& migration : directory.migrations) {
      if (migration.file.read) {
        known.emplace(migration.file.blob.bytes, migration.path);
      }
    }
  }
  return known;
}

void take_blobs(const CommitFiles& files, std::vector<Migration>& migrations) {
  for (Migration& migration : migrations) {
    if (const BlobId* blob = files.blob(migration.path)) {
      migration.file.blob = *blob;
    }
  }
}

class Loader {
 public:
  Loader(
      const BaseSources& sources,
      const Project& project,
      const BaseCommits& commits)
      : sources_(sources), project_(project), commits_(commits),
        known_(known_contents(project)), at_merge_base_(sources.objects),
        at_tip_(sources.objects) {}

  Result<std::shared_ptr<const Base>> load(const std::string& shown_ref);

 private:
  using Place = DirectoryAtCommit BaseDirectory::*;
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
  Config there;
  there.detect = false;
  for (const DirectoryConfig& directory : base_->config->directories) {
    const std::string& path = directory.path;
    if (!directory.layout) {
      there.detect = true;
    } else if (files.kind(path == "." ? "" : path) == FileKind::directory) {
      there.directories.push_back(directory);
    }
  }
  auto found = find_directories_in(files.files(), files, there);
  if (!found) {
    return tl::unexpected(found.error());
  }
  for (std::size_t i = 0; i < base_->directories.size(); ++i) {
    DirectoryAtCommit& made = base_->directories[i].*place;
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
    Lockfile& lockfile = (base_->directories[i].*place).lockfile;
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
    (base_->directories[i].*place).plan = std::move(texts->front());
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
  if (auto done = read_commit(
          commits_.merge_base, at_merge_base_, &BaseDirectory::merge_base);
      !done) {
    return tl::unexpected(done.error());
  }
  if (commits_.tip == commits_.merge_base) {
    for (BaseDirectory& directory : base_->directories) {
      directory.tip = directory.merge_base;
    }
  } else if (auto done =
                 read_commit(commits_.tip, at_tip_, &BaseDirectory::tip);
             !done) {
    return tl::unexpected(done.error());
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
