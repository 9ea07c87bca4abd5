#include "load_schema_facts.hpp"

#include "check/new_migrations.hpp"
#include "discover/used_names.hpp"
#include "schema/history.hpp"
#include "schema/partition_ends.hpp"
#include "schema/unknown_roles.hpp"

#include <algorithm>

namespace migcheck {

// A function that makes partitions helps where something calls it: a file that
// names it may.
void load_partition_ends(
    const FileReader& reader,
    const FileList& files,
    unsigned jobs,
    Project& project) {
  std::vector<PartitionEnd>& ends = project.partition_ends;
  std::vector<std::string> makers;
  for (MigrationDirectory& directory : project.directories) {
    if (directory.archived || !divides_by_range(directory)) {
      continue;
    }
    directory.history = schema::history_of(directory); // rules ask for it too
    for (PartitionEnd& end :
         schema::find_partition_ends(directory, project.today)) {
      makers.insert(makers.end(), end.makers.begin(), end.makers.end());
      ends.push_back(std::move(end));
    }
  }
  if (makers.empty()) {
    return;
  }
  const std::vector<std::string> used =
      find_used_names(reader, files, {.names = makers}, jobs);
  std::erase_if(ends, [&used](const PartitionEnd& end) {
    return std::find_first_of(
               used.begin(),
               used.end(),
               end.makers.begin(),
               end.makers.end()) != used.end();
  });
}

// A role that any other file names is made somewhere.
void load_unknown_roles(
    const FileReader& reader,
    const FileList& files,
    unsigned jobs,
    Project& project) {
  std::vector<UnknownRole>& roles = project.unknown_roles;
  NameSearch search;
  search.prose = true;
  for (const MigrationDirectory& directory : project.directories) {
    if (!names_roles(directory)) {
      continue;
    }
    for (const Migration& migration : directory.migrations) {
      search.left_out.insert(migration.path);
      search.left_out.insert(migration.down);
    }
    for (UnknownRole& role : schema::find_unknown_roles(directory)) {
      if (is_looked_at(directory, *role.migration)) {
        search.names.push_back(role.role);
        roles.push_back(std::move(role));
      }
    }
  }
  if (roles.empty()) {
    return;
  }
  const std::vector<std::string> used =
      find_used_names(reader, files, search, jobs);
  std::erase_if(roles, [&used](const UnknownRole& role) {
    return std::binary_search(used.begin(), used.end(), role.role);
  });
}

} // namespace migcheck
