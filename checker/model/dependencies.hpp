// What `-- DEPENDS:` headers point to.
#pragma once

#include "model/project.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace migcheck {

enum class DependencyKind : std::uint8_t { migration, retired, unknown };

// One item of one header. Pointers are into the project.
struct Dependency {
  const MigrationDirectory* directory = nullptr; // of `from`
  const Migration* from = nullptr;
  const DependsItem* item = nullptr;
  DependencyKind kind = DependencyKind::unknown;
  const MigrationDirectory* target_directory = nullptr; // null when unknown
  const Migration* target = nullptr;                    // null when unknown
  std::size_t position = 0;        // of `from` in its directory's order
  std::size_t target_position = 0; // of a live target in its own

  // The migration itself, or one of its directory that runs after it. Of
  // migrations in two directories nobody knows which runs first.
  bool is_forward() const {
    return kind == DependencyKind::migration && directory == target_directory &&
           target_position >= position;
  }
};

// Whether any live migration has a header with an item.
bool declares_dependencies(const MigrationDirectory& directory);

// All items of all live migrations, in the order of directories, migrations
// and headers. An item is a file name of the same directory, a path from the
// root, or a version of the same directory; in this order. Linear.
std::vector<Dependency> find_dependencies(const Project& project);

} // namespace migcheck
