#include "io/git_objects.hpp"
#include "io/memory_objects.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

GitRepository repository(const std::string& git_dir) {
  GitRepository made;
  made.found = true;
  made.git_dir = git_dir;
  return made;
}

class OpenOnce : public testing::Test {
 protected:
  // Each database holds a commit of its own.
  OpenObjects open_ = open_once([this](const GitRepository&) {
    auto objects = std::make_unique<MemoryObjects>();
    objects->name(
        "HEAD", objects->commit({{"a", std::to_string(++opened_)}}, {}));
    return objects;
  });

  int opened_ = 0;
};

std::string text_of(GitObjects& objects) {
  const auto read = objects.read({"HEAD:a"});
  return read ? read->front().bytes : read.error().message;
}

TEST_F(OpenOnce, GivesOneDatabaseToAllWhoAskForARepository) {
  const auto one = open_(repository("/a"));
  EXPECT_EQ(text_of(*one), "1");
  EXPECT_EQ(text_of(*open_(repository("/a"))), "1");
  EXPECT_EQ(opened_, 1);
  const auto other = open_(repository("/b"));
  EXPECT_EQ(text_of(*other), "2");
  EXPECT_EQ(text_of(*one), "1");
}

TEST_F(OpenOnce, PassesEveryQuestionOn) {
  const auto objects = open_(repository("/a"));
  const auto commit = objects->read({"HEAD^{commit}"});
  ASSERT_TRUE(commit);
  const std::string& id = commit->front().id;
  EXPECT_EQ(objects->merge_base(id, id).value_or("?"), id);
  const auto sizes = objects->sizes({"HEAD:a", "HEAD:b"});
  ASSERT_TRUE(sizes);
  EXPECT_EQ(sizes->front().bytes, 1u);
  EXPECT_EQ(sizes->back().kind, GitObjectKind::missing);
  EXPECT_TRUE(objects->refs("refs/heads/"));
}

TEST_F(OpenOnce, OutlivesItsOpener) {
  OpenObjects open = std::move(open_);
  const auto objects = open(repository("/a"));
  open = nullptr;
  EXPECT_EQ(text_of(*objects), "1");
}

} // namespace
} // namespace migcheck
