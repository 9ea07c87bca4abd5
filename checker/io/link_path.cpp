#include "io/link_path.hpp"

namespace migcheck {
namespace {

// Drops the last part; false when there is none.
bool go_up(std::string& path) {
  if (path.empty()) {
    return false;
  }
  const std::size_t slash = path.rfind('/');
  path.resize(slash == std::string::npos ? 0 : slash);
  return true;
}

} // namespace

std::optional<std::string>
link_target(std::string_view path, std::string_view target) {
  if (target.empty() || target.front() == '/') {
    return std::nullopt;
  }
  std::string result(path);
  go_up(result);
  while (!target.empty()) {
    const std::size_t slash = target.find('/');
    const std::string_view part = target.substr(0, slash);
    target.remove_prefix(
        slash == std::string_view::npos ? target.size() : slash + 1);
    if (part == "..") {
      if (!go_up(result)) {
        return std::nullopt;
      }
    } else if (!part.empty() && part != ".") {
      result += result.empty() ? "" : "/";
      result += part;
    }
  }
  return result;
}

} // namespace migcheck
