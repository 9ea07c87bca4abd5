// Holds the picture of ARCHITECTURE.md: who may include whom, and that disk,
// clock, environment and streams stay in io/ and main.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace migcheck {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path; // below the project's root
  std::string text;
};

std::vector<Source> sources_below(const std::string& folder) {
  const fs::path root = MIGCHECK_SOURCE_DIR;
  std::vector<Source> sources;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".hpp") {
      continue;
    }
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    sources.push_back({fs::relative(entry.path(), root).string(), text.str()});
  }
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) {
    return a.path < b.path;
  });
  return sources;
}

// "checker/lists/intent.cpp" -> "lists"; files of checker/ itself -> "top".
std::string folder_of(const std::string& path) {
  const std::size_t begin = path.find('/') + 1;
  const std::size_t end = path.find('/', begin);
  return end == std::string::npos ? "top" : path.substr(begin, end - begin);
}

std::vector<std::string> own_includes(const std::string& text) {
  std::vector<std::string> includes;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("#include \"", 0) == 0) {
      const std::size_t end = line.find('"', 10);
      includes.push_back(line.substr(10, end - 10));
    }
  }
  return includes;
}

// Headers that hold nothing but plain types: any folder above `text` may use
// them.
const std::set<std::string> leaf_headers = {
    "layouts/layout.hpp", "sql/dialect.hpp"};

const std::set<std::string> data_folders = {
    "text", "diagnostic", "io", "config", "model", "layouts", "sql"};

std::set<std::string>
with(std::set<std::string> base, const std::set<std::string>& more) {
  base.insert(more.begin(), more.end());
  return base;
}

std::map<std::string, std::set<std::string>> allowed() {
  const std::set<std::string> base = {"text", "diagnostic", "io"};
  std::map<std::string, std::set<std::string>> table;
  table["text"] = {};
  table["diagnostic"] = {"text"};
  table["io"] = {"text", "diagnostic"};
  table["config"] = base;
  table["layouts"] = {"text", "diagnostic"};
  table["model"] = with(base, {"config", "layouts"});
  table["discover"] = with(base, {"config", "layouts", "model", "sql"});
  table["sql"] = with(base, {"config", "layouts", "model", "discover"});
  table["ddl"] = with(base, {"config", "model", "sql"});
  table["lists"] =
      with(base, {"config", "layouts", "model", "discover", "sql"});
  table["runs"] =
      with(base, {"config", "layouts", "model", "discover", "sql", "lists"});
  table["copies"] = with(base, {"model", "discover", "sql", "ddl", "lists"});
  table["lock"] = with(base, {"config", "layouts", "model", "sql"});
  table["base"] =
      with(base, {"config", "layouts", "model", "discover", "sql", "lock"});
  table["journals"] = with(base, {"config", "layouts", "model", "discover"});
  table["stored"] = with(base, {"config", "discover", "base"});
  table["schema"] = with(base, {"config", "layouts", "model", "sql"});
  table["check"] = with(base, {"config", "model", "layouts"});
  table["report"] = with(
      base,
      {"config", "model", "layouts", "check", "discover", "lists", "schema"});
  const std::set<std::string> all = {
      "text",   "diagnostic", "io",    "config", "layouts",
      "model",  "discover",   "sql",   "lists",  "runs",
      "copies", "lock",       "base",  "stored", "ddl",
      "schema", "journals",   "check", "report", "top"};
  table["top"] = with(all, {"cli"});
  table["cli"] = all;
  return table;
}

