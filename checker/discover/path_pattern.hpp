// One line of .gitignore, .gitattributes or `exclude`, as git reads it.
#pragma once

#include "discover/glob.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

// How a pattern is compared: the first three need no glob.
enum class PatternForm : std::uint8_t {
  name,   // the last part is `text`
  suffix, // the last part ends with `text`
  path,   // the path below the pattern's directory is `text`
  name_glob,
  path_glob // that path begins with `text`, and the glob takes the rest
};

struct PathPattern {
  // Takes a pattern without line end and trailing blanks, with `!` if any.
  explicit PathPattern(std::string_view pattern);

  PatternForm form = PatternForm::name;
  bool negative = false;
  bool directory_only = false;
  std::string text;
  Glob glob;

  // `path` is below the directory of the pattern's file, `name` its last
  // part.
  bool matches(
      std::string_view path, std::string_view name, bool is_directory) const;
};

} // namespace migcheck
