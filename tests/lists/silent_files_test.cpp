#include "lists/silent_files.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace migcheck::lists {
namespace {

constexpr std::uint64_t fingerprint = 0x1234;
constexpr std::size_t header_size = 64;

std::vector<std::uint64_t> random_keys(std::size_t count) {
  std::mt19937_64 random(count);
  std::vector<std::uint64_t> keys(count);
  for (std::uint64_t& key : keys) {
    key = random();
  }
  return keys;
}

TEST(SilentFiles, HoldWhatWasWritten) {
  for (const std::size_t count : {0, 1, 2, 3, 64, 1000, 100000}) {
    const std::vector<std::uint64_t> keys = random_keys(count);
    const SilentFiles files(silent_files_text(keys, fingerprint), fingerprint);
    EXPECT_EQ(files.empty(), count == 0);
    for (const std::uint64_t key : keys) {
      ASSERT_TRUE(files.contains(key)) << count;
      ASSERT_FALSE(files.contains(key + 1)) << count;
    }
  }
}

TEST(SilentFiles, TakeAThirdMoreThanTheirKeys) {
  EXPECT_EQ(silent_files_text({}, fingerprint).size(), header_size + 8);
  EXPECT_EQ(
      silent_files_text(random_keys(100), fingerprint).size(),
      header_size + 151 * 8);
}

// All of them want the same slot.
TEST(SilentFiles, StayBoundedWhereKeysCollide) {
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 1; i <= 100000; ++i) {
    keys.push_back(std::numeric_limits<std::uint64_t>::max() - i);
  }
  const SilentFiles files(silent_files_text(keys, fingerprint), fingerprint);
  EXPECT_TRUE(files.contains(keys[0]));
  EXPECT_TRUE(files.contains(keys[255]));
  EXPECT_FALSE(files.contains(keys[256]));
  EXPECT_FALSE(files.contains(5));
}

TEST(SilentFiles, HoldNothingInOtherBytes) {
  const std::vector<std::uint64_t> keys = random_keys(100);
  const std::string good = silent_files_text(keys, fingerprint);
  EXPECT_TRUE(SilentFiles(good, fingerprint + 1).empty());
  EXPECT_TRUE(SilentFiles("", fingerprint).empty());
  EXPECT_TRUE(SilentFiles().empty());
  EXPECT_FALSE(SilentFiles().contains(keys[0]));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_TRUE(SilentFiles(good.substr(0, size), fingerprint).empty());
  }
  EXPECT_TRUE(SilentFiles(good + std::string(8, '\0'), fingerprint).empty());
  for (std::size_t at = 0; at < header_size; ++at) {
    std::string other = good;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_TRUE(SilentFiles(other, fingerprint).empty()) << at;
  }
}

TEST(SilentFiles, LookNowhereElseInDamagedTables) {
  std::mt19937 random(7);
  const std::vector<std::uint64_t> keys = random_keys(300);
  for (int round = 0; round < 100; ++round) {
    std::string bytes = silent_files_text(keys, fingerprint);
    for (std::size_t at = header_size; at < bytes.size(); ++at) {
      bytes[at] = static_cast<char>(random() % 256);
    }
    const SilentFiles files(bytes, fingerprint);
    for (const std::uint64_t key : keys) {
      EXPECT_FALSE(files.contains(key));
    }
  }
}

} // namespace
} // namespace migcheck::lists
