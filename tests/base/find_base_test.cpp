// From a request to commits, and what is said where there are none.
#include "base/find_base.hpp"
#include "io/memory_objects.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

// one - two - three   main
//     \ four          HEAD
class FindBaseTest : public testing::Test {
 protected:
  void SetUp() override {
    one_ = objects_.commit({{"a", "1"}}, {});
    two_ = objects_.commit({{"a", "2"}}, {one_});
    three_ = objects_.commit({{"a", "3"}}, {two_});
    four_ = objects_.commit({{"a", "4"}}, {one_});
    merge_ = objects_.commit({{"a", "5"}}, {three_, four_});
    objects_.name("HEAD", four_);
    objects_.name("main", three_);
  }

  // "TIP MERGE-BASE" by their numbers, or the error.
  std::string find(const BaseRequest& request, History history) {
    const auto found = find_base(objects_, request, history);
    return found ? number(found->tip) + " " + number(found->merge_base)
                 : found.error().message;
  }

  std::string number(const std::string& id) const {
    const std::pair<std::string, const char*> all[] = {
        {one_, "one"},
        {two_, "two"},
        {three_, "three"},
        {four_, "four"},
        {merge_, "merge"}};
    for (const auto& [known, name] : all) {
      if (known == id) {
        return name;
      }
    }
    return "?";
  }

  static BaseRequest request(const std::string& ref) {
    BaseRequest made;
    made.shown = ref;
    made.refs = {ref};
    return made;
  }

  MemoryObjects objects_;
  std::string one_, two_, three_, four_, merge_;
};

TEST_F(FindBaseTest, TakesTheTipAndTheCommonAncestor) {
  EXPECT_EQ(find(request("main"), History::whole), "three one");
  EXPECT_EQ(find(request(two_), History::whole), "two one");
  EXPECT_EQ(find(request("HEAD"), History::whole), "four four");
  EXPECT_EQ(find(request(one_), History::whole), "one one");
  objects_.name("HEAD", merge_);
  EXPECT_EQ(find(request("main"), History::whole), "three three");
  BaseRequest several = request("nowhere");
  several.refs.emplace_back("main");
  EXPECT_EQ(find(several, History::whole), "three three");
}

TEST_F(FindBaseTest, OfAnotherCommitThanHead) {
  BaseRequest asked = request("main");
  asked.head = two_;
  EXPECT_EQ(find(asked, History::whole), "three two");
  asked.head = "nowhere";
  EXPECT_EQ(
      find(asked, History::whole),
      "nowhere is no commit yet: there is nothing to compare with the base "
      "\"main\"");
}

TEST_F(FindBaseTest, MayBeNone) {
  BaseRequest asked;
  asked.optional = true;
  asked.refs = {"nowhere"};
  EXPECT_EQ(find(asked, History::whole), "? ?");
  objects_.name("refs/remotes/origin/HEAD", two_);
  asked.refs = {"nowhere", "refs/remotes/origin/HEAD", "main"};
  EXPECT_EQ(find(asked, History::whole), "two one");
  EXPECT_EQ(find_base(objects_, asked, History::whole)->shown, "origin/HEAD");
}

TEST_F(FindBaseTest, TakesTheFirstParentOfTheMergeThatIsTested) {
  objects_.name("HEAD", merge_);
  BaseRequest asked = request("origin/main");
  asked.advice = BaseAdvice::github;
  const std::string missing =
      "the base \"origin/main\" is not in this repository; add "
      "`fetch-depth: 0` to the `with:` of actions/checkout";
  EXPECT_EQ(find(asked, History::shallow), missing);
  asked.merge_commit = four_;
  EXPECT_EQ(find(asked, History::shallow), missing);
  asked.merge_commit = merge_;
  EXPECT_EQ(find(asked, History::shallow), "three three");
  asked.merge_commit = "";
  asked.merged_head = three_;
  EXPECT_EQ(find(asked, History::shallow), missing);
  asked.merged_head = four_;
  EXPECT_EQ(find(asked, History::shallow), "three three");
  objects_.forget(three_);
  EXPECT_EQ(find(asked, History::shallow), missing);
}

TEST_F(FindBaseTest, SaysWhatToFetch) {
  EXPECT_EQ(
      find(request("origin/next"), History::whole),
      "the base \"origin/next\" is not in this repository; run `git fetch "
      "origin next:refs/remotes/origin/next`");
  EXPECT_EQ(
      find(request("origin/a/b"), History::shallow),
      "the base \"origin/a/b\" is not in this repository; run `git fetch "
      "--unshallow origin a/b:refs/remotes/origin/a/b`");
  EXPECT_EQ(
      find(request("v1"), History::whole),
      "the base \"v1\" is not in this repository; run `git fetch origin "
      "v1:v1`");
  EXPECT_EQ(
      find(request("0123456789ab"), History::whole),
      "the base \"0123456789ab\" is not in this repository; run `git fetch "
      "origin 0123456789ab`");
  EXPECT_EQ(
      find(request("origin/a;$(b)'c"), History::whole),
      "the base \"origin/a;$(b)'c\" is not in this repository; run `git fetch "
      "origin 'a;$(b)'\\''c:refs/remotes/origin/a;$(b)'\\''c'`");
  BaseRequest gitlab = request("refs/remotes/origin/main");
  gitlab.shown = "origin/main";
  gitlab.advice = BaseAdvice::gitlab;
  EXPECT_EQ(
      find(gitlab, History::shallow),
      "the base \"origin/main\" is not in this repository; add "
      "`GIT_DEPTH: \"0\"` to the `variables:` of the job, and run `git fetch "
      "origin main:refs/remotes/origin/main` before");
}

TEST_F(FindBaseTest, NeedsACommonAncestor) {
  objects_.name("alone", objects_.commit({{"b", ""}}, {}));
  EXPECT_EQ(
      find(request("alone"), History::whole),
      "the history of HEAD and of the base \"alone\" has no commit in common; "
      "name the base that the branch was made from");
  objects_.forget(one_);
  EXPECT_EQ(
      find(request("main"), History::shallow),
      "the history of HEAD and of the base \"main\" has no commit in common, "
      "as "
      "far as it was fetched; run `git fetch --unshallow origin main:main`");
  BaseRequest told = request("main");
  told.merge_base = two_;
  EXPECT_EQ(find(told, History::shallow), "three two");
}

TEST_F(FindBaseTest, NeedsACommit) {
  MemoryObjects empty;
  const auto found = find_base(empty, request("main"), History::whole);
  ASSERT_FALSE(found);
  EXPECT_EQ(
      found.error().message,
      "HEAD is no commit yet: there is nothing to compare with the base "
      "\"main\"");
}

} // namespace
} // namespace migcheck
