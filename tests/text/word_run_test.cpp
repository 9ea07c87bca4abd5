#include "text/word_run.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

// One byte at a time, as the contract has it.
std::size_t slow_end(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_letter(text[at]) || is_digit(text[at]) || text[at] == '_')) {
    ++at;
  }
  return at;
}

TEST(WordRun, StopsAtEveryByteThatIsNoPartOfAWord) {
  for (int byte = 0; byte < 256; ++byte) {
    for (const std::size_t place : {0u, 1u, 7u, 15u, 16u, 17u, 31u}) {
      std::string text(40, 'x');
      text[place] = static_cast<char>(byte);
      EXPECT_EQ(word_run_end(text, 0), slow_end(text, 0))
          << byte << " at " << place;
    }
  }
}

TEST(WordRun, GoesToTheEndOfTheText) {
  for (std::size_t size = 0; size < 50; ++size) {
    const std::string text(size, '_');
    EXPECT_EQ(word_run_end(text, 0), size);
    EXPECT_EQ(word_run_end(text, size), size);
  }
}

} // namespace
} // namespace migcheck
