#include "io/disk_reader.hpp"
#include "io/open_directory.hpp"
#include "io/system_calls.hpp"
#include "io/temporary_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace migcheck {
namespace {

using testing::UnorderedElementsAre;

constexpr std::uint64_t limit = 100000;

struct Answer {
  ReadFailure failure;
  std::string bytes;
};

Answer read(const FileReader& reader, std::string_view path, ReadCare care) {
  Answer answer;
  answer.bytes = "from the last read";
  answer.failure = reader.read({path, care, limit}, answer.bytes);
  return answer;
}

// A tree with everything that a disk can hold.
class DiskReaderTest : public testing::Test {
 protected:
  DiskReaderTest() {
    directory_.write("outside.txt", "secret");
    directory_.write("root/a/b/file.sql", "select 1;\n");
    directory_.write("root/empty", "");
    directory_.write("root/limit", std::string(limit, 'x'));
    directory_.write("root/large", std::string(limit + 1, 'x'));
    link("a/b/file.sql", "link");
    link("../link", "a/again");
    link("file.sql", "a/b/local");
    link("../outside.txt", "away");
    link("a/../../outside.txt", "sly");
    link("/etc/passwd", "absolute");
    link("/proc/self/environ", "environment");
    link("nothing", "dangling");
    link("circle", "circle");
    link("ping", "pong");
    link("pong", "ping");
    link("a", "linked");
    link("linked/b/file.sql", "through");
    ::mkfifo(root("pipe").c_str(), 0600);
    make_socket();
    reader_ = disk_reader(directory_.path("root"));
  }

  std::string root(const std::string& name) const {
    return directory_.path("root/" + name);
  }

  void link(const std::string& target, const std::string& name) const {
    ASSERT_EQ(::symlink(target.c_str(), root(name).c_str()), 0);
  }

  void make_socket() const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = root("socket");
    if (path.size() < sizeof address.sun_path) {
      path.copy(address.sun_path, path.size());
      const int file = ::socket(AF_UNIX, SOCK_STREAM, 0);
      ::bind(file, reinterpret_cast<sockaddr*>(&address), sizeof address);
      ::close(file);
    }
  }

  TemporaryDirectory directory_;
  std::unique_ptr<FileReader> reader_;
};

TEST_F(DiskReaderTest, ReadsOnlyRegularFilesOfTheRoot) {
  struct Case {
    const char* path;
    ReadFailure careful;
    ReadFailure scan;
  };
  using enum ReadFailure;
  const Case cases[] = {
      {"a/b/file.sql", none, none},
      {"empty", none, none},
      {"limit", none, none},
      {"large", too_large, too_large},
      {"link", none, not_regular},
      {"a/again", none, not_regular},
      {"a/b/local", none, not_regular},
      {"away", outside_root, not_regular},
      {"sly", outside_root, not_regular},
      {"absolute", outside_root, not_regular},
      {"environment", outside_root, not_regular},
      {"dangling", bad_link, not_regular},
      {"circle", bad_link, not_regular},
      {"ping", bad_link, not_regular},
      {"linked", not_regular, not_regular},
      {"through", bad_link, not_regular},
      {"linked/b/file.sql", bad_link, bad_link},
      {"pipe", not_regular, not_regular},
      {"socket", not_regular, not_regular},
      {"a", not_regular, not_regular},
      {"nothing", missing, missing},
      {"a/nothing/file", missing, missing},
      {"empty/file", missing, missing},
      {"../outside.txt", outside_root, outside_root},
      {"/etc/passwd", outside_root, outside_root},
  };
  OpenDirectory nearby;
  for (const Case& one : cases) {
    std::string buffer;
    EXPECT_EQ(
        reader_->read({one.path, ReadCare::scan, limit, 0, &nearby}, buffer),
        one.scan)
        << one.path;
    const Answer careful = read(*reader_, one.path, ReadCare::careful);
    EXPECT_EQ(careful.failure, one.careful) << one.path;
    const Answer scan = read(*reader_, one.path, ReadCare::scan);
    EXPECT_EQ(scan.failure, one.scan) << one.path;
    EXPECT_TRUE(careful.failure == none || careful.bytes.empty()) << one.path;
    EXPECT_TRUE(scan.failure == none || scan.bytes.empty()) << one.path;
  }
}

