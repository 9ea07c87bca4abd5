// The pages that users read: their headings, and their examples, which are
// run: what stands under Flagged is found, what stands under Clean is not.
#include "check/rule_table.hpp"
#include "rules/project_in_memory.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace migcheck {
namespace {

const std::vector<std::string> headings = {
    "What it finds",
    "Why it matters",
    "Flagged",
    "Clean",
    "How to fix",
    "Fix safety",
    "Settings"};

// Heading -> the lines below it.
std::map<std::string, std::vector<std::string>>
sections_of(std::string_view page) {
  std::map<std::string, std::vector<std::string>> sections;
  std::string heading;
  std::istringstream lines{std::string(page)};
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("## ", 0) == 0) {
      heading = line.substr(3);
      sections[heading];
    } else if (!heading.empty()) {
      sections[heading].push_back(line);
    }
  }
  return sections;
}

// A line of one path in backticks, then a fenced block: one file.
std::map<std::string, std::string>
files_of(const std::vector<std::string>& lines) {
  std::map<std::string, std::string> files;
  std::string path;
  bool inside = false;
  for (const std::string& line : lines) {
    if (line.rfind("```", 0) == 0) {
      inside = !inside && !path.empty();
      if (inside) {
        files[path];
      } else {
        path.clear();
      }
    } else if (inside) {
      files[path] += line + "\n";
    } else if (line.size() > 2 && line[0] == '`' && line.back() == '`') {
      path = line.substr(1, line.size() - 2);
    }
  }
  return files;
}

// Takes the files out that stand at another commit: `origin/main:a.sql`.
std::map<std::string, std::string> take_commit(
    const std::string& name, std::map<std::string, std::string>& files) {
  std::map<std::string, std::string> taken;
  for (const auto& [path, text] : files) {
    if (path.starts_with(name + ":")) {
      taken[path.substr(name.size() + 1)] = text;
    }
  }
  std::erase_if(files, [&](const auto& file) {
    return file.first.starts_with(name + ":");
  });
  return taken;
}

class Pages : public testing::TestWithParam<std::string> {};

TEST_P(Pages, HaveTheirHeadings) {
  const auto sections = sections_of(rule_page(GetParam()));
  for (const std::string& heading : headings) {
    EXPECT_TRUE(sections.contains(heading)) << "no heading: " << heading;
  }
}

TEST_P(Pages, ExamplesDoWhatTheySay) {
  const std::string rule = GetParam();
  const auto sections = sections_of(rule_page(rule));
  for (const std::string heading : {"Flagged", "Clean"}) {
    const auto found = sections.find(heading);
    ASSERT_NE(found, sections.end());
    auto files = files_of(found->second);
    const BaseFiles base{
        take_commit("origin/main", files),
        take_commit("merge-base", files),
        take_commit("origin/topic", files)};
    if (files.empty()) {
      // Bytes that Markdown cannot show: the page says so in words.
      EXPECT_FALSE(found->second.empty()) << heading;
      continue;
    }
    const Ran ran = run_in_memory(
        files,
        {"check", "--select", rule, "--quiet", "--no-annotations"},
        InGit::no,
        base.empty() ? nullptr : &base);
    const bool flagged = ran.out.find("[" + rule + "]") != std::string::npos;
    EXPECT_EQ(flagged, heading == "Flagged") << heading << "\n"
                                             << ran.out << ran.error;
  }
}

std::vector<std::string> rules_with_pages() {
  std::vector<std::string> names;
  for (const RulePage& page : page_table()) {
    names.emplace_back(page.rule);
  }
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& which) {
  std::string name = which.param;
  for (char& c : name) {
    c = c == '-' ? '_' : c;
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Pages, testing::ValuesIn(rules_with_pages()), test_name);

TEST(RuleTable, EveryRuleHasAPage) {
  for (const RuleInfo* info : all_rule_infos()) {
    EXPECT_FALSE(rule_page(info->name).empty()) << info->name;
  }
}

} // namespace
} // namespace migcheck
