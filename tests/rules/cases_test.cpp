// Every rules/<rule>/cases/<situation>: the rule over input/ prints exactly
// expected.txt. UPDATE_GOLDENS=1 writes it. A file `in-git` puts the project
// into a git work tree. A folder `base` holds the tip of the base that it is
// compared with; what the branch was made from is the same, or `merge-base`. A
// folder `topic` holds another branch.
#include "rules/project_in_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace migcheck {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string rule;
  std::string situation;
  std::string folder;
};

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  const fs::path rules = fs::path(MIGCHECK_SOURCE_DIR) / "rules";
  for (const auto& rule : fs::directory_iterator(rules)) {
    if (!fs::exists(rule.path() / "cases")) {
      continue;
    }
    for (const auto& entry : fs::directory_iterator(rule.path() / "cases")) {
      cases.push_back(
          {rule.path().filename().string(),
           entry.path().filename().string(),
           entry.path().string()});
    }
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) {
    return a.folder < b.folder;
  });
  return cases;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

void PrintTo(const Case& which, std::ostream* out) {
  *out << which.rule << "/" << which.situation;
}

class Cases : public testing::TestWithParam<Case> {};

TEST_P(Cases, PrintWhatIsExpected) {
  const Case& which = GetParam();
  std::vector<std::string> arguments = {
      "check",
      "--select",
      which.rule,
      "--quiet",
      "--no-annotations",
      "--today",
      "2026-01-15"};
  for (std::string& line : lines_of(bytes_of(which.folder + "/args"))) {
    arguments.push_back(std::move(line));
  }
  const auto files = files_below(which.folder + "/input");
  ASSERT_FALSE(files.empty()) << which.folder << "/input is empty";
  const InGit in_git =
      fs::exists(which.folder + "/in-git") ? InGit::yes : InGit::no;
  const BaseFiles base{
      files_below(which.folder + "/base"),
      files_below(which.folder + "/merge-base"),
      files_below(which.folder + "/topic")};
  const Ran ran =
      run_in_memory(files, arguments, in_git, base.empty() ? nullptr : &base);
  const std::string golden = which.folder + "/expected.txt";
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    std::ofstream(golden, std::ios::binary) << ran.out;
    return;
  }
  ASSERT_TRUE(fs::exists(golden)) << golden << " is missing";
  EXPECT_EQ(ran.out, bytes_of(golden)) << ran.error;
}

std::string test_name(const testing::TestParamInfo<Case>& which) {
  std::string name = which.param.rule + "__" + which.param.situation;
  std::replace_if(
      name.begin(),
      name.end(),
      [](char c) { return c != '_' && std::isalnum(c) == 0; },
      '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Cases, testing::ValuesIn(all_cases()), test_name);

} // namespace
} // namespace migcheck
