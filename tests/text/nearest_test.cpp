#include "text/nearest.hpp"

#include <gtest/gtest.h>

#include <array>

namespace migcheck {
namespace {

TEST(Nearest, CountsEdits) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("unknwon", "unknown"), 1u);
  EXPECT_EQ(edit_distance("Goose", "goose"), 0u);
}

TEST(Nearest, OffersOnlyWhatIsNear) {
  const std::array<std::string_view, 3> names = {
      "duplicate-version", "version-gap", "goose"};
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"goos", "goose"},
      {"duplicate-versions", "duplicate-version"},
      {"verison-gap", "version-gap"},
      {"flyway", ""},
      {"", ""}};
  for (const auto& [name, expected] : table) {
    EXPECT_EQ(nearest(name, names), expected) << name;
  }
  EXPECT_EQ(nearest(std::string(100, 'a'), names), "");
  EXPECT_EQ(did_you_mean("goos", names), ", did you mean \"goose\"?");
  EXPECT_EQ(did_you_mean("flyway", names), "");
}

} // namespace
} // namespace migcheck
