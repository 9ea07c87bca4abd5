#include "schema/indexes.hpp"

#include "schema/automatic_name.hpp"
#include "schema/constraints.hpp"
#include "schema/expressions.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// Where the name of an index without one comes from.
std::string
chosen_name(Session& session, const Index& index, bool for_constraint) {
  const Relation& table = session.catalogue.relations[index.table];
  if (index.primary) {
    return session.relation_name(table.schema, table.name, "", "pkey", true);
  }
  std::vector<std::string> columns;
  columns.reserve(index.keys.size() + index.include.size());
  for (const IndexKey& key : index.keys) {
    columns.emplace_back(key.name);
  }
  for (const ColumnNumber column : index.include) {
    columns.emplace_back(table.columns[column].name);
    number_last(columns);
  }
  const std::string_view label = index.exclude    ? "excl"
                                 : for_constraint ? "key"
                                                  : "idx";
  return session.relation_name(
      table.schema, table.name, columns_part(columns), label, for_constraint);
}

// MySQL: the first column's name, numbered from 2 on.
std::string mysql_name(const Session& session, const Index& index) {
  if (index.primary) {
    return "PRIMARY";
  }
  const std::string base = index.keys.empty() || index.keys[0].name.empty()
                               ? "functional_index"
                               : std::string(index.keys[0].name);
  std::string name = base;
  for (unsigned number = 2;
       session.catalogue.find_table_index(index.table, name) != no_id;
       ++number) {
    name = base + '_' + std::to_string(number);
  }
  return name;
}

// The columns of an index are named in the index too: that is what names of
// indexes are made of.
void name_keys(Session& session, Index& index) {
  std::vector<std::string> names;
  const Relation& table = session.catalogue.relations[index.table];
  for (IndexKey& key : index.keys) {
    names.push_back(
        key.column != no_column
            ? std::string(table.columns[key.column].name)
            : std::string(cut_name(name_of_expression(key.expression))));
    number_last(names);
    key.name = session.catalogue.texts.keep(names.back());
  }
}

std::vector<ColumnNumber> same_columns(
    const Catalogue& catalogue,
    Id table,
    const std::vector<ColumnNumber>& columns,
    Id other) {
  std::vector<ColumnNumber> found;
  found.reserve(columns.size());
  for (const ColumnNumber column : columns) {
    found.push_back(catalogue.find_same_column(table, column, other));
  }
  return found;
}

// `index` as an index of another table with the same columns.
Index moved(const Catalogue& catalogue, const Index& index, Id table) {
  // Not by a copy of all: a partitioned table's index has many children.
  Index other;
  other.schema = catalogue.relations[table].schema;
  other.table = table;
  other.unique = index.unique;
  other.primary = index.primary;
  other.exclude = index.exclude;
  other.nulls_not_distinct = index.nulls_not_distinct;
  other.method = index.method;
  other.keys = index.keys;
  for (IndexKey& key : other.keys) {
    key.column = catalogue.find_same_column(index.table, key.column, table);
  }
  other.include = same_columns(catalogue, index.table, index.include, table);
  other.mentions = same_columns(catalogue, index.table, index.mentions, table);
  other.where = index.where;
  other.functions = index.functions;
  return other;
}

bool same_definition(const Index& a, const Index& b) {
  const auto same_key = [](const IndexKey& x, const IndexKey& y) {
    return x.column == y.column && x.expression == y.expression;
  };
  return a.unique == b.unique && a.exclude == b.exclude &&
         a.method == b.method && a.where == b.where &&
         a.nulls_not_distinct == b.nulls_not_distinct &&
         a.include == b.include &&
         std::equal(
             a.keys.begin(),
             a.keys.end(),
             b.keys.begin(),
             b.keys.end(),
             same_key);
}

std::optional<ddl::ConstraintKind>
key_kind(const Catalogue& catalogue, const Index& index) {
  if (index.constraint == no_id) {
    return std::nullopt;
  }
  return catalogue.constraints[index.constraint].kind;
}

void adopt(Catalogue& catalogue, Id parent, Id child) {
  catalogue.indexes.edit(child).parent = parent;
  catalogue.indexes.edit(parent).children.push_back(child);
  const Id upper = catalogue.indexes[parent].constraint;
  const Id lower = catalogue.indexes[child].constraint;
  if (upper != no_id && lower != no_id) {
    catalogue.constraints.edit(lower).parent = upper;
    catalogue.constraints.edit(lower).local = false;
    catalogue.constraints.edit(upper).children.push_back(lower);
  }
}

Id find_equal(const Catalogue& catalogue, Id parent, const Index& wanted) {
  const auto wanted_kind = key_kind(catalogue, catalogue.indexes[parent]);
  for (const Id id : catalogue.relations[wanted.table].indexes) {
    const Index& index = catalogue.indexes[id];
    if (index.parent == no_id && same_definition(index, wanted) &&
        (!wanted_kind || key_kind(catalogue, index) == wanted_kind)) {
      return id;
    }
  }
  return no_id;
}

// Adds the index of one table, without its partitions.
Id add_one(
    Session& session,
    Index index,
    std::string_view wanted,
    std::optional<ddl::ConstraintKind> key) {
  Catalogue& catalogue = session.catalogue;
  index.file = session.where.migration;
  const bool mysql = catalogue.dialect() == Dialect::mysql;
  const std::string name = !wanted.empty() ? std::string(cut_name(wanted))
                           : mysql
                               ? mysql_name(session, index)
                               : chosen_name(session, index, key.has_value());
  index.name = name; // the catalogue keeps it
  const Id table = index.table;
  const Id id = catalogue.add(std::move(index));
  catalogue.relations.edit(table).indexes.push_back(id);
  if (!key) {
    return id;
  }
  Constraint constraint;
  constraint.schema = catalogue.relations[table].schema;
  constraint.name = catalogue.indexes[id].name;
  constraint.file = session.where.migration;
  constraint.table = table;
  constraint.kind = *key;
  for (const IndexKey& part : catalogue.indexes[id].keys) {
    if (part.column != no_column) {
      constraint.columns.push_back(part.column);
    }
  }
  constraint.index = id;
  const Id made = catalogue.add(std::move(constraint));
  catalogue.indexes.edit(id).constraint = made;
  catalogue.relations.edit(table).constraints.push_back(made);
  return id;
}

} // namespace

