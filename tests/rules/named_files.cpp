#include "named_files.hpp"

#include "discover/directories.hpp"
#include "io/memory_reader.hpp"
#include "rule_findings.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace migcheck {

std::vector<Diagnostic> check(std::string_view rule, const NamedFiles& input) {
  std::map<std::string, std::string> files;
  for (const std::string& path : input.paths) {
    files[path] = "CREATE TABLE a (id int);\n";
  }
  const MemoryReader reader(files);
  std::vector<FileEntry> entries;
  for (const auto& [path, text] : files) {
    entries.push_back({.path = path});
  }
  Config config;
  if (!input.wanted.path.empty()) {
    config.directories.push_back(input.wanted);
  }
  auto found = find_directories_in(entries, reader, config);
  EXPECT_TRUE(found) << found.error().message;
  Project project;
  project.config = &config;
  project.today = {2026, 1, 15};
  project.directories = std::move(found->directories);
  project.lockfiles.resize(project.directories.size());
  if (!input.locked.empty()) {
    project.lockfiles.at(0).present = true;
    project.lockfiles.at(0).lines = input.locked;
  }
  return findings_of(rule, project);
}

Names show(const std::vector<Diagnostic>& diagnostics) {
  Names lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines.push_back(
        std::string(severity_name(diagnostic.severity)) + " " +
        printable(diagnostic.location.path) + ": " + diagnostic.message);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void expect_all(std::string_view rule, const std::vector<NamesCase>& cases) {
  for (const NamesCase& c : cases) {
    NamedFiles input;
    for (const std::string& name : c.names) {
      input.paths.push_back("migrations/" + name);
    }
    EXPECT_EQ(show(check(rule, input)), c.expected) << rule << ": " << c.what;
  }
}

Names numbered(int first, int last) {
  Names names;
  for (int i = first; i <= last; ++i) {
    std::string digits = std::to_string(i);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    names.push_back(digits + "_x.sql");
  }
  return names;
}

Names plus(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

} // namespace migcheck
