#include "model/made_tables.hpp"

#include "model/ddl.hpp"
#include "text/ascii.hpp"

#include <variant>

namespace migcheck {
namespace {

void add_tables(const ddl::Script& script, std::set<std::string>& names) {
  for (const ddl::Recognised& one : script) {
    if (const auto* made = std::get_if<ddl::CreateTable>(&one.what)) {
      names.insert(lower_case(made->name.name));
    }
  }
}

} // namespace

std::set<std::string> made_tables(const MigrationDirectory& directory) {
  std::set<std::string> names;
  for (const Migration& migration : directory.migrations) {
    if (migration.file.script != nullptr) {
      add_tables(*migration.file.script, names);
    }
  }
  return names;
}

} // namespace migcheck
