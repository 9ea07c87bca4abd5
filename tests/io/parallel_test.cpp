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

TEST(Parallel, KeepsNothingFromCallToCall) {
  for (std::size_t round = 0; round < 500; ++round) {
    std::atomic<std::size_t> sum = 0;
    for_each_chunk(
        7,
        static_cast<unsigned>(1 + round % 5),
        1,
        [&](unsigned, std::size_t begin, std::size_t) { sum += begin; });
    EXPECT_EQ(sum, 21u);
  }
}

TEST(Parallel, WorksInsideOfWork) {
  std::atomic<int> count = 0;
  for_each_chunk(4, 2, 1, [&](unsigned, std::size_t, std::size_t) {
    for_each_chunk(10, 4, 1, [&](unsigned worker, std::size_t, std::size_t) {
      EXPECT_LT(worker, 4u);
      ++count;
    });
  });
  EXPECT_EQ(count, 40);
}

TEST(Parallel, GoesOnAfterAnException) {
  for (int round = 0; round < 20; ++round) {
    EXPECT_THROW(
        for_each_chunk(
            50,
            3,
            1,
            [](unsigned, std::size_t begin, std::size_t) {
              if (begin % 10 == 9) {
                throw std::runtime_error("nine");
              }
            }),
        std::runtime_error);
  }
}

TEST(Parallel, CountsThreads) {
  EXPECT_EQ(thread_count(3, 1), 3u);
  EXPECT_EQ(thread_count(0, 1499), 1u);
  EXPECT_GE(thread_count(0, 1500), 1u);
  EXPECT_LE(thread_count(0, 1000000), 8u);
}

} // namespace
} // namespace migcheck
