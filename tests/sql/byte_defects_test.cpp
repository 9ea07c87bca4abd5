#include "sql/byte_defects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace migcheck::sql {
namespace {

bool has(const ByteReport& report, ByteDefect kind) {
  return std::any_of(
      report.defects.begin(), report.defects.end(), [kind](const auto& defect) {
        return defect.kind == kind;
      });
}

// Bytes are examined eight at a time: each value at each place, and in texts
// of each length.
TEST(ExamineBytes, SeesEveryByteAtEveryPlace) {
  for (std::size_t size = 1; size <= 24; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (unsigned byte = 0; byte < 0x80; ++byte) {
        std::string text(size, 'a');
        text[at] = static_cast<char>(byte);
        const ByteReport report = examine_bytes(text);
        const bool blank =
            byte == '\t' || byte == '\f' || byte == '\n' || byte == '\r';
        const bool control = (byte < 0x20 && byte > 0 && !blank) || byte == 127;
        ASSERT_EQ(report.lf, byte == '\n' ? 1u : 0u) << byte;
        ASSERT_EQ(report.cr, byte == '\r' ? 1u : 0u) << byte;
        ASSERT_EQ(has(report, ByteDefect::nul_byte), byte == 0) << byte;
        ASSERT_EQ(has(report, ByteDefect::control_character), control) << byte;
      }
      std::string text(size, 'a');
      text[at] = '\xFF';
      ASSERT_TRUE(has(examine_bytes(text), ByteDefect::not_utf8));
    }
  }
}

TEST(ExamineBytes, CountsLineFeeds) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto left = random() % 60; left > 0; --left) {
      text += "\n\n\x0B\x09 a~Z"[random() % 8];
    }
    const auto lines = std::count(text.begin(), text.end(), '\n');
    ASSERT_EQ(examine_bytes(text).lf, static_cast<std::uint32_t>(lines));
  }
}

} // namespace
} // namespace migcheck::sql
