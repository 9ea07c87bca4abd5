// git itself, as the judge of what our readers of its files say.
#pragma once

#include "io/temporary_directory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace migcheck {

// Runs a command line in a directory and gives its standard output.
inline std::string
run_shell(const std::string& directory, const std::string& command) {
  const std::string line =
      "cd '" + directory +
      "' && unset GIT_DIR GIT_INDEX_FILE && "
      "export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null "
      "GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a "
      "GIT_COMMITTER_EMAIL=a@b; { " +
      command + " ; } 2>/dev/null";
  std::string output;
  FILE* pipe = ::popen(line.c_str(), "r");
  if (pipe == nullptr) {
    return output;
  }
  std::array<char, 4096> buffer{};
  std::size_t size = 0;
  while ((size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0) {
    output.append(buffer.data(), size);
  }
  ::pclose(pipe);
  return output;
}

// A test against git. Without git it is skipped with a message, but never in
// CI.
class GitTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!shell("git --version").empty()) {
      return;
    }
    const char* ci = std::getenv("CI");
    if (ci != nullptr && std::string(ci) == "true") {
      FAIL() << "git is not installed";
    }
    GTEST_SKIP() << "NOT TESTED: git is not installed";
  }

  std::string shell(const std::string& command) const {
    return run_shell(directory_.path(), command);
  }

  // The names in NUL-separated output, sorted.
  std::vector<std::string> names(const std::string& command) const {
    std::vector<std::string> result;
    const std::string output = shell(command);
    for (std::size_t at = 0; at < output.size();) {
      const std::size_t end = output.find('\0', at);
      result.push_back(output.substr(at, end - at));
      at = end == std::string::npos ? output.size() : end + 1;
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  TemporaryDirectory directory_;
};

} // namespace migcheck
