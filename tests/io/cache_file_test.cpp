#include "io/cache_file.hpp"
#include "io/failing_calls.hpp"
#include "io/temporary_directory.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace migcheck {
namespace {

constexpr std::uint64_t limit = 100;

class CacheFileTest : public testing::Test {
 protected:
  CacheFileTest() { ::chmod(directory_.path().c_str(), 0755); }

  std::string read() const { return read_cache_file(place_, limit); }

  void write(std::string_view bytes) const { write_cache_file(place_, bytes); }

  std::string file() const { return directory_.path("cache/migcheck/a1"); }

  mode_t mode(const std::string& name) const {
    struct stat status {};

    return ::stat(directory_.path(name).c_str(), &status) == 0
               ? status.st_mode & 07777
               : 0;
  }

  TemporaryDirectory directory_;
  CachePlace place_{directory_.path("cache"), "a1"};
};

TEST_F(CacheFileTest, GivesWhatWasWritten) {
  EXPECT_EQ(read(), "");
  write("one");
  EXPECT_EQ(read(), "one");
  write("another");
  EXPECT_EQ(read(), "another");
  write(std::string(limit, 'x'));
  EXPECT_EQ(read(), std::string(limit, 'x'));
  write(std::string(limit + 1, 'x'));
  EXPECT_EQ(read(), "");
}

TEST_F(CacheFileTest, IsForItsOwnerAlone) {
  write("one");
  EXPECT_EQ(mode("cache"), 0700u);
  EXPECT_EQ(mode("cache/migcheck"), 0700u);
  EXPECT_EQ(mode("cache/migcheck/a1"), 0600u);
}

TEST_F(CacheFileTest, MakesTheLastTwoDirectoriesOnly) {
  place_.base = directory_.path("nothing/cache");
  write("one");
  EXPECT_EQ(read(), "");
  EXPECT_NE(::access(directory_.path("nothing").c_str(), F_OK), 0);
}

TEST_F(CacheFileTest, IsNotReadWhereOthersMayWrite) {
  write("one");
  for (const mode_t mode : {0620u, 0602u, 0666u}) {
    ::chmod(file().c_str(), mode);
    EXPECT_EQ(read(), "");
  }
  write("two");
  EXPECT_EQ(read(), "two");
}

TEST_F(CacheFileTest, IsNoLinkAndNothingOdd) {
  directory_.write("target", "secret");
  write("one");
  ::unlink(file().c_str());
  ASSERT_EQ(::symlink(directory_.path("target").c_str(), file().c_str()), 0);
  EXPECT_EQ(read(), "");
  write("two");
  EXPECT_EQ(directory_.read("target"), "secret");
  ::unlink(file().c_str());
  ASSERT_EQ(::mkfifo(file().c_str(), 0600), 0);
  EXPECT_EQ(read(), "");
  ::unlink(file().c_str());
  ASSERT_EQ(::mkdir(file().c_str(), 0700), 0);
  EXPECT_EQ(read(), "");
  write("three");
  EXPECT_EQ(read(), "");
}

TEST_F(CacheFileTest, FollowsNoLinkInPlaceOfItsDirectory) {
  ::mkdir(directory_.path("cache").c_str(), 0700);
  ::mkdir(directory_.path("other").c_str(), 0700);
  const std::string folder = directory_.path("cache/migcheck");
  ASSERT_EQ(::symlink(directory_.path("other").c_str(), folder.c_str()), 0);
  write("one");
  EXPECT_NE(::access(directory_.path("other/a1").c_str(), F_OK), 0);
}

TEST_F(CacheFileTest, BelongsToTheUser) {
  if (::geteuid() != 0) {
    GTEST_SKIP() << "only root gives files away";
  }
  write("one");
  ASSERT_EQ(::chown(file().c_str(), 1234, 1234), 0);
  EXPECT_EQ(read(), "");
  ASSERT_EQ(::chown(directory_.path("cache").c_str(), 1234, 1234), 0);
  write("two");
  EXPECT_EQ(read(), "");
  place_.base = directory_.path("cache/deeper");
  write("three");
  EXPECT_NE(::access(place_.base.c_str(), F_OK), 0);
}

TEST_F(CacheFileTest, NeverFails) {
  for (const int error : {EIO, EACCES, ENOSPC, EROFS, EMFILE, EINTR}) {
    for (int n = 1; n < 40; ++n) {
      ::unlink(file().c_str());
      {
        const FailingCalls calls(n, error);
        write("one");
        EXPECT_EQ(calls.open_descriptors(), 0);
      }
      const std::string seen = read();
      EXPECT_TRUE(seen.empty() || seen == "one") << n;
      write("two");
      {
        const FailingCalls calls(n, error);
        const std::string read_now = read();
        EXPECT_TRUE(read_now.empty() || read_now == "two") << n;
        EXPECT_EQ(calls.open_descriptors(), 0);
      }
    }
  }
}

} // namespace
} // namespace migcheck
