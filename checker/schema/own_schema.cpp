#include "schema/own_schema.hpp"

#include "model/version_scheme.hpp"
#include "text/ascii.hpp"

#include <set>
#include <string>

namespace migcheck::schema {
namespace {

// The names of everything that was ever there.
std::set<std::string> all_names(const Catalogue& catalogue) {
  std::set<std::string> names;
  const auto add = [&](const auto& store) {
    for (Id id = 0; id < store.size(); ++id) {
      names.insert(catalogue.shown(store[id]));
    }
  };
  add(catalogue.relations);
  add(catalogue.indexes);
  add(catalogue.sequences);
  add(catalogue.types);
  add(catalogue.functions);
  return names;
}

// The migration that makes the first table.
std::uint32_t first_maker(const Catalogue& catalogue) {
  std::uint32_t first = 0xFFFFFFFF;
  for (Id id = 0; id < catalogue.relations.size(); ++id) {
    first = std::min(first, catalogue.relations[id].file);
  }
  return first;
}

} // namespace

bool stands_alone(const History& history) {
  const MigrationDirectory& directory = *history.directory;
  const auto& migrations = directory.migrations;
  if (is_extension(directory) ||
      (!migrations.empty() &&
       find_ignoring_case(migrations.front().name, "latest") !=
           std::string_view::npos)) {
    return false;
  }
  const std::set<std::string> names = all_names(history.catalogue);
  const std::uint32_t first = first_maker(history.catalogue);
  for (const Event& event : history.events) {
    if (event.kind == EventKind::missing &&
        (event.where.migration < first ||
         (event.table.empty() && !names.contains(event.object)))) {
      return false;
    }
  }
  return true;
}

} // namespace migcheck::schema
