#include "report/schema_names.hpp"

namespace migcheck {

using schema::Catalogue;
using schema::Column;
using schema::ColumnNumber;
using schema::Constraint;
using schema::Id;
using schema::Index;
using schema::Relation;
using schema::RelationKind;

namespace {

bool is_view(const Relation& relation) {
  return relation.kind == RelationKind::view ||
         relation.kind == RelationKind::materialized_view;
}

} // namespace

std::vector<std::pair<std::string, const Relation*>>
sorted_tables(const Catalogue& catalogue) {
  return sorted_objects(
      catalogue, catalogue.relations, [](const Relation& relation) {
        return !is_view(relation);
      });
}

std::vector<std::pair<std::string, const Relation*>>
sorted_views(const Catalogue& catalogue) {
  return sorted_objects(catalogue, catalogue.relations, is_view);
}

bool shows_table(const Catalogue& catalogue, Id table) {
  return table != schema::no_id &&
         catalogue.relations[table].schema != catalogue.temporary_schema();
}

std::string_view kind_name(RelationKind kind) {
  switch (kind) {
  case RelationKind::table:
    return "table";
  case RelationKind::partitioned_table:
    return "partitioned-table";
  case RelationKind::foreign_table:
    return "foreign-table";
  case RelationKind::view:
    return "view";
  case RelationKind::materialized_view:
    return "materialized-view";
  }
  return "";
}

std::string_view kind_name(schema::Type::Kind kind) {
  switch (kind) {
  case schema::Type::Kind::enum_:
    return "enum";
  case schema::Type::Kind::domain:
    return "domain";
  case schema::Type::Kind::composite:
    return "composite";
  case schema::Type::Kind::range:
    return "range";
  case schema::Type::Kind::other:
    break;
  }
  return "other";
}

std::string_view constraint_kind_name(ddl::ConstraintKind kind) {
  switch (kind) {
  case ddl::ConstraintKind::primary_key:
    return "primary-key";
  case ddl::ConstraintKind::unique:
    return "unique";
  case ddl::ConstraintKind::foreign_key:
    return "foreign-key";
  case ddl::ConstraintKind::check:
    return "check";
  case ddl::ConstraintKind::exclude:
    return "exclude";
  case ddl::ConstraintKind::not_null:
    break;
  }
  return "not-null";
}

std::vector<std::string> column_names(
    const Catalogue& catalogue,
    Id table,
    const std::vector<ColumnNumber>& columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const ColumnNumber column : columns) {
    names.emplace_back(
        column == schema::no_column
            ? std::string_view("?")
            : catalogue.relations[table].columns[column].name);
  }
  return names;
}

std::vector<std::string>
key_names(const Catalogue& catalogue, const Index& index) {
  std::vector<std::string> names;
  for (const schema::IndexKey& key : index.keys) {
    names.emplace_back(
        key.column == schema::no_column
            ? key.expression
            : catalogue.relations[index.table].columns[key.column].name);
  }
  return names;
}

std::string index_name(const Catalogue& catalogue, const Index& index) {
  const Dialect dialect = catalogue.dialect();
  const bool per_table = dialect == Dialect::mysql ||
                         dialect == Dialect::tsql ||
                         dialect == Dialect::clickhouse;
  return per_table ? catalogue.shown(catalogue.relations[index.table]) + '.' +
                         std::string(index.name)
                   : catalogue.shown(index);
}

std::vector<std::string>
primary_key_names(const Catalogue& catalogue, const Relation& table) {
  for (const Id id : table.constraints) {
    const Constraint& constraint = catalogue.constraints[id];
    if (constraint.kind == ddl::ConstraintKind::primary_key) {
      return column_names(catalogue, constraint.table, constraint.columns);
    }
  }
  return {};
}

std::string default_of(
    const Catalogue& catalogue, const Relation& table, ColumnNumber number) {
  const Column& column = table.columns[number];
  if (!column.has_default || !column.default_text.empty()) {
    return column.has_default ? std::string(column.default_text) : "";
  }
  for (const schema::ColumnUse& use : table.uses) {
    if (use.column == number && use.sequence != schema::no_id) {
      return "nextval('" + catalogue.shown(catalogue.sequences[use.sequence]) +
             "'::regclass)";
    }
  }
  return "";
}

std::string
reference_name(const Catalogue& catalogue, const Constraint& constraint) {
  return constraint.references != schema::no_id
             ? catalogue.shown(catalogue.relations[constraint.references])
             : std::string(constraint.missing_references);
}

} // namespace migcheck
