#include "model/project.hpp"

namespace migcheck {

std::size_t count_migrations(const Project& project) {
  std::size_t count = 0;
  for (const MigrationDirectory& directory : project.directories) {
    count += directory.migrations.size();
  }
  return count;
}

} // namespace migcheck
