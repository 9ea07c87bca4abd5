#include "report/shown.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Shown, SaysWhatIsSuppressedAndWhy) {
  Summary summary;
  summary.suppressed = 3;
  EXPECT_EQ(suppressed(summary), "3 suppressed");
  summary.on_base = 2;
  EXPECT_EQ(suppressed(summary), "3 suppressed (2 of them on the base too)");
}

} // namespace
} // namespace migcheck
