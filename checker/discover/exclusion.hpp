// The `exclude` globs of the configuration: like a .gitignore in the root that
// holds for tracked files too.
#pragma once

#include "discover/ignore_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class Exclusion {
 public:
  Exclusion() = default;
  explicit Exclusion(const std::vector<std::string>& globs);

  // Of a file by its path: a pattern names it or a directory above it. Cheap
  // for neighbours: what holds for the directory of the last path is kept.
  bool excludes(std::string_view path);

  // Of a directory.
  bool excludes_directory(std::string_view path);

 private:
  IgnoreFile patterns_;
  std::string directory_; // of the last path
  bool directory_excluded_ = false;
};

} // namespace migcheck
