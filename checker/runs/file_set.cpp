#include "runs/file_set.hpp"

#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck::runs {

std::string under(std::string_view base, std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(2);
  }
  const bool alone = path.empty() || path == ".";
  if (base.empty() || path.starts_with('/') || path.starts_with(unknown_part) ||
      path.starts_with(root_part)) {
    return std::string(path);
  }
  return alone ? std::string(base)
               : std::string(base) + '/' + std::string(path);
}

bool has_wildcard(std::string_view path) {
  return std::any_of(path.begin(), path.end(), [](char c) {
    return c == '*' || c == '?' || c == '[';
  });
}

std::string_view tool_name(std::string_view word) {
  word = last_part(word);
  return word.substr(0, word.find_first_of(":@"));
}

} // namespace migcheck::runs
