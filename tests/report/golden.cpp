#include "report/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace migcheck {

void expect_golden(std::string_view name, const std::string& actual) {
  const std::string path =
      std::string(MIGCHECK_SOURCE_DIR "/tests/report/golden/") +
      std::string(name);
  if (const char* update = std::getenv("UPDATE_GOLDENS");
      update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream expected;
  expected << stream.rdbuf();
  EXPECT_EQ(actual, expected.str()) << path;
}

} // namespace migcheck
