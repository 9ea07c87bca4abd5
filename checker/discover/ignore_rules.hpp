// Which paths of a project git ignores: the .gitignore files of the tree, of
// the directories above the root, and info/exclude. The user's global excludes
// file is left out: what a check sees must not depend on whose machine it is.
#pragma once

#include "discover/ignore_file.hpp"
#include "io/file_reader.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class IgnoreRules {
 public:
  // What the rules of one directory are, with those above it.
  class Directory;

  // `repository` is where the root lies in git, if it does.
  IgnoreRules(const FileReader& reader, const GitRepository& repository);
  ~IgnoreRules();
  IgnoreRules(const IgnoreRules&) = delete;
  IgnoreRules& operator=(const IgnoreRules&) = delete;

  // The root, "".
  const Directory& root() const { return *root_; }

  // For a walk: the directory `name` in `parent`. `has_file` says whether
  // there is a .gitignore in it.
  std::unique_ptr<Directory> enter(
      const FileReader& reader,
      const Directory& parent,
      std::string_view name,
      bool has_file);

  // The same by path, kept for the next time.
  const Directory& directory(const FileReader& reader, std::string_view path);

  // Files with rules that are there but could not be read, by path from the
  // root (".git/info/exclude", and those above the root from the top).
  const std::vector<std::string>& unreadable() const { return unreadable_; }

  // Whether an entry of a directory is ignored, the directories above it
  // included.
  static bool
  ignores(const Directory& directory, std::string_view name, bool is_directory);

 private:
  IgnoreFile
  take(ReadFailure failure, const std::string& text, const std::string& path);
  IgnoreFile read_file(const FileReader& reader, const std::string& path);
  IgnoreFile read_git_file(
      const FileReader& reader,
      const GitRepository& repository,
      GitFile file,
      const std::string& name);

  std::vector<std::string> unreadable_;
  std::unique_ptr<Directory> above_;                // info/exclude, at the top
  std::vector<std::unique_ptr<Directory>> outside_; // from top to root
  std::unique_ptr<Directory> root_;
  std::map<std::string, std::unique_ptr<Directory>, std::less<>> kept_;
};

class IgnoreRules::Directory {
 public:
  bool is_ignored() const { return ignored_; }

 private:
  friend class IgnoreRules;
  const Directory* parent_ = nullptr;
  std::string path_; // from the top of the work tree, "" or with a slash
  IgnoreFile file_;
  bool ignored_ = false;
};

} // namespace migcheck
