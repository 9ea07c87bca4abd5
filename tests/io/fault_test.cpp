// Every call into the system fails once, in every way, for every operation.
#include "io/disk_reader.hpp"
#include "io/disk_writer.hpp"
#include "io/failing_calls.hpp"
#include "io/open_directory.hpp"
#include "io/temporary_directory.hpp"

#include <gtest/gtest.h>

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
