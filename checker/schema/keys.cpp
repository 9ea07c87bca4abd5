#include "schema/keys.hpp"

#include "schema/automatic_name.hpp"
#include "schema/constraint_parts.hpp"
#include "schema/constraints.hpp"
#include "schema/indexes.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

using ddl::ConstraintDefinition;
using ddl::ConstraintKind;

// ADD CONSTRAINT … USING INDEX: the index takes the constraint's name.
// The constraint is as unknown as its index, which gets its name.
void use_unknown_index(
    Session& session, Id table, const ConstraintDefinition& definition) {
  const Relation& relation = session.catalogue.relations[table];
  const std::string& name =
      definition.name.empty() ? definition.using_index : definition.name.text;
  const std::string why = "its index is not known";
  session.add_unknown(session.catalogue.shown(relation.schema, name), why);
  session.add_unknown(session.catalogue.shown(relation) + '.' + name, why);
}

void use_index(
    Session& session, Id table, const ConstraintDefinition& definition) {
  Catalogue& catalogue = session.catalogue;
  const Entry found = catalogue.find_entry(
      catalogue.relations[table].schema, definition.using_index);
  if (found.kind != EntryKind::index ||
      catalogue.indexes[found.id].table != table) {
    if (!found && session.may_exist(definition.using_index)) {
      use_unknown_index(session, table, definition);
    } else if (!found && !session.allows_missing()) {
      session.report_missing(ddl::ObjectKind::index, definition.using_index);
    }
    return;
  }
  const std::string written = definition.name.text;
  if (!written.empty() &&
      cut_name(written) != catalogue.indexes[found.id].name) {
    catalogue.rename(catalogue.indexes, found.id, [&](Index& index) {
      index.name = catalogue.texts.keep(cut_name(written));
    });
  }
  Index& index = catalogue.indexes.edit(found.id);
  index.primary = definition.kind == ConstraintKind::primary_key;
  Constraint constraint;
  constraint.table = table;
  constraint.kind = definition.kind;
  constraint.index = found.id;
  constraint.deferrable = definition.deferrable;
  for (const IndexKey& key : index.keys) {
    if (key.column != no_column) {
      constraint.columns.push_back(key.column);
    }
  }
  const std::vector<ColumnNumber> columns = constraint.columns;
  const std::string name(index.name);
  const Id id = add_named(session, std::move(constraint), name);
  catalogue.indexes.edit(found.id).constraint = id;
  if (definition.kind == ConstraintKind::primary_key) {
    for (const ColumnNumber column : columns) {
      set_not_null(session, table, column, true);
    }
  }
}

// The index of a key; nullopt where a column is missing.
std::optional<Index>
read_key(Session& session, Id table, const ConstraintDefinition& definition) {
  ddl::IndexDefinition wanted;
  wanted.unique = definition.kind != ConstraintKind::exclude;
  wanted.method = definition.method;
  wanted.include = definition.include;
  if (definition.kind == ConstraintKind::exclude) {
    wanted.where = definition.expression;
  }
  for (const std::string& column : definition.columns) {
    ddl::KeyElement& element = wanted.elements.emplace_back();
    element.column = column;
  }
  auto index = read_index(session, table, wanted);
  if (index) {
    index->primary = definition.kind == ConstraintKind::primary_key;
    index->exclude = definition.kind == ConstraintKind::exclude;
    index->where = {};
  }
  return index;
}

bool second_primary_key(
    Session& session, Id table, const ConstraintDefinition& definition) {
  const Catalogue& catalogue = session.catalogue;
  if (definition.kind != ConstraintKind::primary_key) {
    return false;
  }
  for (const Id id : catalogue.relations[table].constraints) {
    const Constraint& constraint = catalogue.constraints[id];
    if (constraint.kind == ConstraintKind::primary_key) {
      if (!session.allows_existing()) {
        session.report_taken(
            ddl::ObjectKind::constraint,
            constraint,
            definition.name.text,
            catalogue.shown(catalogue.relations[table]));
      }
      return true;
    }
  }
  return false;
}

void add_read_key(
    Session& session,
    Id table,
    const ConstraintDefinition& definition,
    Index index,
    bool with_partitions) {
  Catalogue& catalogue = session.catalogue;
  if (second_primary_key(session, table, definition)) {
    return;
  }
  const std::string& written = definition.name.text;
  if (!written.empty()) {
    const Id schema = catalogue.relations[table].schema;
    const Entry taken = catalogue.find_entry(schema, written);
    if (taken || catalogue.find_constraint(table, written) != no_id) {
      if (!session.allows_existing() && taken) {
        session.report_taken(
            ddl::ObjectKind::index, catalogue.object(taken), written);
      }
      return;
    }
  }
  if (definition.kind == ConstraintKind::primary_key) {
    for (const IndexKey& key : index.keys) {
      set_not_null(session, table, key.column, true);
    }
  }
  const Id id = add_index(
      session,
      std::move(index),
      written,
      definition.kind,
      with_partitions ? Reach::partitions_too : Reach::table_alone);
  catalogue.constraints.edit(catalogue.indexes[id].constraint).deferrable =
      definition.deferrable;
}

// Equal keys of one CREATE TABLE make one index.
struct PlannedKey {
  ConstraintDefinition definition;
  Index index;
};

bool merges(const PlannedKey& planned, const PlannedKey& other) {
  const auto same = [](const IndexKey& a, const IndexKey& b) {
    return a.column == b.column && a.column != no_column;
  };
  return planned.index.exclude == other.index.exclude &&
         !planned.index.exclude &&
         planned.index.include == other.index.include &&
         planned.definition.deferrable == other.definition.deferrable &&
         std::equal(
             planned.index.keys.begin(),
             planned.index.keys.end(),
             other.index.keys.begin(),
             other.index.keys.end(),
             same);
}

void plan_key(PlannedKey key, std::vector<PlannedKey>& planned) {
  for (PlannedKey& earlier : planned) {
    if (merges(earlier, key)) {
      if (earlier.definition.name.empty()) {
        earlier.definition.name = key.definition.name;
      }
      return;
    }
  }
  planned.push_back(std::move(key));
}

bool is_key(const ConstraintDefinition& definition) {
  return definition.kind == ConstraintKind::primary_key ||
         definition.kind == ConstraintKind::unique ||
         definition.kind == ConstraintKind::exclude;
}

} // namespace

void add_key(
    Session& session,
    Id table,
    const ConstraintDefinition& definition,
    bool with_partitions) {
  if (!definition.using_index.empty()) {
    return use_index(session, table, definition);
  }
  if (auto index = read_key(session, table, definition)) {
    add_read_key(
        session, table, definition, std::move(*index), with_partitions);
  }
}

void add_keys(
    Session& session,
    Id table,
    const std::vector<ConstraintDefinition>& definitions) {
  std::vector<PlannedKey> keys;
  for (const bool primary : {true, false}) {
    for (const ConstraintDefinition& definition : definitions) {
      if (!is_key(definition) ||
          (definition.kind == ConstraintKind::primary_key) != primary) {
        continue;
      }
      if (auto index = read_key(session, table, definition)) {
        plan_key({definition, std::move(*index)}, keys);
      }
    }
  }
  for (PlannedKey& key : keys) {
    add_read_key(session, table, key.definition, std::move(key.index), true);
  }
}

} // namespace migcheck::schema
