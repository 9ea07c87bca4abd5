// The parts of a path as text: `/` parts them, nothing is looked up.
#pragma once

#include <string_view>

namespace migcheck {

// What stands behind the last `/`.
constexpr std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// What stands before the last `/`; "" when there is none.
constexpr std::string_view parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view()
                                         : path.substr(0, slash);
}

} // namespace migcheck
