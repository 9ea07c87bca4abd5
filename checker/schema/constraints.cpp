#include "schema/constraints.hpp"

#include "schema/constraint_parts.hpp"
#include "schema/expressions.hpp"
#include "schema/foreign_keys.hpp"
#include "schema/keys.hpp"

namespace migcheck::schema {
namespace {

using ddl::ConstraintDefinition;
using ddl::ConstraintKind;

void add_check(
    Session& session,
    Id table,
    const ConstraintDefinition& definition,
    Inheritance inheritance) {
  Catalogue& catalogue = session.catalogue;
  Constraint check;
  check.table = table;
  check.kind = ConstraintKind::check;
  check.columns = columns_of(session, table, definition.expression);
  check.functions = functions_of(session, definition.expression);
  check.expression = catalogue.texts.keep(definition.expression.text);
  check.not_valid = definition.not_valid;
  check.no_inherit = definition.no_inherit;
  // A check of one column is named for it.
  const std::string_view part =
      check.columns.size() == 1
          ? catalogue.relations[table].columns[check.columns[0]].name
          : std::string_view();
  const auto name =
      name_for(session, check, definition.name.text, part, "check");
  if (!name) {
    return;
  }
  for (const Id function : check.functions) {
    add_missing(catalogue.functions.edit(function).tables, table);
  }
  const Id id = add_named(session, std::move(check), *name);
  if (inheritance == Inheritance::none || definition.no_inherit) {
    return;
  }
  const std::vector<Id> children = catalogue.relations[table].children;
  for (const Id child : children) {
    inherit_check(session, id, child);
  }
}

} // namespace

void set_not_null(Session& session, Id table, ColumnNumber column, bool on) {
  Catalogue& catalogue = session.catalogue;
  if (column == no_column) {
    return;
  }
  const std::string_view name = catalogue.relations[table].columns[column].name;
  std::vector<Id> tables = {table};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnNumber own = catalogue.find_column(tables[i], name);
    if (own == no_column) {
      continue;
    }
    if (catalogue.relations[tables[i]].columns[own].not_null != on) {
      catalogue.relations.edit(tables[i]).columns[own].not_null = on;
    }
    for (const Id child : catalogue.relations[tables[i]].children) {
      tables.push_back(child);
    }
  }
}

void copy_check(Session& session, Id check, Id table) {
  const Catalogue& catalogue = session.catalogue;
  Constraint copy = catalogue.constraints[check];
  const std::string name(copy.name);
  if (catalogue.find_constraint(table, name) != no_id) {
    return;
  }
  for (ColumnNumber& column : copy.columns) {
    column = catalogue.find_same_column(copy.table, column, table);
  }
  copy.table = table;
  copy.parent = no_id;
  copy.children = std::vector<Id>();
  copy.local = true;
  add_named(session, std::move(copy), name);
}

void inherit_check(Session& session, Id check, Id child) {
  Catalogue& catalogue = session.catalogue;

  struct Step {
    Id check;
    Id table;
  };

  std::vector<Step> steps = {{check, child}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step step = steps[i];
    const Constraint& upper = catalogue.constraints[step.check];
    Id own = catalogue.find_constraint(step.table, upper.name);
    if (own == no_id) {
      Constraint copy = upper;
      copy.table = step.table;
      copy.parent = step.check;
      copy.children = std::vector<Id>();
      copy.local = false;
      for (ColumnNumber& column : copy.columns) {
        column = catalogue.find_same_column(upper.table, column, step.table);
      }
      const std::string name(upper.name);
      own = add_named(session, std::move(copy), name);
    } else if (catalogue.constraints[own].parent == no_id) {
      catalogue.constraints.edit(own).parent = step.check;
    }
    catalogue.constraints.edit(step.check).children.push_back(own);
    for (const Id below : catalogue.relations[step.table].children) {
      steps.push_back({own, below});
    }
  }
}

void add_constraint(
    Session& session,
    Id table,
    const ConstraintDefinition& definition,
    Inheritance inheritance) {
  switch (definition.kind) {
  case ConstraintKind::check:
    return add_check(session, table, definition, inheritance);
  case ConstraintKind::foreign_key:
    return add_foreign_key(session, table, definition);
  case ConstraintKind::not_null:
    for (const std::string& name : definition.columns) {
      set_not_null(
          session, table, session.need_column(table, name, false), true);
    }
    return;
  case ConstraintKind::primary_key:
  case ConstraintKind::unique:
  case ConstraintKind::exclude:
    break;
  }
  add_key(session, table, definition, inheritance == Inheritance::children_too);
}

void add_constraints(
    Session& session,
    Id table,
    const std::vector<ConstraintDefinition>& definitions) {
  for (const ConstraintDefinition& definition : definitions) {
    if (definition.kind == ConstraintKind::check ||
        definition.kind == ConstraintKind::not_null) {
      add_constraint(session, table, definition, Inheritance::none);
    }
  }
  add_keys(session, table, definitions);
  for (const ConstraintDefinition& definition : definitions) {
    if (definition.kind == ConstraintKind::foreign_key) {
      add_foreign_key(session, table, definition);
    }
  }
}

} // namespace migcheck::schema
