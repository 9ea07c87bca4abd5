#include "discover/exclusion.hpp"

#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck {

Exclusion::Exclusion(const std::vector<std::string>& globs) {
  for (const std::string& glob : globs) {
    patterns_.add(glob);
  }
}

bool Exclusion::excludes(std::string_view path) {
  if (patterns_.empty()) {
    return false;
  }
  const std::string_view directory = parent_folder(path);
  if (directory != directory_) {
    directory_excluded_ = excludes_directory(directory);
    directory_ = directory;
  }
  return directory_excluded_ || patterns_.match(path, last_part(path), false) ==
                                    IgnoreVerdict::ignored;
}

bool Exclusion::excludes_directory(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (patterns_.match(
            path.substr(0, end), path.substr(begin, end - begin), true) ==
        IgnoreVerdict::ignored) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

} // namespace migcheck
