#include "io/disk_writer.hpp"
#include "io/temporary_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace migcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  for (const auto& entry : boost::filesystem::directory_iterator(directory)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class DiskWriterTest : public testing::Test {
 protected:
  DiskWriterTest() {
    directory_.write("root/m/file", "old");
    writer_ = disk_writer(directory_.path("root"));
  }

  std::string message(const Result<void>& result) const {
    return result ? "" : result.error().message;
  }

  TemporaryDirectory directory_;
  std::unique_ptr<FileWriter> writer_;
  const std::string old_ = "old";
};

TEST_F(DiskWriterTest, ReplacesWhatIsAsExpected) {
  EXPECT_TRUE(writer_->replace("m/file", "new", {&old_}));
  EXPECT_EQ(directory_.read("root/m/file"), "new");
  EXPECT_TRUE(writer_->replace("m/other", "1", {}));
  EXPECT_TRUE(writer_->replace("top", "", {nullptr, true}));
  EXPECT_EQ(directory_.read("root/m/other"), "1");
  EXPECT_THAT(
      names_in(directory_.path("root/m")), ElementsAre("file", "other"));
}

TEST_F(DiskWriterTest, LeavesWhatIsNotAsExpected) {
  const std::string other = "other";
  EXPECT_EQ(
      message(writer_->replace("m/file", "new", {&other})),
      "cannot write \"m/file\": it has changed since it was read");
  EXPECT_EQ(
      message(writer_->replace("m/file", "new", {})),
      "cannot write \"m/file\": it exists already");
  EXPECT_THAT(
      message(writer_->replace("m/gone", "new", {&other})),
      HasSubstr("has changed"));
  EXPECT_THAT(
      message(writer_->replace("no/file", "new", {})),
      HasSubstr("no such directory"));
  EXPECT_FALSE(writer_->replace("../file", "new", {}));
  EXPECT_FALSE(writer_->replace("m/..", "new", {}));
  EXPECT_FALSE(writer_->replace("m", "new", {nullptr, true}));
  EXPECT_EQ(directory_.read("root/m/file"), "old");
  EXPECT_THAT(names_in(directory_.path("root/m")), ElementsAre("file"));
}

TEST_F(DiskWriterTest, RefusesLinks) {
  directory_.write("victim", "v");
  const std::string root = directory_.path("root");
  ASSERT_EQ(::symlink("../../victim", (root + "/m/link").c_str()), 0);
  ASSERT_EQ(::symlink("m", (root + "/linked").c_str()), 0);
  EXPECT_EQ(
      message(writer_->replace("m/link", "new", {nullptr, true})),
      "cannot write \"m/link\": it is a link");
  EXPECT_FALSE(writer_->replace("linked/file", "new", {nullptr, true}));
  EXPECT_FALSE(writer_->write_report(root + "/m/link", "new"));
  EXPECT_FALSE(writer_->append(root + "/m/link", "new"));
  EXPECT_EQ(directory_.read("victim"), "v");
  EXPECT_EQ(directory_.read("root/m/file"), "old");
}

TEST_F(DiskWriterTest, KeepsPermissionsButNotSetId) {
  const std::string path = directory_.path("root/m/file");
  ASSERT_EQ(::chmod(path.c_str(), 06751), 0);
  ASSERT_TRUE(writer_->replace("m/file", "new", {&old_}));

  struct stat status {};

  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0751u);
}

TEST_F(DiskWriterTest, WritesBesideANameOfTheGreatestLength) {
  const std::string name(255, 'n');
  EXPECT_TRUE(writer_->replace("m/" + name, "1", {}));
  EXPECT_EQ(directory_.read("root/m/" + name), "1");
}

TEST_F(DiskWriterTest, FailsInAReadOnlyDirectory) {
  if (::geteuid() == 0) {
    GTEST_SKIP() << "root may write everywhere";
  }
  ::chmod(directory_.path("root/m").c_str(), 0500);
  EXPECT_THAT(
      message(writer_->replace("m/file", "new", {&old_})),
      HasSubstr("permission denied"));
  ::chmod(directory_.path("root/m").c_str(), 0700);
  EXPECT_EQ(directory_.read("root/m/file"), "old");
}

TEST_F(DiskWriterTest, LosesAgainstAnotherWriter) {
  const int held = ::open(directory_.path("root/m").c_str(), O_RDONLY);
  ASSERT_EQ(::flock(held, LOCK_EX), 0);
  EXPECT_THAT(
      message(writer_->replace("m/file", "new", {&old_})),
      HasSubstr("another program"));
  ::close(held);
  EXPECT_TRUE(writer_->replace("m/file", "new", {&old_}));
}

TEST_F(DiskWriterTest, WritesReportsWhereTheUserSays) {
  const std::string report = directory_.path("report.json");
  EXPECT_TRUE(writer_->write_report(report, "{}"));
  EXPECT_TRUE(writer_->write_report(report, "{1}"));
  EXPECT_EQ(directory_.read("report.json"), "{1}");
  EXPECT_TRUE(writer_->write_report("/dev/null", "{}"));
  EXPECT_FALSE(writer_->write_report("/dev/full", "{}"));
  EXPECT_FALSE(writer_->write_report(directory_.path("no/report"), "{}"));
  EXPECT_FALSE(writer_->write_report(directory_.path("root/"), "{}"));
  ASSERT_EQ(::mkfifo(directory_.path("pipe").c_str(), 0600), 0);
  EXPECT_FALSE(writer_->write_report(directory_.path("pipe"), "{}"));
}

TEST_F(DiskWriterTest, Appends) {
  const std::string summary = directory_.path("summary.md");
  EXPECT_TRUE(writer_->append(summary, "a\n"));
  EXPECT_TRUE(writer_->append(summary, "b\n"));
  EXPECT_EQ(directory_.read("summary.md"), "a\nb\n");
  ASSERT_EQ(::mkfifo(directory_.path("pipe").c_str(), 0600), 0);
  EXPECT_FALSE(writer_->append(directory_.path("pipe"), "{}"));
}

} // namespace
} // namespace migcheck
