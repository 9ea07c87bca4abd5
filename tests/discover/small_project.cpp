#include "small_project.hpp"

#include <gtest/gtest.h>

namespace migcheck {

SmallProject::SmallProject(Files with) : files(std::move(with)), reader(files) {
  for (const auto& [path, text] : files) {
    entries.push_back({.path = path});
  }
}

Result<Discovered> SmallProject::find(const Config& config) const {
  return find_directories_in(entries, reader, config);
}

Files plain(const std::vector<std::string>& paths) {
  Files files;
  for (const std::string& path : paths) {
    files[path] = create;
  }
  return files;
}

namespace {

std::string show_one(const MigrationDirectory& directory) {
  std::string text = directory.path + " " +
                     std::string(layout(directory.layout).name) + " " +
                     std::string(dialect_name(directory.dialect)) + ":";
  for (const Migration& migration : directory.migrations) {
    text += " " + migration.entry;
    text += migration.down.empty() ? "" : "+down";
    text += migration.direction == Direction::down ? "(down)" : "";
    text += migration.unlisted ? "(unlisted)" : "";
  }
  for (const Migration& migration : directory.retired) {
    text += "; retired " + migration.entry;
  }
  for (const Migration& migration : directory.code) {
    text += "; code " + migration.entry;
  }
  for (const SkippedEntry& entry : directory.skipped) {
    if (entry.verdict != NameVerdict::companion) {
      text += "; skipped " + entry.path + (entry.silent ? "!" : "");
    }
  }
  return text;
}

} // namespace

std::string show(const Result<Discovered>& found) {
  if (!found) {
    return "error: " + found.error().message;
  }
  std::string text;
  for (const MigrationDirectory& directory : found->directories) {
    text += show_one(directory) + "\n";
  }
  return text;
}

void expect_all(const std::vector<DirectoriesCase>& cases) {
  for (const DirectoriesCase& c : cases) {
    EXPECT_EQ(show(SmallProject(c.files).find()), c.expected) << c.what;
  }
}

} // namespace migcheck
