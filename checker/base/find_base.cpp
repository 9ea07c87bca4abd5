#include "base/find_base.hpp"

#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view remote_refs = "refs/remotes/";

bool is_id(std::string_view name) {
  return name.size() >= 7 &&
         name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// For a line that people may paste into a shell.
std::string for_shell(const std::string& text) {
  constexpr std::string_view harmless =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
      "./:_+-@";
  if (text.find_first_not_of(harmless) == std::string::npos) {
    return text;
  }
  std::string quotes = "'";
  for (const char c : text) {
    quotes += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return quotes + "'";
}

// A ref as people write it.
std::string short_name(const std::string& ref) {
  return ref.starts_with(remote_refs) ? ref.substr(remote_refs.size()) : ref;
}

// What git is to fetch, and from where, so that the ref is there afterwards.
std::string refspec(const std::string& shown) {
  const std::size_t slash = shown.find('/');
  if (is_id(shown)) {
    return "origin " + shown;
  }
  if (slash == std::string::npos) {
    return "origin " + for_shell(shown + ":" + shown);
  }
  const std::string branch = shown.substr(slash + 1);
  return for_shell(shown.substr(0, slash)) + " " +
         for_shell(branch + ":" + std::string(remote_refs) + shown);
}

class Search {
 public:
  Search(GitObjects& objects, const BaseRequest& request, History history)
      : objects_(objects), request_(request), history_(history) {
    commits_.shown = request.shown;
  }

  Result<BaseCommits> run();

 private:
  Result<void> look_up();
  Result<void> find_merge_base();
  tl::unexpected<Error> no_tip() const;
  tl::unexpected<Error> no_merge_base() const;
  std::string how_to_deepen(const std::string& otherwise) const;

  bool head_is_merge_commit() const {
    return parents_.size() == 2 && (commits_.head == request_.merge_commit ||
                                    parents_.back() == request_.merged_head);
  }

  GitObjects& objects_;
  const BaseRequest& request_;
  History history_;
  BaseCommits commits_;
  std::vector<std::string> parents_; // of HEAD
  std::string given_merge_base_;     // where it is there
};

std::string Search::how_to_deepen(const std::string& otherwise) const {
  switch (request_.advice) {
  case BaseAdvice::github:
    return "add `fetch-depth: 0` to the `with:` of actions/checkout";
  case BaseAdvice::gitlab:
    return "add `GIT_DEPTH: \"0\"` to the `variables:` of the job, and run "
           "`git fetch " +
           printable(refspec(commits_.shown)) + "` before";
  case BaseAdvice::git:
    break;
  }
  return "run `" + printable(otherwise) + "`";
}

tl::unexpected<Error> Search::no_tip() const {
  const bool shallow = history_ == History::shallow;
  return fail(
      "the base " + quoted(commits_.shown) + " is not in this repository; " +
      how_to_deepen(
          std::string("git fetch ") + (shallow ? "--unshallow " : "") +
          refspec(commits_.shown)));
}

tl::unexpected<Error> Search::no_merge_base() const {
  const std::string begin = "the history of " + printable(request_.head) +
                            " and of the base " + quoted(commits_.shown) +
                            " has no commit in common";
  if (history_ == History::whole) {
    return fail(begin + "; name the base that the branch was made from");
  }
  return fail(
      begin + ", as far as it was fetched; " +
      how_to_deepen("git fetch --unshallow " + refspec(commits_.shown)));
}

Result<void> Search::look_up() {
  std::vector<std::string> names = {request_.head + "^{commit}"};
  for (const std::string& ref : request_.refs) {
    names.push_back(ref + "^{commit}");
  }
  if (!request_.merge_base.empty()) {
    names.push_back(request_.merge_base + "^{commit}");
  }
  auto read = objects_.read(names);
  if (!read) {
    return tl::unexpected(read.error());
  }
  if (read->front().kind == GitObjectKind::missing) {
    return fail(
        printable(request_.head) +
        " is no commit yet: there is nothing to compare with the base " +
        quoted(commits_.shown));
  }
  commits_.head = read->front().id;
  parents_ = commit_parents(read->front().bytes);
  for (std::size_t i = 0; i < request_.refs.size(); ++i) {
    if (commits_.tip.empty()) {
      commits_.tip = read->at(i + 1).id;
      if (request_.shown.empty()) {
        commits_.shown = short_name(request_.refs[i]);
      }
    }
  }
  if (!request_.merge_base.empty()) {
    given_merge_base_ = read->back().id;
  }
  return {};
}

Result<void> Search::find_merge_base() {
  const std::string& tip = commits_.tip;
  if (tip == commits_.head ||
      std::find(parents_.begin(), parents_.end(), tip) != parents_.end()) {
    commits_.merge_base = tip;
    return {};
  }
  auto found = objects_.merge_base(commits_.head, tip);
  if (!found) {
    return tl::unexpected(found.error());
  }
  commits_.merge_base = std::move(*found);
  if (commits_.merge_base.empty()) {
    commits_.merge_base =
        head_is_merge_commit() ? parents_.front() : given_merge_base_;
  }
  if (commits_.merge_base.empty()) {
    return no_merge_base();
  }
  return {};
}

Result<BaseCommits> Search::run() {
  if (const auto done = look_up(); !done) {
    return tl::unexpected(done.error());
  }
  if (commits_.tip.empty() && head_is_merge_commit()) {
    commits_.tip = parents_.front();
  }
  if (commits_.tip.empty() && request_.optional) {
    return commits_;
  }
  if (commits_.tip.empty()) {
    return no_tip();
  }
  if (const auto done = find_merge_base(); !done) {
    return tl::unexpected(done.error());
  }
  // At the edge of a shallow history a parent is named and not there.
  const auto read = objects_.read({commits_.tip, commits_.merge_base});
  if (!read) {
    return tl::unexpected(read.error());
  }
  for (const GitObject& commit : *read) {
    if (commit.kind != GitObjectKind::commit) {
      return no_tip();
    }
  }
  return commits_;
}

} // namespace

Result<BaseCommits>
find_base(GitObjects& objects, const BaseRequest& request, History history) {
  return Search(objects, request, history).run();
}

} // namespace migcheck
