#include "base_pass.hpp"

#include "base/load_base.hpp"
#include "lock/novelty.hpp"

namespace migcheck {

BasePass::BasePass(
    const FileReader& reader,
    const CheckOptions& options,
    LoadedProject& loaded)
    : reader_(reader), loaded_(loaded), request_(options.base) {
  if (!request_) {
    return;
  }
  const GitRepository& repository = loaded.files.repository();
  if (!repository.found && request_->detected) {
    return;
  }
  if (!repository.found) {
    give_up("there is no git repository to look for the base in");
    return;
  }
  objects_ = options.objects(repository);
  find_commits();
}

void BasePass::find_commits() {
  std::string unread;
  const ReadFailure failure = reader_.read_git(
      loaded_.files.repository(), GitFile::shallow, "", 1, unread);
  auto commits = find_base(
      *objects_,
      *request_,
      failure == ReadFailure::missing ? History::whole : History::shallow);
  if (!commits) {
    give_up(commits.error().message);
    return;
  }
  if (commits->tip.empty()) {
    loaded_.no_base = request_->shown.empty()
                          ? ""
                          : "compared with no base: " + request_->shown +
                                " is not in this copy of the repository";
    return;
  }
  commits_ = std::move(*commits);
  const bool sha1 = commits_->head.size() == 2 * hash_size(GitHash::sha1);
  for (MigrationDirectory& directory : loaded_.project.directories) {
    directory.blobs = sha1 ? GitHash::sha1 : GitHash::sha256;
  }
}

void BasePass::compare() {
  if (!commits_) {
    return;
  }
  auto base = load_base(
      {*objects_, reader_, loaded_.files.prefix()},
      loaded_.project,
      commits_->shown,
      *commits_);
  if (base) {
    loaded_.project.base = std::move(*base);
  } else {
    give_up(base.error().message);
  }
}

Result<std::string> BasePass::text_at_merge_base(const std::string& path) {
  if (!commits_) {
    return fail("there is no base");
  }
  auto read = objects_->read(
      {commits_->merge_base + ":" + loaded_.files.prefix() + path});
  if (!read) {
    return tl::unexpected(read.error());
  }
  if (read->front().kind != GitObjectKind::blob) {
    return fail(path + " is no file at the merge base");
  }
  return std::move(read->front().bytes);
}

void BasePass::give_up(std::string message) {
  loaded_.incomplete.push_back({"", std::move(message)});
  commits_.reset();
}

void tell_all_novelty(Project& project) {
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    const BaseDirectory* base =
        project.base == nullptr ? nullptr : &project.base->directories[i];
    tell_novelty(project.directories[i], project.lockfiles[i], base);
  }
}

} // namespace migcheck
