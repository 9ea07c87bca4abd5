// What the environment says of the base, service by service.
#include "cli/asked_base.hpp"
#include "io/memory_reader.hpp"

#include <gtest/gtest.h>

#include <map>

namespace migcheck {
namespace {

using Variables = std::map<std::string, std::string>;

// "origin/main: ref ref, merge SHA, since SHA, github" or "none" or an error.
std::string asked(
    const Variables& variables,
    const std::string& option = "",
    const std::string& configured = "",
    const std::string& event = "",
    const std::string& replaces = "") {
  Environment environment;
  environment.variable = [&](std::string_view name) {
    const auto found = variables.find(std::string(name));
    return found == variables.end() ? "" : found->second;
  };
  environment.reader = [&](const std::string& root) {
    auto reader = std::make_unique<MemoryReader>();
    if (root == "/events") {
      reader->add("event.json", event);
    }
    return reader;
  };
  Options options;
  options.base = option;
  options.no_base = option == "no";
  options.replaces = replaces;
  Config config;
  config.base_ref = configured;
  const auto request = asked_base(environment, options, config);
  if (!request) {
    return request.error().message;
  }
  if (!*request) {
    return "none";
  }
  const BaseRequest& base = **request;
  std::string text = base.shown + ":";
  for (const std::string& ref : base.refs) {
    text += " " + ref;
  }
  text += base.merge_commit.empty() ? "" : ", merge " + base.merge_commit;
  text += base.merged_head.empty() ? "" : " of " + base.merged_head;
  text += base.optional ? ", if there" : "";
  text += base.merge_base.empty() ? "" : ", since " + base.merge_base;
  text += base.advice == BaseAdvice::github   ? ", github"
          : base.advice == BaseAdvice::gitlab ? ", gitlab"
                                              : "";
  return text;
}

const Variables pull_request = {
    {"GITHUB_ACTIONS", "true"},
    {"GITHUB_EVENT_NAME", "pull_request"},
    {"GITHUB_BASE_REF", "release/1.x"},
    {"GITHUB_SHA", "abc"}};

TEST(AskedBase, IsWhatPeopleSayBeforeWhatCiSays) {
  EXPECT_EQ(asked({}), "none");
  EXPECT_EQ(asked({}, "v1"), "v1: v1");
  EXPECT_EQ(asked({}, "", "origin/next"), "origin/next: origin/next");
  EXPECT_EQ(asked({}, "v1", "origin/next"), "v1: v1");
  EXPECT_EQ(asked(pull_request, "v1", "origin/next"), "v1: v1, github");
  EXPECT_EQ(asked(pull_request, "", "v2"), "v2: v2, github");
  EXPECT_EQ(asked(pull_request, "no", "v2"), "none");
  EXPECT_EQ(
      asked(pull_request, "origin/release/1.x"),
      "origin/release/1.x: origin/release/1.x, merge abc, github");
}

TEST(AskedBase, OfAPushIsTheDefaultBranchOrWhatItReplaces) {
  const std::string nothing(40, '0');
  EXPECT_EQ(
      asked({}, "", "", "", "abc"), ": refs/remotes/origin/HEAD abc, if there");
  EXPECT_EQ(
      asked({}, "", "", "", nothing), ": refs/remotes/origin/HEAD, if there");
  EXPECT_EQ(asked({}, "", "next", "", "abc"), "next: next");
  EXPECT_EQ(asked({}, "v1", "next", "", "abc"), "v1: v1");
  EXPECT_EQ(asked({}, "no", "next", "", "abc"), "none");
}

TEST(AskedBase, OfAPushOnGitHubIsWhatWasThere) {
  Variables push = {
      {"GITHUB_ACTIONS", "true"},
      {"GITHUB_EVENT_NAME", "push"},
      {"GITHUB_REF", "refs/heads/main"},
      {"GITHUB_EVENT_PATH", "/events/event.json"}};
  const auto event = [](const std::string& before) {
    return R"({"repository":{"default_branch":"main"},"before":")" + before +
           R"("})";
  };
  EXPECT_EQ(asked(push, "", "", event("abc")), "abc: abc, if there, github");
  EXPECT_EQ(asked(push, "", "", event(std::string(40, '0'))), "none");
  EXPECT_EQ(asked(push, "", "", R"({"before":"abc"})"), "none");
  EXPECT_EQ(asked(push, "", "", "[]"), "none");
  push["GITHUB_REF"] = "refs/heads/topic";
  EXPECT_EQ(asked(push, "", "", event("abc")), "none")
      << "what was pushed to a branch of one's own may still change";
}

