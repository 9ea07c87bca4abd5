// Branches with the same migrations are looked at once; of what they hold, only
// what is not here.
#include "base/other_branches.hpp"

#include "base/commit_files.hpp"
#include "base/wanted_folders.hpp"
#include "discover/directories.hpp"
#include "text/glob.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace migcheck {
namespace {

constexpr std::size_t most_branches = 5000;
constexpr std::size_t most_merge_bases = 100; // each starts a program

constexpr std::array<std::string_view, 2> roots = {
    "refs/remotes/", "refs/heads/"};

std::string short_name(std::string_view ref) {
  for (const std::string_view root : roots) {
    if (ref.starts_with(root)) {
      return std::string(ref.substr(root.size()));
    }
  }
  return std::string(ref);
}

// Branches are named in folders too: `*` at the end stands for those as well.
bool matches(const std::string& pattern, const std::string& name) {
  return glob_match(
      pattern == "*" || pattern.ends_with("/*") ? pattern + "*" : pattern,
      name);
}

// The branch that is checked out, and where it is pushed to.
std::set<std::string> own_refs(const std::vector<GitRef>& refs) {
  std::set<std::string> own;
  std::string name;
  for (const GitRef& ref : refs) {
    if (ref.current) {
      own.insert({ref.name, ref.upstream});
      name = short_name(ref.name);
    }
  }
  for (const GitRef& ref : refs) {
    const std::string remote = short_name(ref.name);
    if (!name.empty() && ref.name.starts_with(roots[0]) &&
        remote.substr(std::min(remote.find('/'), remote.size() - 1) + 1) ==
            name) {
      own.insert(ref.name);
    }
  }
  return own;
}

struct Branch {
  std::string name;
  std::string commit;
};

// Branches whose folders hold the same.
using Group = std::vector<Branch>;

class Search {
 public:
  Search(const BranchSources& sources, const Project& project)
      : sources_(sources), project_(project), folders_(wanted_folders(project)),
        config_(config_of(project)) {}

  Result<std::vector<TakenOnBranch>> run();

 private:
  Result<std::vector<Branch>> find_branches();
  Result<std::vector<Group>> group(std::vector<Branch> branches);
  void note_own_files();
  Result<void> look_at(const Group& group);
  Result<void> compare(
      const Group& group,
      const CommitFiles& files,
      const MigrationDirectory& theirs,
      std::size_t directory);
  Result<void> verify(const Group& group, TakenOnBranch taken);
  void add(TakenOnBranch taken);

  const BranchSources& sources_;
  const Project& project_;
  std::vector<WantedFolder> folders_;
  Config config_;
  std::unordered_set<std::string_view> paths_; // here, and on the base's tip
  std::set<std::array<std::uint8_t, 32>> contents_;
  std::map<std::string, std::string> merge_bases_; // by commit
  std::vector<TakenOnBranch> found_;
};

Result<std::vector<Branch>> Search::find_branches() {
  std::vector<GitRef> refs;
  for (const std::string_view root : roots) {
    auto some = sources_.objects.refs(std::string(root));
    if (!some) {
      return tl::unexpected(some.error());
    }
    refs.insert(refs.end(), some->begin(), some->end());
  }
  const std::set<std::string> own = own_refs(refs);
  std::vector<Branch> branches;
  std::size_t matching = 0;
  for (const GitRef& ref : refs) {
    const std::string name = short_name(ref.name);
    if (ref.symbolic || !matches(sources_.pattern, name)) {
      continue;
    }
    ++matching;
    const bool is_base =
        project_.base != nullptr && ref.commit == project_.base->tip;
    if (!is_base && ref.commit != sources_.head && !own.contains(ref.name)) {
      branches.push_back({name, ref.commit});
    }
  }
  if (matching == 0) {
    return fail(
        "--against: no branch that was fetched matches " +
        quoted(sources_.pattern) +
        "; run `git fetch origin '+refs/heads/*:refs/remotes/origin/*'`");
  }
  if (branches.size() > most_branches) {
    return fail(
        "--against: " + std::to_string(branches.size()) + " branches match " +
        quoted(sources_.pattern) + ", at most " +
        std::to_string(most_branches) + " are looked at; name fewer of them");
  }
  return branches;
}

// By the names of the trees; those with the trees of HEAD or of the base have
// nothing of their own.
Result<std::vector<Group>> Search::group(std::vector<Branch> branches) {
  std::vector<Branch> all = {{"", sources_.head}};
  if (project_.base != nullptr) {
    all.push_back({"", project_.base->tip});
    all.push_back({"", project_.base->merge_base});
  }
  all.insert(all.end(), branches.begin(), branches.end());
  std::vector<std::string> names;
  for (const Branch& branch : all) {
    for (const WantedFolder& folder : folders_) {
      names.push_back(tree_name(
          branch.commit,
          sources_.prefix + (folder.path == "." ? "" : folder.path)));
    }
  }
  const auto trees = sources_.objects.sizes(names);
  if (!trees) {
    return tl::unexpected(trees.error());
  }
  std::map<std::string, Group> groups;
  std::set<std::string> idle;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string key;
    for (std::size_t j = 0; j < folders_.size(); ++j) {
      key += trees->at(i * folders_.size() + j).id + ' ';
    }
    if (all[i].name.empty()) {
      idle.insert(key);
    } else if (!idle.contains(key)) {
      groups[key].push_back(all[i]);
    }
  }
  std::vector<Group> in_order;
  in_order.reserve(groups.size());
  for (auto& [key, branches_of_key] : groups) {
    in_order.push_back(std::move(branches_of_key));
  }
  std::sort(
      in_order.begin(), in_order.end(), [](const Group& a, const Group& b) {
        return a.front().name < b.front().name;
      });
  return in_order;
}

