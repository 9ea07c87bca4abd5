#include "model/migration_list.hpp"

#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {} // namespace

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
  if (list.releases) {
    return "the list in the manifests of " + quoted(list.directory->path);
  }
  if (list.shape == ListShape::scattered) {
    return "the list in the files of " + quoted(parent_folder(list.path));
  }
  return list.name.empty() ? "this list" : "list " + quoted(list.name);
}

Location entry_location(const MigrationList& list, std::uint32_t entry) {
  const ListEntry& found = list.entries[entry];
  return {found.path.empty() ? list.path : found.path, found.span};
}

Location list_location(const MigrationList& list) {
  if (list.releases && !list.missing.empty()) {
    const std::string_view release = parent_folder(list.missing.front()->path);
    for (auto entry = list.entries.rbegin(); entry != list.entries.rend();
         ++entry) {
      if (parent_folder(entry->path) == release) {
        return {entry->path, entry->span};
      }
    }
  }
  if (list.name_span.size() > 0) {
    return {list.path, list.name_span};
  }
  return {
      list.path, list.entries.empty() ? list.span : list.entries.front().span};
}

Severity list_severity(const MigrationList& list, Severity level) {
  return list.shape == ListShape::docs ? Severity::note : level;
}

} // namespace migcheck