TEST_F(DiskReaderTest, GivesTheBytes) {
  for (const ReadCare care : {ReadCare::careful, ReadCare::scan}) {
    EXPECT_EQ(read(*reader_, "a/b/file.sql", care).bytes, "select 1;\n");
    EXPECT_EQ(read(*reader_, "empty", care).bytes, "");
    EXPECT_EQ(read(*reader_, "limit", care).bytes, std::string(limit, 'x'));
  }
  EXPECT_EQ(read(*reader_, "link", ReadCare::careful).bytes, "select 1;\n");
}

TEST_F(DiskReaderTest, ShowsLargeFilesInPiecesThatOverlap) {
  std::string bytes;
  for (int i = 0; bytes.size() < (5u << 20) / 2; ++i) {
    bytes += std::to_string(i) + ' ';
  }
  directory_.write("root/huge", bytes);
  const auto pieces =
      [&](std::string_view path, std::uint64_t most, int count) {
        std::string seen;
        const ReadFailure failure = reader_->read_pieces(
            {.path = path, .care = ReadCare::scan, .limit = most},
            [&](std::string_view piece) {
              const std::size_t known = std::min(seen.size(), piece_overlap);
              EXPECT_TRUE(seen.ends_with(piece.substr(0, known)));
              seen += piece.substr(known);
              return --count > 0;
            });
        return std::pair(failure, seen);
      };
  using Seen = std::pair<ReadFailure, std::string>;
  EXPECT_EQ(pieces("huge", 3u << 20, 9), Seen(ReadFailure::none, bytes));
  EXPECT_EQ(pieces("empty", 9, 9), Seen(ReadFailure::none, ""));
  EXPECT_EQ(
      pieces("huge", 3u << 20, 1),
      Seen(ReadFailure::none, bytes.substr(0, 1u << 20)));
  EXPECT_EQ(pieces("huge", 1u << 20, 9), Seen(ReadFailure::too_large, ""));
  EXPECT_EQ(pieces("nothing", 9, 9), Seen(ReadFailure::missing, ""));
  EXPECT_EQ(pieces("pipe", 9, 9), Seen(ReadFailure::not_regular, ""));
  EXPECT_EQ(pieces("link", 9, 9), Seen(ReadFailure::not_regular, ""));
}

TEST_F(DiskReaderTest, TakesASizeOnlyAsAHint) {
  std::string buffer;
  for (const std::uint64_t hint : {1u, 9u, 10u, 11u, 5000u, 4000000000u}) {
    const ReadRequest request{"a/b/file.sql", ReadCare::scan, limit, hint};
    EXPECT_EQ(reader_->read(request, buffer), ReadFailure::none) << hint;
    EXPECT_EQ(buffer, "select 1;\n") << hint;
  }
}

TEST_F(DiskReaderTest, RefusesADirectoryWithoutPermission) {
  directory_.write("root/closed/file", "1");
  ::chmod(root("closed").c_str(), 0);
  ::chmod(root("empty").c_str(), 0);
  if (::geteuid() != 0) {
    std::vector<DirectoryEntry> entries;
    EXPECT_EQ(reader_->list("closed", entries), ReadFailure::denied);
    EXPECT_EQ(
        read(*reader_, "closed/file", ReadCare::careful).failure,
        ReadFailure::denied);
    EXPECT_EQ(
        read(*reader_, "empty", ReadCare::scan).failure, ReadFailure::denied);
  }
  ::chmod(root("closed").c_str(), 0700);
}

TEST_F(DiskReaderTest, ListsWithKinds) {
  std::vector<DirectoryEntry> entries;
  ASSERT_EQ(reader_->list("a", entries), ReadFailure::none);
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : entries) {
    names.push_back(
        entry.name + " " + std::to_string(static_cast<int>(entry.kind)));
  }
  EXPECT_THAT(names, UnorderedElementsAre("b 1", "again 2"));
  EXPECT_EQ(reader_->list("linked", entries), ReadFailure::bad_link);
  EXPECT_TRUE(entries.empty());
  EXPECT_EQ(reader_->list("linked/b", entries), ReadFailure::bad_link);
  EXPECT_EQ(reader_->list("nothing", entries), ReadFailure::missing);
  EXPECT_EQ(reader_->list("empty", entries), ReadFailure::not_regular);
  EXPECT_EQ(reader_->list("..", entries), ReadFailure::outside_root);
}

