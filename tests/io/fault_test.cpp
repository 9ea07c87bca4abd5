// Every call into the system fails once, in every way, for every operation.
#include "discover/file_list.hpp"
#include "io/disk_reader.hpp"
#include "io/disk_writer.hpp"
#include "io/failing_calls.hpp"
#include "io/open_directory.hpp"
#include "io/temporary_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <unistd.h>
#include <vector>

namespace migcheck {
namespace {

struct FaultCase {
  int error;
  Fault fault = Fault::error;
};

const FaultCase all_faults[] = {
    {EIO},
    {EINTR},
    {EACCES},
    {ENOENT},
    {ENOSPC},
    {EMFILE},
    {EROFS},
    {ENOSYS},
    {EPERM},
    {ELOOP},
    {ENOMEM},
    {EXDEV},
    {EAGAIN},
    {0, Fault::short_count},
};

// Runs `work` until a fault number is beyond its last call.
template <typename Work>
void with_each_fault(const Work& work) {
  for (const FaultCase& fault : all_faults) {
    for (int n = 1;; ++n) {
      ASSERT_LT(n, 1000);
      bool reached = false;
      int open = 0;
      work([&](const auto& attempt) {
        const FailingCalls calls(n, fault.error, fault.fault);
        attempt();
        reached = calls.reached();
        open = calls.open_descriptors();
      });
      EXPECT_EQ(open, 0) << "call " << n << ", errno " << fault.error;
      if (!reached) {
        break;
      }
    }
  }
}

std::size_t count_names(const std::string& directory) {
  std::size_t count = 0;
  for (const auto& entry : boost::filesystem::directory_iterator(directory)) {
    count += entry.path().empty() ? 0 : 1;
  }
  return count;
}

TEST(Fault, ReadingFailsOrGivesTheBytes) {
  TemporaryDirectory directory;
  const std::string bytes(70000, 'b');
  directory.write("a/file", bytes);
  ASSERT_EQ(::symlink("a/file", directory.path("link").c_str()), 0);
  for (const char* path : {"a/file", "link"}) {
    for (const ReadCare care : {ReadCare::scan, ReadCare::careful}) {
      with_each_fault([&](const auto& guarded) {
        guarded([&] {
          const auto reader = disk_reader(directory.path());
          std::string buffer = "old";
          const ReadFailure failure =
              reader->read({path, care, 1 << 20, 0}, buffer);
          EXPECT_EQ(buffer, failure == ReadFailure::none ? bytes : "");
          OpenDirectory nearby;
          for (int i = 0; i < 2; ++i) {
            const ReadFailure again =
                reader->read({path, care, 1 << 20, 0, &nearby}, buffer);
            EXPECT_EQ(buffer, again == ReadFailure::none ? bytes : "");
          }
        });
      });
    }
  }
}

TEST(Fault, ListingFailsOrGivesAllNames) {
  TemporaryDirectory directory;
  for (int i = 0; i < 10; ++i) {
    directory.write("a/" + std::to_string(i), "");
  }
  with_each_fault([&](const auto& guarded) {
    guarded([&] {
      const auto reader = disk_reader(directory.path());
      std::vector<DirectoryEntry> entries(3);
      const ReadFailure failure = reader->list("a", entries);
      EXPECT_EQ(entries.size(), failure == ReadFailure::none ? 10u : 0u);
    });
  });
}

std::vector<std::string> paths(const FileList& list) {
  std::vector<std::string> result;
  for (const FileEntry& file : list.files()) {
    result.emplace_back(file.path);
  }
  return result;
}

bool is_incomplete(const FileList& list) {
  return std::any_of(
      list.problems().begin(),
      list.problems().end(),
      [](const FileListProblem& problem) { return problem.incomplete; });
}

// Errors that say that a file is not there cannot be told from the truth.
bool is_plain_absence(int error) {
  return error == ENOENT || error == ELOOP || error == EXDEV || error == EAGAIN;
}

void expect_same_or_incomplete(const TemporaryDirectory& directory) {
  const auto whole = list_files(*disk_reader(directory.path()), {});
  ASSERT_TRUE(whole);
  ASSERT_THAT(whole->problems(), testing::IsEmpty());
  const std::vector<std::string> expected = paths(*whole);
  for (const FaultCase& fault : all_faults) {
    bool reached = !is_plain_absence(fault.error);
    for (int n = 1; reached && n < 1000; ++n) {
      const FailingCalls calls(n, fault.error, fault.fault);
      {
        const auto reader = disk_reader(directory.path());
        const auto list = list_files(*reader, {});
        EXPECT_TRUE(!list || is_incomplete(*list) || paths(*list) == expected)
            << "call " << n << ", errno " << fault.error;
      }
      EXPECT_EQ(calls.open_descriptors(), 0) << n << ", " << fault.error;
      reached = calls.reached();
    }
  }
}

TEST(Fault, ListOfFilesIsTheSameOrIncomplete) {
  TemporaryDirectory directory;
  directory.write("a/b/file", "");
  directory.write("a/.gitignore", "*.log");
  directory.write("a/x.log", "");
  directory.write(".gitignore", "/out");
  directory.write("out/x", "");
  expect_same_or_incomplete(directory); // outside of git
  directory.write(".git/HEAD", "ref: refs/heads/main");
  directory.write(".git/objects/x", "");
  directory.write(".git/refs/x", "");
  directory.write(".git/info/exclude", "file");
  expect_same_or_incomplete(directory); // without an index
  std::string index("DIRC\0\0\0\2\0\0\0\1", 12);
  index.append(26, '\0').append("\x81\xA4").append(33, '\0');
  index.append("\5out/x\0\0\0\0\0", 11).append(20, '\0');
  directory.write(".git/index", index);
  const auto list = list_files(*disk_reader(directory.path()), {});
  ASSERT_THAT(paths(*list), testing::ElementsAre("out/x"));
  expect_same_or_incomplete(directory);
}

TEST(Fault, ReplacingFailsOrIsWhole) {
  TemporaryDirectory directory;
  const std::string before(5000, 'o');
  const std::string after(6000, 'n');
  with_each_fault([&](const auto& guarded) {
    directory.write("m/file", before);
    bool written = false;
    guarded([&] {
      const auto writer = disk_writer(directory.path());
      written = writer->replace("m/file", after, {&before}).has_value();
    });
    EXPECT_EQ(directory.read("m/file"), written ? after : before);
    EXPECT_EQ(count_names(directory.path("m")), 1u);
  });
}

TEST(Fault, WritingAReportFailsOrIsWhole) {
  TemporaryDirectory directory;
  const std::string after(6000, 'n');
  with_each_fault([&](const auto& guarded) {
    directory.write("r/file", "old");
    bool written = false;
    guarded([&] {
      const auto writer = disk_writer(directory.path());
      written =
          writer->write_report(directory.path("r/file"), after).has_value();
    });
    EXPECT_EQ(directory.read("r/file"), written ? after : "old");
    EXPECT_EQ(count_names(directory.path("r")), 1u);
  });
}

} // namespace
} // namespace migcheck
