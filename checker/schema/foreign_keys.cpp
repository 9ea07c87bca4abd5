#include "schema/foreign_keys.hpp"

#include "schema/automatic_name.hpp"
#include "schema/constraint_parts.hpp"
#include "schema/indexes.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

using ddl::ConstraintDefinition;
using ddl::ConstraintKind;

// The unique index that a foreign key relies on.
Id supporting_index(const Catalogue& catalogue, const Constraint& foreign_key) {
  std::vector<ColumnNumber> wanted = foreign_key.referenced;
  std::sort(wanted.begin(), wanted.end());
  for (const Id id : catalogue.relations[foreign_key.references].indexes) {
    const Index& index = catalogue.indexes[id];
    if (!index.unique || !index.where.empty() ||
        index.keys.size() != wanted.size()) {
      continue;
    }
    std::vector<ColumnNumber> columns;
    for (const IndexKey& key : index.keys) {
      columns.push_back(key.column);
    }
    std::sort(columns.begin(), columns.end());
    if (columns == wanted) {
      return id;
    }
  }
  return no_id;
}

std::vector<ColumnNumber> primary_key_of(const Catalogue& catalogue, Id table) {
  for (const Id id : catalogue.relations[table].constraints) {
    const Constraint& constraint = catalogue.constraints[id];
    if (constraint.kind == ConstraintKind::primary_key) {
      return constraint.columns;
    }
  }
  return {};
}

// The table that a foreign key references; where it is not known, its name.
bool read_reference(
    Session& session,
    const ConstraintDefinition& definition,
    Constraint& foreign_key) {
  Catalogue& catalogue = session.catalogue;
  const Id table = session.find_relation(definition.references);
  if (table == no_id) {
    const std::string shown = session.shown(definition.references);
    foreign_key.missing_references = catalogue.texts.keep(shown);
    // MySQL (unchecked) and SQLite take tables that are made later.
    if (!session.postgresql() || session.may_exist(definition.references) ||
        session.allows_missing()) {
      return true;
    }
    session.report_missing(ddl::ObjectKind::table, shown);
    return false;
  }
  foreign_key.references = table;
  if (definition.referenced_columns.empty()) {
    foreign_key.referenced = primary_key_of(catalogue, table);
    return true;
  }
  if (!session.postgresql()) {
    for (const std::string& name : definition.referenced_columns) {
      foreign_key.referenced.push_back(catalogue.find_column(table, name));
    }
    return true;
  }
  auto columns = need_columns(session, table, definition.referenced_columns);
  if (columns) {
    foreign_key.referenced = std::move(*columns);
  }
  return columns.has_value();
}

// MySQL makes an index for a foreign key where none begins with its columns.
void add_mysql_index(Session& session, Id table, const Constraint& key) {
  const Catalogue& catalogue = session.catalogue;
  for (const Id id : catalogue.relations[table].indexes) {
    const Index& index = catalogue.indexes[id];
    bool fits = index.keys.size() >= key.columns.size();
    for (std::size_t i = 0; fits && i < key.columns.size(); ++i) {
      fits = index.keys[i].column == key.columns[i];
    }
    if (fits) {
      return;
    }
  }
  Index index;
  index.table = table;
  index.schema = catalogue.relations[table].schema;
  for (const ColumnNumber column : key.columns) {
    index.keys.push_back({column, {}, {}});
  }
  const bool taken = catalogue.find_table_index(table, key.name) != no_id;
  add_index(
      session,
      std::move(index),
      taken ? std::string_view() : key.name,
      std::nullopt,
      Reach::table_alone);
}

std::string mysql_foreign_key_name(const Session& session, Id table) {
  const std::string base =
      std::string(session.catalogue.relations[table].name) + "_ibfk_";
  unsigned number = 1;
  while (session.catalogue.find_constraint(
             table, base + std::to_string(number)) != no_id) {
    ++number;
  }
  return base + std::to_string(number);
}

} // namespace

void add_foreign_key(
    Session& session, Id table, const ConstraintDefinition& definition) {
  Catalogue& catalogue = session.catalogue;
  Constraint key;
  key.table = table;
  key.kind = ConstraintKind::foreign_key;
  auto columns = need_columns(session, table, definition.columns);
  if (!columns || !read_reference(session, definition, key)) {
    return;
  }
  key.columns = std::move(*columns);
  key.on_delete = definition.on_delete;
  key.on_update = definition.on_update;
  key.deferrable = definition.deferrable;
  key.not_valid = definition.not_valid;
  if (key.references != no_id) {
    key.index = supporting_index(catalogue, key);
  }
  const bool mysql = catalogue.dialect() == Dialect::mysql;
  std::string written = definition.name.text;
  if (mysql && written.empty()) {
    written = mysql_foreign_key_name(session, table);
  }
  const auto name = name_for(
      session,
      key,
      written,
      columns_part(names_of_columns(catalogue, table, key.columns)),
      "fkey");
  if (!name) {
    return;
  }
  const Id references = key.references;
  const Id id = add_named(session, std::move(key), *name);
  if (references != no_id) {
    catalogue.relations.edit(references).referencing.push_back(id);
  }
  if (mysql) {
    add_mysql_index(session, table, Constraint(catalogue.constraints[id]));
  }
  if (catalogue.relations[table].kind == RelationKind::partitioned_table) {
    const std::vector<Id> children = catalogue.relations[table].children;
    for (const Id child : children) {
      inherit_foreign_key(session, id, child);
    }
  }
}

void inherit_foreign_key(Session& session, Id key, Id child) {
  Catalogue& catalogue = session.catalogue;

  struct Step {
    Id key;
    Id table;
  };

  std::vector<Step> steps = {{key, child}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step step = steps[i];
    const Constraint& upper = catalogue.constraints[step.key];
    Constraint copy = upper;
    copy.table = step.table;
    copy.parent = step.key;
    copy.children = std::vector<Id>();
    copy.local = false;
    for (ColumnNumber& column : copy.columns) {
      column = catalogue.find_same_column(upper.table, column, step.table);
    }
    // One of its own that is equal is adopted.
    Id own = no_id;
    for (const Id id : catalogue.relations[step.table].constraints) {
      const Constraint& other = catalogue.constraints[id];
      if (other.kind == ConstraintKind::foreign_key && other.parent == no_id &&
          other.references == copy.references &&
          other.columns == copy.columns &&
          other.referenced == copy.referenced &&
          other.on_delete == copy.on_delete &&
          other.on_update == copy.on_update) {
        own = id;
        break;
      }
    }
    if (own != no_id) {
      catalogue.constraints.edit(own).parent = step.key;
    } else {
      std::string name(upper.name);
      if (catalogue.find_constraint(step.table, name) != no_id) {
        const Relation& table = catalogue.relations[step.table];
        name = session.constraint_name(
            table.schema,
            table.name,
            columns_part(names_of_columns(catalogue, step.table, copy.columns)),
            "fkey");
      }
      own = add_named(session, std::move(copy), name);
    }
    catalogue.constraints.edit(step.key).children.push_back(own);
    if (catalogue.relations[step.table].kind ==
        RelationKind::partitioned_table) {
      for (const Id below : catalogue.relations[step.table].children) {
        steps.push_back({own, below});
      }
    }
  }
}

} // namespace migcheck::schema
