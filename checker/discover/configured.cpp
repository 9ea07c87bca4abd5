#include "discover/configured.hpp"

#include "discover/release_manifests.hpp"
#include "model/path_words.hpp"
#include "text/line_index.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// Folders below a directory that its layout reads too.
void add_members(Tree& tree, const std::string& path, const Folders& folders) {
  tree.members.push_back({path, ""});
  const Layout& runner = layout(tree.evidence.layout);
  if (!runner.recursive || runner.id == LayoutId::sqitch) {
    return;
  }
  std::string last = path;
  for (const FileEntry& file : folders.below(path)) {
    const std::string folder(folder_of(file.path));
    if (folder != last && folder != path) {
      tree.members.push_back({folder, ""});
    }
    last = folder;
  }
  std::sort(
      tree.members.begin(),
      tree.members.end(),
      [](const Member& a, const Member& b) { return a.path < b.path; });
  tree.members.erase(
      std::unique(
          tree.members.begin(),
          tree.members.end(),
          [](const Member& a, const Member& b) { return a.path == b.path; }),
      tree.members.end());
}

// A folder without SQL of its own may hold a folder for each release.
std::optional<Tree> release_tree(
    const std::string& path, const Folders& folders, const FileReader& reader) {
  Judged judged;
  for (const std::string_view name : folders.folder(path).subfolders) {
    const std::string sub = join_path(path, name);
    if (!is_version_folder(name)) {
      continue;
    }
    Verdict verdict =
        judge_folder(folders.folder(sub), folders, reader, Asked::yes);
    if (verdict.evidence) {
      judged.emplace(sub, std::move(*verdict.evidence));
    }
  }
  std::map<std::string, Tree> trees = take_trees(judged, folders);
  const auto found = trees.find(path);
  return found == trees.end() ? std::nullopt
                              : std::optional(std::move(found->second));
}

bool is_entry(const Migration& migration, std::string_view name) {
  return migration.entry == name || migration.path == name ||
         last_part(migration.entry) == name;
}

} // namespace

std::string plain_path(std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(2);
  }
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  return path.empty() ? "." : std::string(path);
}

bool is_configured(const Config& config, std::string_view path) {
  return std::any_of(
      config.directories.begin(),
      config.directories.end(),
      [&](const DirectoryConfig& wanted) {
        return plain_path(wanted.path) == path;
      });
}

Result<Tree> configured_tree(
    const std::string& path,
    const DirectoryConfig& wanted,
    const Folders& folders,
    const FileReader& reader) {
  if (path.starts_with('/') || path.starts_with("../") || path == ".." ||
      path.find("/../") != std::string::npos || path.ends_with("/..")) {
    return fail("directory " + quoted(wanted.path) + " is not below the root");
  }
  if (path != "." && !folders.has_folder(path) &&
      reader.kind(path) != FileKind::directory) {
    return fail("there is no directory " + quoted(wanted.path));
  }
  const Folder folder = folders.folder(path);
  Verdict verdict = judge_folder(folder, folders, reader, Asked::yes);
  if (!wanted.layout && !verdict.evidence) {
    if (auto tree = manifest_tree(path, folders, reader)) {
      return *std::move(tree);
    }
    if (auto tree = release_tree(path, folders, reader)) {
      return *std::move(tree);
    }
  }
  Tree tree{
      .evidence = verdict.evidence.value_or(
          Evidence{.reason = "no SQL files yet", .prefix = {}, .sample = {}}),
      .members = {}};
  if (wanted.layout) {
    tree.evidence.reason = "the configuration";
    const bool number = *wanted.layout == LayoutId::numbered ||
                        *wanted.layout == LayoutId::timestamped;
    tree.evidence.prefix = number ? tree.evidence.prefix : "";
    tree.evidence.layout = *wanted.layout;
  }
  add_members(tree, path, folders);
  return tree;
}

std::string apply_baseline(MigrationDirectory& directory) {
  const std::string& wanted = directory.config->baseline;
  if (wanted.empty()) {
    return "";
  }
  for (const Migration& migration : directory.migrations) {
    if (is_entry(migration, wanted)) {
      directory.baseline = migration.entry;
      return "";
    }
  }
  return "baseline " + quoted(wanted) + " is no migration of " +
         quoted(directory.path);
}

std::string place_of(const Location& location, const FileReader& reader) {
  if (location.path.empty()) {
    return "";
  }
  std::string text;
  reader.read({.path = location.path}, text);
  const Position at = LineIndex(text).position(location.span.begin);
  return printable(location.path) + ":" + std::to_string(at.line) + ":" +
         std::to_string(at.column) + ": ";
}

} // namespace migcheck
