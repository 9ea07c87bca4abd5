#include "discover/families.hpp"

#include "model/path_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace migcheck {
namespace {

using Group = std::vector<MigrationDirectory*>;

bool share_a_name(const Group& group) {
  std::set<std::string_view> names;
  for (const MigrationDirectory* directory : group) {
    std::set<std::string_view> own;
    for (const Migration& migration : directory->migrations) {
      own.insert(migration.entry);
    }
    if (std::any_of(own.begin(), own.end(), [&](std::string_view name) {
          return names.contains(name);
        })) {
      return true;
    }
    names.merge(own);
  }
  return false;
}

} // namespace

void name_families(std::vector<MigrationDirectory>& directories) {
  std::map<std::string, Group> groups;
  for (MigrationDirectory& directory : directories) {
    std::string family = family_of_path(directory.path);
    if (!family.empty()) {
      groups[std::move(family)].push_back(&directory);
    }
  }
  for (const auto& [family, group] : groups) {
    if (group.size() < 2 || !share_a_name(group)) {
      continue;
    }
    for (MigrationDirectory* directory : group) {
      directory->family = family;
    }
  }
}

} // namespace migcheck
