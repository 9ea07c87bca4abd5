#include "cli/asked_base.hpp"

#include "io/git_objects.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

constexpr std::uint64_t event_limit = std::uint64_t{32} << 20;

using Asked = std::optional<BaseRequest>;

// The branch as it was fetched.
BaseRequest on_remote(const std::string& branch, BaseAdvice advice) {
  BaseRequest request;
  request.shown = "origin/" + branch;
  request.refs = {"refs/remotes/origin/" + branch};
  request.advice = advice;
  return request;
}

BaseRequest one_ref(const std::string& ref, BaseAdvice advice) {
  BaseRequest request;
  request.shown = ref;
  request.refs = {ref};
  request.advice = advice;
  return request;
}

bool on_github(const Environment& environment) {
  return environment.variable("GITHUB_ACTIONS") == "true";
}

// What GitHub says of the event: JSON, or null.
nlohmann::json read_event(const Environment& environment) {
  const std::string path = environment.variable("GITHUB_EVENT_PATH");
  const std::string folder(parent_folder(path));
  if (folder.empty()) {
    return {};
  }
  std::string text;
  const std::string name(last_part(path));
  if (environment.reader(folder)->read(
          {.path = name, .limit = event_limit}, text) != ReadFailure::none) {
    return {};
  }
  return nlohmann::json::parse(text, nullptr, false);
}

// A text of the event, by the keys that lead to it; "" when there is none.
std::string
text_of(const nlohmann::json& event, std::initializer_list<const char*> keys) {
  const nlohmann::json* value = &event;
  for (const char* key : keys) {
    if (!value->is_object() || !value->contains(key)) {
      return "";
    }
    value = &*value->find(key);
  }
  return value->is_string() ? value->get<std::string>() : "";
}

// The branch's own commit, of which that merge is one.
std::string merged_head(const nlohmann::json& event) {
  return text_of(event, {"pull_request", "head", "sha"});
}

bool is_null_id(std::string_view id) {
  return id.find_first_not_of('0') == std::string_view::npos;
}

// What was on the default branch before the push, if it was fetched. On other
// branches what was pushed may still change.
Asked before_push(const Environment& environment, const nlohmann::json& event) {
  const std::string branch = text_of(event, {"repository", "default_branch"});
  const std::string before = text_of(event, {"before"});
  if (branch.empty() || is_null_id(before) ||
      environment.variable("GITHUB_REF") != "refs/heads/" + branch) {
    return {};
  }
  BaseRequest request = one_ref(before, BaseAdvice::github);
  request.optional = true;
  return request;
}

// On a pull request GITHUB_SHA is the merge of the branch into its base.
std::string merge_commit(const Environment& environment) {
  const bool merged =
      on_github(environment) &&
      environment.variable("GITHUB_EVENT_NAME") == "pull_request";
  return merged ? environment.variable("GITHUB_SHA") : "";
}

Asked on_github_actions(const Environment& environment) {
  if (!on_github(environment)) {
    return {};
  }
  const std::string name = environment.variable("GITHUB_EVENT_NAME");
  const nlohmann::json event = read_event(environment);
  if (name == "merge_group") {
    const std::string base = text_of(event, {"merge_group", "base_sha"});
    return base.empty() ? Asked() : one_ref(base, BaseAdvice::github);
  }
  if (name == "push") {
    return before_push(environment, event);
  }
  const std::string target = environment.variable("GITHUB_BASE_REF");
  if (target.empty()) {
    return {};
  }
  BaseRequest request = on_remote(target, BaseAdvice::github);
  request.merge_commit = merge_commit(environment);
  request.merged_head = merged_head(event);
  return request;
}

Asked on_gitlab(const Environment& environment) {
  const std::string target =
      environment.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
  if (environment.variable("GITLAB_CI") != "true" || target.empty()) {
    return {};
  }
  BaseRequest request = on_remote(target, BaseAdvice::gitlab);
  const std::string tip =
      environment.variable("CI_MERGE_REQUEST_TARGET_BRANCH_SHA");
  if (!tip.empty()) {
    request.refs.insert(request.refs.begin(), tip);
  }
  request.merge_base = environment.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA");
  return request;
}

Asked on_buildkite(const Environment& environment) {
  const std::string number = environment.variable("BUILDKITE_PULL_REQUEST");
  const std::string target =
      environment.variable("BUILDKITE_PULL_REQUEST_BASE_BRANCH");
  if (number.empty() || number == "false" || target.empty()) {
    return {};
  }
  return on_remote(target, BaseAdvice::git);
}

// CircleCI does not say what a pull request goes to: it is taken to be the
// default branch.
Asked on_circleci(const Environment& environment) {
  if (environment.variable("CIRCLECI") != "true" ||
      environment.variable("CIRCLE_PULL_REQUEST").empty()) {
    return {};
  }
  return on_remote("HEAD", BaseAdvice::git);
}

Asked on_jenkins(const Environment& environment) {
  const std::string target = environment.variable("CHANGE_TARGET");
  if (environment.variable("CHANGE_ID").empty() || target.empty()) {
    return {};
  }
  return on_remote(target, BaseAdvice::git);
}

Asked on_ci(const Environment& environment) {
  for (const auto service :
       {on_github_actions, on_gitlab, on_buildkite, on_circleci, on_jenkins}) {
    if (Asked request = service(environment)) {
      return request;
    }
  }
  return {};
}

// The remote's default branch is the base of what is pushed, to whichever
// branch: what was pushed to one's own may still change.
Asked of_push(const std::string& replaced) {
  BaseRequest request;
  request.refs = {"refs/remotes/origin/HEAD"};
  if (!is_null_id(replaced)) {
    request.refs.push_back(replaced);
  }
  request.optional = true;
  return request;
}

// What people name, which on GitHub may not have been fetched.
BaseRequest by_name(const Environment& environment, const std::string& ref) {
  BaseRequest request = one_ref(
      ref, on_github(environment) ? BaseAdvice::github : BaseAdvice::git);
  const std::string target = environment.variable("GITHUB_BASE_REF");
  if (!target.empty() && (ref == target || ref == "origin/" + target)) {
    request.merge_commit = merge_commit(environment);
    request.merged_head = merged_head(read_event(environment));
  }
  return request;
}

} // namespace

Result<std::optional<BaseRequest>> asked_base(
    const Environment& environment,
    const Options& options,
    const Config& config) {
  if (options.no_base) {
    return Asked();
  }
  if (!options.base.empty()) {
    return by_name(environment, options.base);
  }
  if (!config.base_ref.empty()) {
    return by_name(environment, config.base_ref);
  }
  if (!options.replaces.empty()) {
    return of_push(options.replaces);
  }
  Asked request = on_ci(environment);
  if (!request) {
    return request;
  }
  request->detected = true;
  std::vector<std::string> names = request->refs;
  if (!request->merge_base.empty()) {
    names.push_back(request->merge_base);
  }
  for (const std::string& name : names) {
    if (!is_plain_ref(name)) {
      return fail(
          "the base that CI names is no name of a commit: " +
          migcheck::quoted(name));
    }
  }
  return request;
}

} // namespace migcheck