TEST(AskedBase, OfAPullRequestKnowsItsHead) {
  Variables event = pull_request;
  event["GITHUB_EVENT_PATH"] = "/events/event.json";
  const std::string head = R"({"pull_request":{"head":{"sha":"def"}}})";
  EXPECT_EQ(
      asked(event, "", "", head),
      "origin/release/1.x: refs/remotes/origin/release/1.x, merge abc of def, "
      "github");
  EXPECT_EQ(
      asked(event, "release/1.x", "", head),
      "release/1.x: release/1.x, merge abc of def, github");
}

struct Service {
  const char* name;
  Variables variables;
  const char* expected;
};

TEST(AskedBase, IsTheTargetOfThePullRequest) {
  const Service services[] = {
      {"GitHub",
       pull_request,
       "origin/release/1.x: refs/remotes/origin/release/1.x, merge abc, "
       "github"},
      {"GitHub, of the base's own workflow",
       {{"GITHUB_ACTIONS", "true"},
        {"GITHUB_EVENT_NAME", "pull_request_target"},
        {"GITHUB_BASE_REF", "main"},
        {"GITHUB_SHA", "abc"}},
       "origin/main: refs/remotes/origin/main, github"},
      {"GitHub, a push",
       {{"GITHUB_ACTIONS", "true"},
        {"GITHUB_EVENT_NAME", "push"},
        {"GITHUB_BASE_REF", ""}},
       "none"},
      {"not on GitHub", {{"GITHUB_BASE_REF", "main"}}, "none"},
      {"GitLab",
       {{"GITLAB_CI", "true"},
        {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"},
        {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "def"}},
       "origin/main: refs/remotes/origin/main, since def, gitlab"},
      {"GitLab, merged results",
       {{"GITLAB_CI", "true"},
        {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"},
        {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "abc"}},
       "origin/main: abc refs/remotes/origin/main, gitlab"},
      {"GitLab, a branch", {{"GITLAB_CI", "true"}}, "none"},
      {"Buildkite",
       {{"BUILDKITE_PULL_REQUEST", "7"},
        {"BUILDKITE_PULL_REQUEST_BASE_BRANCH", "main"}},
       "origin/main: refs/remotes/origin/main"},
      {"Buildkite, a branch",
       {{"BUILDKITE_PULL_REQUEST", "false"},
        {"BUILDKITE_PULL_REQUEST_BASE_BRANCH", "main"}},
       "none"},
      {"CircleCI",
       {{"CIRCLECI", "true"}, {"CIRCLE_PULL_REQUEST", "https://x/7"}},
       "origin/HEAD: refs/remotes/origin/HEAD"},
      {"CircleCI, a branch", {{"CIRCLECI", "true"}}, "none"},
      {"Jenkins",
       {{"CHANGE_ID", "7"}, {"CHANGE_TARGET", "main"}},
       "origin/main: refs/remotes/origin/main"},
      {"Jenkins, a branch", {{"CHANGE_TARGET", "main"}}, "none"},
      {"a name that is none",
       {{"CHANGE_ID", "7"}, {"CHANGE_TARGET", "a b"}},
       "the base that CI names is no name of a commit: "
       "\"refs/remotes/origin/a b\""}};
  for (const Service& service : services) {
    EXPECT_EQ(asked(service.variables), service.expected) << service.name;
  }
}

TEST(AskedBase, OfAMergeQueueStandsInItsEvent) {
  const Variables queue = {
      {"GITHUB_ACTIONS", "true"},
      {"GITHUB_EVENT_NAME", "merge_group"},
      {"GITHUB_EVENT_PATH", "/events/event.json"}};
  const std::pair<const char*, const char*> events[] = {
      {R"({"merge_group":{"base_sha":"abc123"}})", "abc123: abc123, github"},
      {R"({"merge_group":{"base_sha":7}})", "none"},
      {R"({"merge_group":[]})", "none"},
      {R"([1])", "none"},
      {R"({"merge_group":{"base_sha":"--x"}})",
       "the base that CI names is no name of a commit: \"--x\""},
      {"{", "none"},
      {"", "none"}};
  for (const auto& [event, expected] : events) {
    EXPECT_EQ(asked(queue, "", "", event), expected) << event;
  }
  Variables elsewhere = queue;
  elsewhere["GITHUB_EVENT_PATH"] = "event.json";
  EXPECT_EQ(asked(elsewhere), "none");
}

} // namespace
} // namespace migcheck