TEST_F(DiskReaderTest, TellsKinds) {
  const std::pair<const char*, FileKind> cases[] = {
      {"", FileKind::directory},
      {"a", FileKind::directory},
      {"a/b/file.sql", FileKind::regular},
      {"link", FileKind::link},
      {"pipe", FileKind::other},
      {"nothing", FileKind::unknown},
      {"linked/b", FileKind::unknown},
      {"../outside.txt", FileKind::unknown},
  };
  for (const auto& [path, kind] : cases) {
    EXPECT_EQ(reader_->kind(path), kind) << path;
  }
}

// A reader for which an hour has passed since the files were written.
std::unique_ptr<FileReader> later_reader(const std::string& root) {
  system_calls.now = [] {
    return real_system_calls().now() + 3'600'000'000'000;
  };
  auto reader = disk_reader(root);
  system_calls = real_system_calls();
  return reader;
}

FileStamp stamp_of(const FileReader& reader, std::string_view path) {
  OpenDirectory nearby;
  return reader.stamp(path, nearby);
}

TEST_F(DiskReaderTest, StampsRegularFilesOfTheRoot) {
  const auto reader = later_reader(root(""));
  OpenDirectory nearby;
  for (const char* path :
       {"link",
        "a/again",
        "away",
        "absolute",
        "linked",
        "linked/b/file.sql",
        "pipe",
        "socket",
        "a",
        "nothing",
        "a/nothing/file",
        "empty/file",
        "../outside.txt",
        "/etc/passwd"}) {
    EXPECT_FALSE(reader->stamp(path, nearby).known) << path;
  }
  for (const char* path : {"a/b/file.sql", "empty", "limit", "large"}) {
    const FileStamp stamp = reader->stamp(path, nearby);
    EXPECT_TRUE(stamp.known) << path;
    FileStamp read;
    std::string buffer;
    ReadRequest request;
    request.path = path;
    request.care = ReadCare::scan;
    request.stamp = &read;
    reader->read(request, buffer);
    EXPECT_EQ(read, stamp) << path;
  }
  EXPECT_EQ(stamp_of(*reader, "limit").size, limit);
}

TEST_F(DiskReaderTest, StampsNothingThatWasChangedJustNow) {
  const auto early = disk_reader(root(""));
  EXPECT_FALSE(stamp_of(*early, "limit").known);
  EXPECT_TRUE(stamp_of(*later_reader(root("")), "limit").known);
}

TEST_F(DiskReaderTest, GivesChangedFilesAnotherStamp) {
  const auto reader = later_reader(root(""));
  const auto before = [&] { return stamp_of(*reader, "a/b/file.sql"); };
  FileStamp last = before();
  const auto changes = [&](const char* how) {
    const FileStamp now = before();
    EXPECT_TRUE(now.known) << how;
    EXPECT_NE(now, last) << how;
    last = now;
    ::usleep(20'000); // longer than a step of this file system
  };
  const std::string file = root("a/b/file.sql");
  ::usleep(20'000);
  directory_.write("root/a/b/file.sql", "select 2;\n");
  changes("another text of this size");
  const timespec old[2] = {{1000, 0}, {1000, 0}};
  directory_.write("root/a/b/file.sql", "select 3;\n");
  ::utimensat(AT_FDCWD, file.c_str(), old, 0);
  changes("its time set back");
  directory_.write("root/a/b/file.sql", "select 4;\n");
  ::utimensat(AT_FDCWD, file.c_str(), old, 0);
  changes("and once more");
  ::chmod(file.c_str(), 0400);
  changes("its permissions");
  directory_.write("root/other", "select 5;\n");
  ::rename(root("other").c_str(), file.c_str());
  changes("another file in its place");
}

TEST_F(DiskReaderTest, ListsManyEntriesOnce) {
  for (int i = 0; i < 3000; ++i) {
    directory_.write(
        "root/many/" + std::string(40, 'n') + std::to_string(i), "");
  }
  std::vector<DirectoryEntry> entries;
  ASSERT_EQ(reader_->list("many", entries), ReadFailure::none);
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : entries) {
    names.push_back(entry.name);
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names.size(), 3000u);
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
}

TEST_F(DiskReaderTest, SaysWhyTheRootCannotBeRead) {
  std::string buffer;
  std::vector<DirectoryEntry> entries;
  EXPECT_EQ(
      disk_reader(root("nothing"))->list("", entries), ReadFailure::missing);
  EXPECT_EQ(
      disk_reader(root("nothing"))->read({"a"}, buffer), ReadFailure::missing);
  EXPECT_EQ(disk_reader(root("linked"))->list("", entries), ReadFailure::none);
}

} // namespace
} // namespace migcheck