void Search::note_own_files() {
  const auto note = [this](const std::vector<Migration>& migrations) {
    for (const Migration& migration : migrations) {
      paths_.insert(migration.path);
      if (migration.file.blob != BlobId{}) {
        contents_.insert(migration.file.blob.bytes);
      }
    }
  };
  for (const MigrationDirectory& directory : project_.directories) {
    note(directory.migrations);
    note(directory.retired);
    note(directory.code);
  }
  if (project_.base != nullptr) {
    for (const BaseDirectory& base : project_.base->directories) {
      note(base.tip().directory.migrations);
      note(base.tip().directory.retired);
      note(base.tip().directory.code);
    }
  }
}

Result<void> Search::look_at(const Group& group) {
  CommitFiles files(sources_.objects);
  if (auto done = files.list_all(
          group.front().commit,
          sources_.prefix,
          folders_,
          project_.config->limits);
      !done) {
    return done;
  }
  std::vector<FileEntry> others;
  for (const FileEntry& file : files.files()) {
    if (!paths_.contains(file.path)) {
      others.push_back(file);
    }
  }
  auto found = find_directories_in(others, files, config_there(config_, files));
  if (!found) {
    return tl::unexpected(found.error());
  }
  for (const MigrationDirectory& theirs : found->directories) {
    for (std::size_t i = 0; i < project_.directories.size(); ++i) {
      const MigrationDirectory& ours = project_.directories[i];
      if (ours.path != theirs.path || !is_compared(ours)) {
        continue;
      }
      if (auto done = compare(group, files, theirs, i); !done) {
        return done;
      }
    }
  }
  return {};
}

using ByVersion = std::unordered_map<std::string_view, const Migration*>;

// What may be new here: not on the branch, nor on the base.
ByVersion new_versions(
    const Project& project, std::size_t directory, const CommitFiles& files) {
  ByVersion versions;
  const auto add = [&](const Migration& migration) {
    if (!migration.version.empty() &&
        files.kind(migration.path) == FileKind::unknown) {
      versions.emplace(migration.version, &migration);
    }
  };
  if (project.base != nullptr) {
    for (const Migration* added : project.base->directories[directory].added) {
      add(*added);
    }
    return versions;
  }
  for (const Migration& migration : project.directories[directory].migrations) {
    add(migration);
  }
  return versions;
}

Result<void> Search::compare(
    const Group& group,
    const CommitFiles& files,
    const MigrationDirectory& theirs,
    std::size_t directory) {
  const ByVersion versions = new_versions(project_, directory, files);
  for (const Migration& migration : theirs.migrations) {
    const auto mine = versions.find(migration.version);
    const BlobId* blob = files.blob(migration.path);
    if (mine == versions.end() ||
        (blob != nullptr && contents_.contains(blob->bytes))) {
      continue;
    }
    TakenOnBranch taken;
    taken.directory = directory;
    taken.mine = mine->second;
    taken.theirs = migration;
    if (auto done = verify(group, std::move(taken)); !done) {
      return done;
    }
  }
  return {};
}

// Both sides have added their file: neither was there when they parted. A
// branch that was merged, and one that never met this one, has added nothing.
Result<void> Search::verify(const Group& group, TakenOnBranch taken) {
  for (const Branch& branch : group) {
    auto known = merge_bases_.find(branch.commit);
    if (known == merge_bases_.end()) {
      if (merge_bases_.size() == most_merge_bases) {
        return fail(
            "--against: too many branches have versions in common with this "
            "one; name fewer of them");
      }
      auto made = sources_.objects.merge_base(sources_.head, branch.commit);
      if (!made) {
        return tl::unexpected(made.error());
      }
      known = merge_bases_.emplace(branch.commit, std::move(*made)).first;
    }
    if (known->second.empty() || known->second == branch.commit) {
      continue;
    }
    const std::string at = known->second + ":" + sources_.prefix;
    const auto there =
        sources_.objects.sizes({at + taken.mine->path, at + taken.theirs.path});
    if (!there) {
      return tl::unexpected(there.error());
    }
    if (there->front().kind == GitObjectKind::missing &&
        there->back().kind == GitObjectKind::missing) {
      taken.branch = branch.name;
      add(taken);
    }
  }
  return {};
}

// One for each migration; other branches are counted.
void Search::add(TakenOnBranch taken) {
  for (TakenOnBranch& known : found_) {
    if (known.mine == taken.mine) {
      ++known.more;
      return;
    }
  }
  found_.push_back(std::move(taken));
}

Result<std::vector<TakenOnBranch>> Search::run() {
  auto branches = find_branches();
  if (!branches) {
    return tl::unexpected(branches.error());
  }
  auto groups = group(std::move(*branches));
  if (!groups) {
    return tl::unexpected(groups.error());
  }
  note_own_files();
  for (const Group& group : *groups) {
    if (auto done = look_at(group); !done) {
      return tl::unexpected(done.error());
    }
  }
  return std::move(found_);
}

} // namespace

Result<std::vector<TakenOnBranch>>
find_taken(const BranchSources& sources, const Project& project) {
  return Search(sources, project).run();
}

} // namespace migcheck
