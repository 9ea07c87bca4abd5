#include "model/migration_list.hpp"

#include <array>

namespace migcheck {

std::string_view shape_name(ListShape shape) {
  constexpr std::array<std::string_view, 11> names = {
      "array",
      "struct-array",
      "map",
      "imports",
      "calls",
      "constants",
      "scattered",
      "manifest",
      "shell",
      "sql-values",
      "docs"};
  return names[static_cast<std::size_t>(shape)];
}

} // namespace migcheck
