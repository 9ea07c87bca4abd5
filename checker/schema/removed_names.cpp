#include "schema/removed_names.hpp"

#include "model/ddl.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// Calls `look(statement, place)` for each Up statement, in order.
template <typename Look>
void each_statement(const MigrationDirectory& directory, const Look& look) {
  for (const Migration& migration : directory.migrations) {
    if (!migration.file.script) {
      continue;
    }
    for (const ddl::Recognised& statement : *migration.file.script) {
      if (statement.section == Section::up) {
        look(statement.what, Location{migration.file.path, statement.span});
      }
    }
  }
}

// `RENAME TO` and RENAME TABLE.
std::string new_name(const ddl::What& what, std::string_view table) {
  if (const auto* alter = std::get_if<ddl::AlterTable>(&what)) {
    for (const ddl::TableAction& action : alter->actions) {
      const auto* rename = std::get_if<ddl::RenameTable>(&action.what);
      if (rename != nullptr && equals_ignoring_case(alter->name.name, table)) {
        return rename->to.name;
      }
    }
  } else if (const auto* renames = std::get_if<ddl::RenameTables>(&what)) {
    for (const ddl::RenameTables::Pair& pair : renames->pairs) {
      if (equals_ignoring_case(pair.from.name, table)) {
        return pair.to.name;
      }
    }
  }
  return {};
}

bool drops_table(const ddl::What& what, std::string_view table) {
  const auto* drop = std::get_if<ddl::Drop>(&what);
  return drop != nullptr &&
         std::any_of(
             drop->objects.begin(),
             drop->objects.end(),
             [&](const ddl::DroppedObject& object) {
               return object.table.empty() &&
                      equals_ignoring_case(object.name.name, table);
             });
}

} // namespace

RemovedName find_removed_table(
    const MigrationDirectory& directory, std::string_view table) {
  RemovedName found;
  each_statement(directory, [&](const ddl::What& what, const Location& place) {
    std::string renamed = new_name(what, table);
    if (!renamed.empty() || drops_table(what, table)) {
      found = {place, std::move(renamed)};
    }
  });
  return found;
}

RemovedName find_removed_column(
    const MigrationDirectory& directory,
    std::string_view table,
    std::string_view column) {
  RemovedName found;
  each_statement(directory, [&](const ddl::What& what, const Location& place) {
    const auto* alter = std::get_if<ddl::AlterTable>(&what);
    if (alter == nullptr || !equals_ignoring_case(alter->name.name, table)) {
      return;
    }
    for (const ddl::TableAction& action : alter->actions) {
      const auto* drop = std::get_if<ddl::DropColumn>(&action.what);
      const auto* rename = std::get_if<ddl::RenameColumn>(&action.what);
      if (drop != nullptr && equals_ignoring_case(drop->column.text, column)) {
        found = {place, {}};
      } else if (
          rename != nullptr &&
          equals_ignoring_case(rename->from.text, column)) {
        found = {place, rename->to.text};
      }
    }
  });
  return found;
}

Location find_making(
    const MigrationDirectory& directory,
    std::uint32_t migration,
    std::string_view table) {
  const SqlFile& file = directory.migrations[migration].file;
  if (file.script) {
    for (const ddl::Recognised& statement : *file.script) {
      const auto* made = std::get_if<ddl::CreateTable>(&statement.what);
      if (made != nullptr && statement.section == Section::up &&
          equals_ignoring_case(made->name.name, table)) {
        return {file.path, statement.span};
      }
    }
  }
  return {directory.migrations[migration].path, {}};
}

} // namespace migcheck::schema
