// Which files may lie on disk with another content than git has for them,
// besides their line ends.
#pragma once

#include "discover/path_pattern.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What .gitattributes files say of filters, encodings and keywords. A line
// that takes such an attribute back is not heeded: rather too many paths.
class ConvertedPaths {
 public:
  // Adds the lines of one file. `directory` is its place from the top of the
  // work tree: "" or with a slash at its end.
  void add(const std::string& directory, std::string_view text);

  // `path` is from the top of the work tree.
  bool contains(std::string_view path) const;

 private:
  struct Line {
    std::string directory;
    PathPattern pattern;
  };

  std::vector<Line> lines_;
  std::set<std::string, std::less<>> names_ = {
      "filter", "ident", "working-tree-encoding"}; // and macros for them
};

} // namespace migcheck
