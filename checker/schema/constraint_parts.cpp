#include "schema/constraint_parts.hpp"

#include "schema/automatic_name.hpp"

namespace migcheck::schema {

std::optional<std::string> name_for(
    Session& session,
    const Constraint& constraint,
    const std::string& written,
    std::string_view part,
    std::string_view label) {
  Catalogue& catalogue = session.catalogue;
  const Relation& table = catalogue.relations[constraint.table];
  if (written.empty()) {
    return session.constraint_name(table.schema, table.name, part, label);
  }
  const Id taken = catalogue.find_constraint(constraint.table, written);
  if (taken == no_id) {
    return std::string(cut_name(written));
  }
  if (!session.allows_existing()) {
    session.report_taken(
        ddl::ObjectKind::constraint,
        catalogue.constraints[taken],
        written,
        catalogue.shown(table));
  }
  return std::nullopt;
}

Id add_named(Session& session, Constraint constraint, const std::string& name) {
  Catalogue& catalogue = session.catalogue;
  constraint.schema = catalogue.relations[constraint.table].schema;
  constraint.name = catalogue.texts.keep(name);
  constraint.file = session.where.migration;
  const Id table = constraint.table;
  const Id id = catalogue.add(std::move(constraint));
  catalogue.relations.edit(table).constraints.push_back(id);
  return id;
}

std::vector<std::string> names_of_columns(
    const Catalogue& catalogue,
    Id table,
    const std::vector<ColumnNumber>& columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const ColumnNumber column : columns) {
    names.emplace_back(catalogue.relations[table].columns[column].name);
  }
  return names;
}

std::optional<std::vector<ColumnNumber>> need_columns(
    Session& session, Id table, const std::vector<std::string>& names) {
  std::vector<ColumnNumber> columns;
  for (const std::string& name : names) {
    columns.push_back(session.need_column(table, name, false));
    if (columns.back() == no_column) {
      return std::nullopt;
    }
  }
  return columns;
}

} // namespace migcheck::schema
