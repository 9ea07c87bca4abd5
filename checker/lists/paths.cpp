#include "lists/paths.hpp"

#include <algorithm>
#include <cstddef>

namespace migcheck::lists {
namespace {

// Adds the parts of `more` to a path that is plain, which it stays.
void add_parts(std::string& path, std::string_view more) {
  while (!more.empty()) {
    const std::string_view part = more.substr(0, more.find('/'));
    more.remove_prefix(std::min(part.size() + 1, more.size()));
    if (part.empty() || part == ".") {
      continue;
    }
    if (part == ".." && !path.empty() && last_part(path) != "..") {
      path.resize(parent_folder(path).size());
      continue;
    }
    if (!path.empty()) {
      path += '/';
    }
    path += part;
  }
}

} // namespace

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  const auto slashes = std::count(path.begin(), path.end(), '/');
  parts.reserve(static_cast<std::size_t>(slashes) + 1);
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin) {
      parts.push_back(path.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return parts;
}

std::string join_parts(
    const std::vector<std::string_view>& parts,
    std::size_t begin,
    std::size_t end) {
  std::string path;
  for (std::size_t i = begin; i < end; ++i) {
    if (parts[i] == ".") {
      continue;
    }
    if (!path.empty()) {
      path += '/';
    }
    path += parts[i];
  }
  return path;
}

std::string join_path(std::string_view folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  add_parts(path, folder);
  add_parts(path, name);
  return path;
}

bool ends_in_path(std::string_view path, std::string_view tail) {
  return path == tail || (path.size() > tail.size() && path.ends_with(tail) &&
                          path[path.size() - tail.size() - 1] == '/');
}

} // namespace migcheck::lists
