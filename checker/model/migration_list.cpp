#include "model/migration_list.hpp"

#include "text/printable.hpp"

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

std::string list_label(const MigrationList& list) {
  return list.name.empty() ? "this list" : "list " + quoted(list.name);
}

Location list_location(const MigrationList& list) {
  if (list.name_span.size() > 0) {
    return {list.path, list.name_span};
  }
  return {
      list.path, list.entries.empty() ? list.span : list.entries.front().span};
}

} // namespace migcheck
