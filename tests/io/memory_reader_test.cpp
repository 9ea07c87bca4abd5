#include "io/memory_reader.hpp"
#include "io/memory_writer.hpp"
#include "io/open_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace migcheck {
namespace {

using testing::UnorderedElementsAre;

ReadFailure try_read(
    const FileReader& reader,
    std::string_view path,
    ReadCare care = ReadCare::careful) {
  std::string buffer;
  return reader.read({path, care, 10}, buffer);
}

TEST(MemoryReader, ReadsWhatWasAdded) {
  const MemoryReader reader{{"a/b.sql", "select 1"}};
  std::string buffer = "old";
  EXPECT_EQ(reader.read({"a/b.sql"}, buffer), ReadFailure::none);
  EXPECT_EQ(buffer, "select 1");
}

TEST(MemoryReader, FailsAsADiskWould) {
  MemoryReader reader{{"d/file", "1"}, {"d/large", "12345678901"}};
  reader.add_link("good", "d/file");
  reader.add_link("d/up", "../good");
  reader.add_link("dangling", "nothing");
  reader.add_link("circle", "circle");
  reader.add_link("away", "../x");
  reader.add_link("absolute", "/etc/passwd");
  reader.add_link("linked", "d");
  reader.add_odd("pipe");
  reader.add_failing("secret", ReadFailure::denied);
  const std::pair<const char*, ReadFailure> cases[] = {
      {"d/file", ReadFailure::none},
      {"good", ReadFailure::none},
      {"d/up", ReadFailure::none},
      {"d/large", ReadFailure::too_large},
      {"nothing", ReadFailure::missing},
      {"d", ReadFailure::not_regular},
      {"pipe", ReadFailure::not_regular},
      {"linked", ReadFailure::not_regular},
      {"linked/file", ReadFailure::bad_link},
      {"dangling", ReadFailure::bad_link},
      {"circle", ReadFailure::bad_link},
      {"away", ReadFailure::outside_root},
      {"absolute", ReadFailure::outside_root},
      {"secret", ReadFailure::denied},
  };
  for (const auto& [path, failure] : cases) {
    EXPECT_EQ(try_read(reader, path), failure) << path;
  }
  EXPECT_EQ(try_read(reader, "good", ReadCare::scan), ReadFailure::not_regular);
}

TEST(MemoryReader, StampsFilesByTheirBytes) {
  MemoryReader reader{{"a", "1"}, {"b", "1"}, {"c", "2"}, {"d/e", ""}};
  reader.add_link("l", "a");
  OpenDirectory nearby;
  const auto stamp = [&](const char* path) {
    return reader.stamp(path, nearby);
  };
  EXPECT_TRUE(stamp("a").known);
  EXPECT_EQ(stamp("a"), stamp("b"));
  EXPECT_NE(stamp("a"), stamp("c"));
  for (const char* path : {"l", "d", "nothing", "l/x"}) {
    EXPECT_FALSE(stamp(path).known) << path;
  }
  FileStamp read;
  std::string buffer;
  ReadRequest request;
  request.path = "c";
  request.stamp = &read;
  EXPECT_EQ(reader.read(request, buffer), ReadFailure::none);
  EXPECT_EQ(read, stamp("c"));
}

TEST(MemoryReader, ListsOneLevel) {
  MemoryReader reader{{"a/b/c", ""}, {"a/b.x", ""}, {"a/d", ""}, {"e", ""}};
  reader.add_link("a/l", "..");
  std::vector<DirectoryEntry> entries;
  ASSERT_EQ(reader.list("a", entries), ReadFailure::none);
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : entries) {
    names.push_back(
        entry.name + " " + std::to_string(static_cast<int>(entry.kind)));
  }
  EXPECT_THAT(names, UnorderedElementsAre("b 1", "b.x 0", "d 0", "l 2"));
  ASSERT_EQ(reader.list("", entries), ReadFailure::none);
  EXPECT_EQ(entries.size(), 2u);
  EXPECT_EQ(reader.list("a/l", entries), ReadFailure::bad_link);
  EXPECT_EQ(reader.list("x", entries), ReadFailure::missing);
  EXPECT_EQ(reader.list("e", entries), ReadFailure::not_regular);
}

TEST(MemoryWriter, HoldsTheGuard) {
  MemoryWriter writer;
  EXPECT_TRUE(writer.replace("a", "1", {}));
  EXPECT_FALSE(writer.replace("a", "2", {}));
  const std::string old = "1";
  const std::string other = "0";
  EXPECT_FALSE(writer.replace("a", "2", {&other, false}));
  EXPECT_TRUE(writer.replace("a", "2", {&old, false}));
  EXPECT_TRUE(writer.replace("a", "3", {nullptr, true}));
  EXPECT_EQ(writer.files["a"], "3");
}

} // namespace
} // namespace migcheck
