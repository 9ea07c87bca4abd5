#include "io/record_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace migcheck {
namespace {

constexpr std::uint64_t fingerprint = 0x1234;

// The record of a key, of any length down to none.
std::string record_of(std::uint64_t key) {
  return std::string(key % 50, static_cast<char>('a' + key % 26));
}

LearnedRecords random_records(std::size_t count) {
  std::mt19937_64 random(count);
  LearnedRecords learned;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t key = random() | 1;
    learned.fresh.emplace_back(key, record_of(key));
  }
  return learned;
}

RecordStore store_of(const LearnedRecords& learned) {
  return {record_store_text({}, learned, fingerprint), fingerprint};
}

TEST(RecordStore, HoldsWhatWasWritten) {
  for (const std::size_t count : {0, 1, 2, 3, 64, 20000}) {
    const LearnedRecords learned = random_records(count);
    const RecordStore store = store_of(learned);
    EXPECT_EQ(store.empty(), count == 0);
    EXPECT_EQ(store.find(0).data(), nullptr);
    for (const auto& [key, record] : learned.fresh) {
      ASSERT_EQ(store.find(key), record) << count;
      ASSERT_EQ(store.find(key - 1).data(), nullptr) << count;
    }
  }
}

TEST(RecordStore, KeepsWhatWasUsedAndForgetsTheRest) {
  const RecordStore old =
      store_of({{}, {{1, "one"}, {2, "two"}, {3, "three"}}});
  const LearnedRecords used = {{3, 1}, {{7, "seven"}, {1, "one"}}};
  const RecordStore now(record_store_text(old, used, fingerprint), fingerprint);
  EXPECT_EQ(now.find(1), "one");
  EXPECT_EQ(now.find(2).data(), nullptr);
  EXPECT_EQ(now.find(3), "three");
  EXPECT_EQ(now.find(7), "seven");
}

TEST(RecordStore, HasTheSameBytesForAnyOrder) {
  LearnedRecords learned = random_records(100);
  const std::string bytes = record_store_text({}, learned, fingerprint);
  std::reverse(learned.fresh.begin(), learned.fresh.end());
  EXPECT_EQ(record_store_text({}, learned, fingerprint), bytes);
}

TEST(RecordStore, HoldsNothingInOtherBytes) {
  const LearnedRecords learned = random_records(20);
  const std::string good = record_store_text({}, learned, fingerprint);
  EXPECT_TRUE(RecordStore(good, fingerprint + 1).empty());
  EXPECT_TRUE(RecordStore("", fingerprint).empty());
  EXPECT_TRUE(RecordStore(good + ' ', fingerprint).empty());
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_TRUE(RecordStore(good.substr(0, at), fingerprint).empty()) << at;
    std::string other = good;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_TRUE(RecordStore(other, fingerprint).empty()) << at;
  }
}

TEST(RecordStore, PutsPartsTogether) {
  LearnedRecords all = {{1}, {{2, "two"}}};
  append({{3}, {{4, "four"}}}, all);
  EXPECT_EQ(all.known, (std::vector<std::uint64_t>{1, 3}));
  ASSERT_EQ(all.fresh.size(), 2u);
  EXPECT_EQ(all.fresh[1].second, "four");
}

} // namespace
} // namespace migcheck
