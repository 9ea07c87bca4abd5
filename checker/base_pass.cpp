#include "base_pass.hpp"

#include "base/load_base.hpp"
#include "base/other_branches.hpp"
#include "layouts/retired_name.hpp"
#include "lock/novelty.hpp"
#include "text/printable.hpp"

#include <string_view>
#include <unordered_set>

namespace migcheck {

namespace {

// What lists may still name.
void note_what_is_gone(Project& project) {
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    MigrationDirectory& directory = project.directories[i];
    std::unordered_set<std::string_view> paths;
    for (const auto* list : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *list) {
        paths.insert(without_retired(migration.path));
      }
    }
    const BaseDirectory& base = project.base->directories[i];
    for (const Migration& then : base.merge_base.directory.migrations) {
      if (!paths.contains(then.path)) {
        Migration& gone = directory.gone.emplace_back();
        gone.path = then.path;
        gone.entry = then.entry;
        gone.version_text = then.version_text;
        gone.name = then.name;
      }
    }
  }
}

} // namespace

BasePass::BasePass(
    const FileReader& reader,
    const CheckOptions& options,
    LoadedProject& loaded)
    : reader_(reader), options_(options), loaded_(loaded) {
  if (!open()) {
    return;
  }
  std::string unread;
  const ReadFailure failure = reader_.read_git(
      loaded_.files.repository(), GitFile::shallow, "", 1, unread);
  const History history =
      failure == ReadFailure::missing ? History::whole : History::shallow;
  if (options_.base) {
    find_commits(history);
  }
  if (!options_.release.empty()) {
    find_last_release(history);
  }
  if (head_.empty() && (release_ || !options_.against.empty())) {
    find_head();
  }
  if (!head_.empty()) {
    name_contents();
  }
}

// While the migrations are read.
void BasePass::name_contents() {
  if (!commits_ && !release_ && options_.against.empty()) {
    return;
  }
  const bool sha1 = head_.size() == 2 * hash_size(GitHash::sha1);
  for (MigrationDirectory& directory : loaded_.project.directories) {
    directory.blobs = sha1 ? GitHash::sha1 : GitHash::sha256;
  }
}

// False where nothing is asked of git. Outside of a repository nobody is in a
// pull request, whatever the service says.
bool BasePass::open() {
  const bool named = !options_.release.empty() || !options_.against.empty() ||
                     (options_.base && !options_.base->detected);
  const GitRepository& repository = loaded_.files.repository();
  if (!named && (!options_.base || !repository.found)) {
    return false;
  }
  if (!repository.found) {
    give_up("there is no git repository to look for the base in");
    return false;
  }
  objects_ = options_.objects(repository);
  return true;
}

void BasePass::find_head() {
  const std::string& head = options_.head;
  const auto read = objects_->read({head + "^{commit}"});
  if (!read || read->front().kind != GitObjectKind::commit) {
    give_up(
        read ? printable(head) + " is no commit yet" : read.error().message);
    release_.reset();
    return;
  }
  head_ = read->front().id;
}

void BasePass::find_commits(History history) {
  auto commits = find_base(*objects_, *options_.base, history);
  if (!commits) {
    give_up(commits.error().message);
    return;
  }
  head_ = commits->head;
  if (commits->tip.empty()) {
    const std::string& shown = options_.base->shown;
    loaded_.no_base = shown.empty()
                          ? ""
                          : "compared with no base: " + shown +
                                " is not in this copy of the repository";
    return;
  }
  commits_ = std::move(*commits);
}

void BasePass::find_last_release(History history) {
  auto release = find_release(*objects_, options_.release, history);
  if (!release) {
    give_up(release.error().message);
    return;
  }
  release_ = std::move(*release);
}

void BasePass::compare() {
  if (commits_) {
    auto base = load_base(
        {*objects_, reader_, loaded_.files.prefix()},
        loaded_.project,
        commits_->shown,
        *commits_);
    if (base) {
      loaded_.project.base = std::move(*base);
      note_what_is_gone(loaded_.project);
    } else {
      give_up(base.error().message);
    }
  }
  if (release_) {
    compare_with_release();
  }
  if (objects_ != nullptr && !head_.empty() && !options_.against.empty()) {
    look_at_branches();
  }
}

void BasePass::compare_with_release() {
  BaseCommits commits;
  commits.head = head_;
  commits.tip = release_->commit;
  commits.merge_base = release_->commit;
  auto release = load_base(
      {*objects_, reader_, loaded_.files.prefix(), loaded_.project.base.get()},
      loaded_.project,
      release_->tag,
      commits);
  if (release) {
    loaded_.project.release = std::move(*release);
  } else {
    give_up(release.error().message);
  }
}

void BasePass::look_at_branches() {
  auto taken = find_taken(
      {*objects_, loaded_.files.prefix(), head_, options_.against},
      loaded_.project);
  if (taken) {
    loaded_.project.taken = std::move(*taken);
  } else {
    give_up(taken.error().message);
  }
}

Result<std::string> BasePass::text_at_merge_base(const std::string& path) {
  auto texts = texts_at_merge_base({path});
  if (!texts) {
    return tl::unexpected(texts.error());
  }
  if (texts->empty()) {
    return fail(path + " is no file at the merge base");
  }
  return std::move(texts->begin()->second);
}

Result<std::map<std::string, std::string>>
BasePass::texts_at_merge_base(const std::vector<std::string>& paths) {
  if (!commits_) {
    return fail("there is no base");
  }
  std::vector<std::string> names;
  names.reserve(paths.size());
  for (const std::string& path : paths) {
    names.push_back(commits_->merge_base + ":" + loaded_.files.prefix() + path);
  }
  auto read = objects_->read(names);
  if (!read) {
    return tl::unexpected(read.error());
  }
  std::map<std::string, std::string> texts;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if ((*read)[i].kind == GitObjectKind::blob) {
      texts.emplace(paths[i], std::move((*read)[i].bytes));
    }
  }
  return texts;
}

void BasePass::give_up(std::string message) {
  loaded_.incomplete.push_back({"", std::move(message)});
}

void tell_all_novelty(Project& project) {
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    const BaseDirectory* base =
        project.base == nullptr ? nullptr : &project.base->directories[i];
    tell_novelty(project.directories[i], project.lockfiles[i], base);
  }
}

} // namespace migcheck
