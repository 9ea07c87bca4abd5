// CREATE FUNCTION and CREATE TRIGGER.
#include "schema/automatic_name.hpp"
#include "schema/create_objects.hpp"
#include "schema/expressions.hpp"
#include "schema/partitions.hpp"
#include "schema/removal.hpp"

namespace migcheck::schema {

void create_function(Session& session, const ddl::CreateFunction& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id schema = session.schema_for(statement.name.schema);
  Id taken = no_id;
  for (const Id id : catalogue.find_functions(schema, statement.name.name)) {
    if (catalogue.functions[id].signature == statement.signature) {
      taken = id;
    }
  }
  if (taken != no_id) {
    if (statement.or_replace) {
      Function& function = catalogue.functions.edit(taken);
      function.effects = statement.effects;
      function.calls = statement.calls;
      function.language = catalogue.texts.keep(statement.language);
    } else if (!statement.if_not_exists && !session.allows_existing()) {
      session.report_taken(
          statement.kind, catalogue.functions[taken], statement.name.name);
    }
    return;
  }
  Function function;
  function.schema = schema;
  function.name = cut_name(statement.name.name);
  function.file = session.where.migration;
  function.kind = statement.kind;
  function.signature = catalogue.texts.keep(statement.signature);
  function.language = catalogue.texts.keep(statement.language);
  function.effects = statement.effects;
  function.calls = statement.calls;
  const Id id = catalogue.add(std::move(function));
  for (const ddl::Argument& argument : statement.arguments) {
    const Id type = argument.type.user_type.empty()
                        ? no_id
                        : session.find_type(argument.type.user_type);
    if (type != no_id) {
      add_missing(catalogue.types.edit(type).functions, id);
    }
  }
  const Id type = statement.returns.user_type.empty()
                      ? no_id
                      : session.find_type(statement.returns.user_type);
  if (type != no_id) {
    add_missing(catalogue.types.edit(type).functions, id);
  }
}

void create_trigger(Session& session, const ddl::CreateTrigger& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id table = session.need_relation(statement.table, false);
  if (table == no_id) {
    return;
  }
  const Id taken = catalogue.find_trigger(table, statement.name.text);
  if (taken != no_id && !statement.or_replace) {
    if (!statement.if_not_exists && !session.allows_existing()) {
      session.report_taken(
          ddl::ObjectKind::trigger,
          catalogue.triggers[taken],
          statement.name.text,
          catalogue.shown(catalogue.relations[table]));
    }
    return;
  }
  const std::string no_arguments;
  Trigger trigger;
  trigger.name = cut_name(statement.name.text);
  trigger.file = session.where.migration;
  trigger.table = table;
  trigger.row = statement.row;
  if (!statement.function.empty()) {
    trigger.function = session.find_function(statement.function, &no_arguments);
  }
  for (const std::string& name : statement.columns) {
    const ColumnNumber column = session.need_column(table, name, false);
    if (column == no_column) {
      return;
    }
    trigger.columns.push_back(column);
  }
  for (const ColumnNumber column : columns_of(session, table, statement.when)) {
    add_missing(trigger.columns, column);
  }
  if (taken != no_id) {
    Removal removal(session, Cascade::yes);
    removal.add({RefKind::trigger, taken});
    removal.run();
  }
  const Id function = trigger.function;
  const Id id = catalogue.add(std::move(trigger));
  catalogue.relations.edit(table).triggers.push_back(id);
  if (function != no_id) {
    catalogue.functions.edit(function).triggers.push_back(id);
  }
  if (statement.row &&
      catalogue.relations[table].kind == RelationKind::partitioned_table) {
    const std::vector<Id> children = catalogue.relations[table].children;
    for (const Id child : children) {
      inherit_trigger(session, id, child);
    }
  }
}

} // namespace migcheck::schema
