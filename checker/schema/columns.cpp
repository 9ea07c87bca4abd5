#include "schema/columns.hpp"

#include "schema/automatic_name.hpp"
#include "schema/expressions.hpp"
#include "text/ascii.hpp"

namespace migcheck::schema {

bool has_sequence(const ddl::ColumnDefinition& definition) {
  return definition.serial != ddl::Serial::none ||
         definition.identity != ddl::Identity::none;
}

Id add_column_sequence(
    Session& session,
    Id schema,
    std::string_view table,
    const ddl::ColumnDefinition& definition) {
  Catalogue& catalogue = session.catalogue;
  Sequence sequence;
  sequence.schema = schema;
  sequence.file = session.where.migration;
  sequence.identity = definition.identity != ddl::Identity::none;
  const std::string name =
      definition.identity_sequence.empty()
          ? session.relation_name(
                schema, table, cut_name(definition.name.text), "seq", false)
          : std::string(cut_name(definition.identity_sequence.name));
  sequence.name = catalogue.texts.keep(name);
  return catalogue.add(std::move(sequence));
}

// To PostgreSQL a NULL is none. Where the type has a length it becomes an
// expression, and is one.
void keep_default(
    Session& session, const ddl::Expression& expression, Column& column) {
  const bool none = session.postgresql() && !column.generated &&
                    equals_ignoring_case(expression.text, "null") &&
                    column.type.find('(') == std::string_view::npos;
  column.has_default = !expression.empty() && !none;
  column.default_text =
      none ? "" : session.catalogue.texts.keep(expression.text);
}

Column read_column(Session& session, const ddl::ColumnDefinition& definition) {
  Catalogue& catalogue = session.catalogue;
  Column column;
  column.name = catalogue.texts.keep(cut_name(definition.name.text));
  session.set_type(column, definition.type);
  column.generated = definition.generated;
  column.identity = definition.identity;
  column.not_null = definition.not_null || has_sequence(definition);
  keep_default(session, definition.expression, column);
  column.has_default =
      column.has_default || definition.serial != ddl::Serial::none;
  // A domain without NULL is no concern of the column.
  return column;
}

void link_column(
    Session& session,
    Id table,
    ColumnNumber column,
    const ddl::Expression& expression) {
  Catalogue& catalogue = session.catalogue;
  const Column& linked = catalogue.relations[table].columns[column];
  if (linked.user_type != no_id) {
    add_missing(catalogue.types.edit(linked.user_type).tables, table);
  }
  const bool generated = linked.generated;
  std::vector<ColumnUse> uses;
  for (const Id function : functions_of(session, expression)) {
    add_missing(catalogue.functions.edit(function).tables, table);
    uses.push_back({column, function, no_id, no_column});
  }
  for (const ddl::QualifiedName& name : expression.sequences) {
    const Entry found = session.find(name);
    if (found.kind == EntryKind::sequence) {
      add_missing(catalogue.sequences.edit(found.id).tables, table);
      uses.push_back({column, no_id, found.id, no_column});
    }
  }
  if (generated) {
    for (const ColumnNumber other : columns_of(session, table, expression)) {
      uses.push_back({column, no_id, no_id, other});
    }
  }
  if (!uses.empty()) {
    std::vector<ColumnUse>& all = catalogue.relations.edit(table).uses;
    all.insert(all.end(), uses.begin(), uses.end());
  }
}

void own_sequence(
    Session& session, Id sequence, Id table, ColumnNumber column) {
  Catalogue& catalogue = session.catalogue;
  const Id before = catalogue.sequences[sequence].table;
  if (before != no_id) {
    take_out(catalogue.relations.edit(before).sequences, sequence);
  }
  Sequence& owned = catalogue.sequences.edit(sequence);
  owned.table = table;
  owned.column = column;
  if (table != no_id) {
    catalogue.relations.edit(table).sequences.push_back(sequence);
  }
}

void set_default(
    Session& session, Id table, const ddl::SetDefault& action, bool only) {
  Catalogue& catalogue = session.catalogue;
  std::vector<Id> tables = {table};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnNumber column =
        catalogue.find_column(tables[i], action.column.text);
    if (column == no_column) {
      continue;
    }
    Relation& relation = catalogue.relations.edit(tables[i]);
    std::erase_if(relation.uses, [&](const ColumnUse& use) {
      return use.column == column;
    });
    keep_default(session, action.expression, relation.columns[column]);
    if (!action.expression.empty()) {
      link_column(session, tables[i], column, action.expression);
    }
    if (!only) {
      tables.insert(
          tables.end(), relation.children.begin(), relation.children.end());
    }
  }
}

} // namespace migcheck::schema
