#include "io/file_stamp.hpp"

#include <gtest/gtest.h>

#include <set>

namespace migcheck {
namespace {

TEST(StampKey, DiffersWithEachPart) {
  const FileStamp stamp{true, 1, 2, 3, 4};
  std::set<std::uint64_t> keys = {stamp_key("a.go", stamp, 0)};
  EXPECT_EQ(stamp_key("a.go", stamp, 0), *keys.begin());
  keys.insert(stamp_key("a.gp", stamp, 0));
  keys.insert(stamp_key("a.go", stamp, 1));
  for (const FileStamp& other :
       {FileStamp{true, 2, 2, 3, 4},
        FileStamp{true, 1, 3, 3, 4},
        FileStamp{true, 1, 2, 4, 4},
        FileStamp{true, 1, 2, 3, 5}}) {
    keys.insert(stamp_key("a.go", other, 0));
  }
  EXPECT_EQ(keys.size(), 7u);
  FileStamp large = stamp;
  large.number += std::uint64_t{1} << 32;
  EXPECT_TRUE(keys.contains(stamp_key("a.go", large, 0)))
      << "git's index has 32 bits of it";
}

} // namespace
} // namespace migcheck
