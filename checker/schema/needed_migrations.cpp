#include "schema/needed_migrations.hpp"

#include "schema/dependency_graph.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <string_view>

namespace migcheck::schema {
namespace {

std::string_view without_usual_schema(std::string_view table) {
  constexpr std::string_view usual = "public.";
  return table.starts_with(usual) ? table.substr(usual.size()) : table;
}

const ObjectHistory* find(const Inferred& inferred, std::string_view table) {
  const auto found = std::find_if(
      inferred.objects.begin(),
      inferred.objects.end(),
      [&](const ObjectHistory& object) {
        return object.space == Space::relation &&
               object.name == without_usual_schema(table);
      });
  return found == inferred.objects.end() ? nullptr : &*found;
}

Error no_such_table(const Inferred& inferred, const std::string& table) {
  std::vector<std::string_view> names;
  for (const ObjectHistory& object : inferred.objects) {
    if (object.space == Space::relation) {
      names.push_back(object.name);
    }
  }
  return {
      "no migration makes a table " + quoted(table) +
      did_you_mean(table, names)};
}

} // namespace

Result<std::vector<std::size_t>> needed_migrations(
    const Project& project,
    const MigrationDirectory& directory,
    const std::vector<std::string>& tables) {
  const Inferred inferred = infer_dependencies(directory);
  std::vector<std::size_t> wanted;
  for (const std::string& table : tables) {
    const ObjectHistory* object = find(inferred, table);
    if (object == nullptr) {
      return tl::unexpected(no_such_table(inferred, table));
    }
    wanted.insert(
        wanted.end(), object->migrations.begin(), object->migrations.end());
  }
  return needed_nodes(
      dependency_graph(directory, find_dependencies(project), inferred),
      std::move(wanted));
}

} // namespace migcheck::schema