std::optional<Index>
read_index(Session& session, Id table, const ddl::IndexDefinition& definition) {
  Catalogue& catalogue = session.catalogue;
  Index index;
  index.table = table;
  index.schema = catalogue.relations[table].schema;
  index.unique = definition.unique;
  index.nulls_not_distinct = definition.nulls_not_distinct;
  index.method = definition.method == "btree"
                     ? std::string_view()
                     : catalogue.texts.keep(definition.method);
  ddl::Expression mentioned = definition.where;
  bool complete = true;
  for (const ddl::KeyElement& element : definition.elements) {
    IndexKey key;
    key.column = session.need_column(table, element.column, false);
    complete = complete && (element.column.empty() || key.column != no_column);
    key.expression = catalogue.texts.keep(element.expression.text);
    for (const ColumnNumber column :
         columns_of(session, table, element.expression)) {
      add_missing(index.mentions, column);
    }
    for (const Id function : functions_of(session, element.expression)) {
      add_missing(index.functions, function);
    }
    index.keys.push_back(key);
  }
  for (const std::string& name : definition.include) {
    const ColumnNumber column = session.need_column(table, name, false);
    complete = complete && column != no_column;
    index.include.push_back(column);
  }
  for (const ColumnNumber column :
       columns_of(session, table, definition.where)) {
    add_missing(index.mentions, column);
  }
  for (const Id function : functions_of(session, definition.where)) {
    add_missing(index.functions, function);
  }
  index.where = catalogue.texts.keep(definition.where.text);
  if (!complete) {
    return std::nullopt;
  }
  name_keys(session, index);
  return index;
}

Id add_index(
    Session& session,
    Index index,
    std::string_view wanted,
    std::optional<ddl::ConstraintKind> key,
    Reach reach) {
  if (!index.keys.empty() && index.keys[0].name.empty()) {
    name_keys(session, index);
  }
  const Id id = add_one(session, std::move(index), wanted, key);
  if (reach == Reach::partitions_too) {
    const Catalogue& catalogue = session.catalogue;
    const Id table = catalogue.indexes[id].table;
    if (catalogue.relations[table].kind == RelationKind::partitioned_table) {
      const std::vector<Id> children = catalogue.relations[table].children;
      for (const Id child : children) {
        match_index(session, id, child);
      }
    }
  }
  return id;
}

// One case after the other. NOLINTNEXTLINE(readability-function-size)
void match_index(Session& session, Id parent, Id child) {
  Catalogue& catalogue = session.catalogue;

  struct Step {
    Id index;
    Id table;
  };

  std::vector<Step> steps = {{parent, child}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step step = steps[i];
    const Index& model = catalogue.indexes[step.index];
    Index wanted = moved(catalogue, model, step.table);
    const Id equal = find_equal(catalogue, step.index, wanted);
    const Id own =
        equal != no_id
            ? equal
            : add_one(
                  session, std::move(wanted), "", key_kind(catalogue, model));
    adopt(catalogue, step.index, own);
    if (equal == no_id) {
      const Relation& table = catalogue.relations[step.table];
      if (table.kind == RelationKind::partitioned_table) {
        for (const Id below : table.children) {
          steps.push_back({own, below});
        }
      }
    }
  }
}

void copy_index(Session& session, Id index, Id table) {
  const Catalogue& catalogue = session.catalogue;
  const Index& model = catalogue.indexes[index];
  const Index copy = moved(catalogue, model, table);
  for (const IndexKey& key : copy.keys) {
    if (copy.primary) {
      set_not_null(session, table, key.column, true);
    }
  }
  add_one(session, copy, "", key_kind(catalogue, model));
}

void create_index(Session& session, const ddl::CreateIndex& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id table = session.need_relation(statement.table, false);
  if (table == no_id) {
    const std::string name(cut_name(statement.index.name.text));
    if (!name.empty() && session.may_exist(statement.table)) {
      session.add_unknown(name, "it is an index of an unknown table");
    }
    return;
  }
  const Relation& relation = catalogue.relations[table];
  const std::string_view name = statement.index.name.text;
  const bool per_table = catalogue.dialect() == Dialect::mysql ||
                         catalogue.dialect() == Dialect::tsql ||
                         catalogue.dialect() == Dialect::clickhouse;
  if (!name.empty()) {
    Entry taken = catalogue.find_entry(relation.schema, name);
    if (per_table) {
      taken = {EntryKind::index, catalogue.find_table_index(table, name)};
      taken.kind = taken.id == no_id ? EntryKind::none : taken.kind;
    }
    if (taken) {
      if (!statement.if_not_exists && !session.allows_existing()) {
        session.report_taken(
            ddl::ObjectKind::index, catalogue.object(taken), name);
      }
      return;
    }
  }
  auto index = read_index(session, table, statement.index);
  if (!index) {
    return;
  }
  add_index(
      session,
      std::move(*index),
      name,
      std::nullopt,
      statement.only ? Reach::table_alone : Reach::partitions_too);
}

void attach_index(Session& session, Id parent, Id child) {
  if (session.catalogue.indexes[child].parent == no_id) {
    adopt(session.catalogue, parent, child);
  }
}

} // namespace migcheck::schema
