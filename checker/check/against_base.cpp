#include "check/against_base.hpp"

#include "text/printable.hpp"

namespace migcheck {

const BaseDirectory*
against_base(const Project& project, const MigrationDirectory& directory) {
  if (project.base == nullptr) {
    return nullptr;
  }
  const auto index =
      static_cast<std::size_t>(&directory - project.directories.data());
  return &project.base->directories[index];
}

std::string merge_base_label(const Project& project) {
  return quoted(project.base->ref) + " (merge base " +
         short_id(project.base->merge_base) + ")";
}

std::string tip_label(const Project& project) {
  return quoted(project.base->ref) + " (at " + short_id(project.base->tip) +
         ")";
}

} // namespace migcheck
