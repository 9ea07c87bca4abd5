#include "io/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace migcheck {
namespace {

TEST(Parallel, CoversEveryItemOnce) {
  for (const unsigned threads : {1u, 2u, 7u}) {
    for (const std::size_t items : {0u, 1u, 255u, 256u, 257u, 1000u}) {
      std::vector<std::atomic<int>> seen(items);
      for_each_chunk(
          items,
          threads,
          256,
          [&](unsigned worker, std::size_t begin, std::size_t end) {
            EXPECT_LT(worker, threads);
            EXPECT_LE(end - begin, 256u);
            for (std::size_t i = begin; i < end; ++i) {
              ++seen[i];
            }
          });
      for (const auto& count : seen) {
        EXPECT_EQ(count, 1);
      }
    }
  }
}

TEST(Parallel, HandsAnExceptionToTheCaller) {
  const auto work = [](unsigned, std::size_t begin, std::size_t) {
    if (begin == 5) {
      throw std::runtime_error("five");
    }
  };
  EXPECT_THROW(for_each_chunk(9, 2, 1, work), std::runtime_error);
}

TEST(Parallel, CountsThreads) {
  EXPECT_EQ(thread_count(3, 1), 3u);
  EXPECT_EQ(thread_count(0, 1499), 1u);
  EXPECT_GE(thread_count(0, 1500), 1u);
  EXPECT_LE(thread_count(0, 1000000), 8u);
}

} // namespace
} // namespace migcheck