TEST(Architecture, FoldersIncludeOnlyWhatStandsBelowThem) {
  const auto table = allowed();
  std::vector<std::string> wrong;
  for (const Source& source : sources_below("checker")) {
    const std::string folder = folder_of(source.path);
    ASSERT_TRUE(table.contains(folder)) << "a new folder: " << source.path;
    for (const std::string& include : own_includes(source.text)) {
      const std::size_t slash = include.find('/');
      const std::string target =
          slash == std::string::npos ? "top" : include.substr(0, slash);
      if (target != folder && !leaf_headers.contains(include) &&
          !table.at(folder).contains(target)) {
        wrong.push_back(source.path + " includes " + include);
      }
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

TEST(Architecture, NobodyIncludesTheCommandLine) {
  std::vector<std::string> wrong;
  for (const Source& source : sources_below("checker")) {
    if (folder_of(source.path) == "cli" || source.path == "checker/main.cpp") {
      continue;
    }
    for (const std::string& include : own_includes(source.text)) {
      if (include.rfind("cli/", 0) == 0) {
        wrong.push_back(source.path + " includes " + include);
      }
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

TEST(Architecture, RulesLookAtTheModelOnly) {
  const std::set<std::string> folders = {
      "check",
      "text",
      "diagnostic",
      "model",
      "config",
      "layouts",
      "sql",
      "schema",
      "lock"};
  std::vector<std::string> wrong;
  for (const Source& source : sources_below("rules")) {
    for (const std::string& include : own_includes(source.text)) {
      if (!folders.contains(include.substr(0, include.find('/')))) {
        wrong.push_back(source.path + " includes " + include);
      }
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

TEST(Architecture, OutsideWorldStaysInIo) {
  const std::vector<std::string> forbidden = {
      "<iostream>",
      "<fstream>",
      "<filesystem>",
      "<regex>",
      "<unistd.h>",
      "<fcntl.h>",
      "<sys/stat.h>",
      "<dirent.h>",
      "getenv(",
      "std::cout",
      "std::cerr",
      "system_clock",
      "fopen(",
      "<locale>",
      "boost/filesystem",
      "time(nullptr"};
  std::vector<std::string> wrong;
  std::vector<Source> sources = sources_below("checker");
  for (Source& rule : sources_below("rules")) {
    sources.push_back(std::move(rule));
  }
  for (const Source& source : sources) {
    if (source.path.rfind("checker/io/", 0) == 0 ||
        source.path == "checker/main.cpp") {
      continue;
    }
    for (const std::string& word : forbidden) {
      if (source.text.find(word) != std::string::npos) {
        wrong.push_back(source.path + " uses " + word);
      }
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

TEST(Architecture, EngineNamesNoRule) {
  std::vector<std::string> rules;
  const fs::path root = MIGCHECK_SOURCE_DIR;
  for (const auto& entry : fs::directory_iterator(root / "rules")) {
    if (fs::exists(entry.path() / "rule.cpp")) {
      rules.push_back('"' + entry.path().filename().string() + '"');
    }
  }
  ASSERT_FALSE(rules.empty());
  std::vector<std::string> wrong;
  for (const Source& source : sources_below("checker")) {
    for (const std::string& rule : rules) {
      if (source.text.find(rule) != std::string::npos) {
        wrong.push_back(source.path + " names " + rule);
      }
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

TEST(Architecture, EveryRuleHasAPageAndTwoCases) {
  const fs::path root = MIGCHECK_SOURCE_DIR;
  std::vector<std::string> wrong;
  for (const auto& entry : fs::directory_iterator(root / "rules")) {
    if (!fs::exists(entry.path() / "rule.cpp")) {
      continue;
    }
    int flagged = 0;
    int clean = 0;
    const fs::path cases = entry.path() / "cases";
    if (fs::exists(cases)) {
      for (const auto& situation : fs::directory_iterator(cases)) {
        const fs::path expected = situation.path() / "expected.txt";
        if (fs::exists(expected)) {
          ++(fs::file_size(expected) > 0 ? flagged : clean);
        }
      }
    }
    if (flagged == 0 || clean == 0 || !fs::exists(entry.path() / "rule.md")) {
      wrong.push_back(entry.path().filename().string());
    }
  }
  EXPECT_EQ(wrong, std::vector<std::string>{});
}

} // namespace
} // namespace migcheck
