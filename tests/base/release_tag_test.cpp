#include "base/release_tag.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace migcheck {
namespace {

TEST(ReleaseTag, IsAVersionWithoutMore) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"v1.2.3", "1.2.3"},
      {"1.2.3", "1.2.3"},
      {"V1.2", "1.2"},
      {"v1.2.3.4", "1.2.3.4"},
      {"v1.2.3+build.7", "1.2.3"},
      {"2024.01.15", "2024.01.15"},
      {"v1", "-"},
      {"v1.2.3.4.5", "-"},
      {"v2.0.0-rc.1", "-"},
      {"v2.0.0rc1", "-"},
      {"v1.", "-"},
      {"v1..2", "-"},
      {"release-1.2.3", "-"},
      {"api/v1.2.3", "-"},
      {"v", "-"},
      {"", "-"}};
  for (const auto& [tag, expected] : table) {
    EXPECT_EQ(release_version(tag).value_or("-"), expected) << tag;
  }
}

TEST(ReleaseTag, IsTheHighestNumber) {
  using Tags = std::vector<std::string>;
  const std::vector<std::pair<Tags, std::string>> table = {
      {{}, ""},
      {{"nightly", "v3.0.0-rc.1"}, ""},
      {{"v1.9.0", "v1.10.0", "v1.2.0"}, "v1.10.0"},
      {{"v2.0.0-rc.1", "v1.10.0"}, "v1.10.0"},
      {{"v2", "v1.1"}, "v1.1"},
      {{"v1.0", "1.0.0"}, "1.0.0"},
      {{"v99999999999999999999.1", "v1.1"}, "v99999999999999999999.1"},
      {{"v0.0", "v0.0.0"}, "v0.0"}};
  for (const auto& [tags, expected] : table) {
    EXPECT_EQ(latest_release(tags), expected);
  }
}

} // namespace
} // namespace migcheck
