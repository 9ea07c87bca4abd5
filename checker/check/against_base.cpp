#include "check/against_base.hpp"

#include "text/printable.hpp"

namespace migcheck {

namespace {

std::size_t
index_of(const Project& project, const MigrationDirectory& directory) {
  return static_cast<std::size_t>(&directory - project.directories.data());
}

std::string at_commit(const Base& base) {
  return quoted(base.ref) + " (at " + short_id(base.tip) + ")";
}

} // namespace

const BaseDirectory*
against_base(const Project& project, const MigrationDirectory& directory) {
  return project.base == nullptr
             ? nullptr
             : &project.base->directories[index_of(project, directory)];
}

std::vector<Kept>
kept_by(const Project& project, const MigrationDirectory& directory) {
  const std::size_t index = index_of(project, directory);
  std::vector<Kept> all;
  if (project.base != nullptr) {
    all.push_back(
        {&project.base->directories[index],
         project.base.get(),
         merge_base_label(project)});
  }
  if (project.release != nullptr) {
    all.push_back(
        {&project.release->directories[index],
         project.release.get(),
         at_commit(*project.release)});
  }
  return all;
}

std::string merge_base_label(const Project& project) {
  return quoted(project.base->ref) + " (merge base " +
         short_id(project.base->merge_base) + ")";
}

std::string tip_label(const Project& project) {
  return at_commit(*project.base);
}

} // namespace migcheck
