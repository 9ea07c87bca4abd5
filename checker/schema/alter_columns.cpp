// What ALTER TABLE does to columns.
#include "schema/columns.hpp"
#include "schema/constraints.hpp"
#include "schema/expressions.hpp"
#include "schema/partitions.hpp"
#include "schema/removal.hpp"
#include "schema/table_changer.hpp"

namespace migcheck::schema {

void TableChanger::operator()(const ddl::AddColumn& action) {
  const std::string& name = action.column.name.text;
  if (is_view()) {
    return;
  }
  if (const ColumnNumber there = catalogue_.find_column(table_, name);
      there != no_column) {
    if (!action.if_not_exists && !session_.allows_existing() &&
        !catalogue_.relations[table_].incomplete) {
      // Of the table, all but its name.
      Object other =
          catalogue_.relations[table_]; // NOLINT(cppcoreguidelines-slicing)
      other.name = catalogue_.relations[table_].columns[there].name;
      session_.report_taken(
          ddl::ObjectKind::column,
          other,
          name,
          catalogue_.shown(catalogue_.relations[table_]));
    }
    return;
  }
  const Relation& relation = catalogue_.relations[table_];
  Id sequence = no_id;
  if (has_sequence(action.column) && session_.postgresql()) {
    sequence = add_column_sequence(
        session_, relation.schema, relation.name, action.column);
  }
  const ColumnNumber number = add_column_below(
      session_, table_, read_column(session_, action.column), !statement_.only);
  link_column(session_, table_, number, action.column.expression);
  if (sequence != no_id) {
    own_sequence(session_, sequence, table_, number);
    if (action.column.serial != ddl::Serial::none) {
      catalogue_.sequences.edit(sequence).tables.push_back(table_);
      catalogue_.relations.edit(table_).uses.push_back(
          {number, no_id, sequence, no_column});
    }
  }
  move_column(number, action.position);
  for (const ddl::ConstraintDefinition& constraint : action.constraints) {
    add_constraint(session_, table_, constraint, Inheritance::children_too);
  }
}

// MySQL's FIRST and AFTER are not kept: columns are a set for everyone who
// asks.
void TableChanger::move_column(
    ColumnNumber /*column*/, const ddl::ColumnPosition& /*position*/) {}

void TableChanger::operator()(const ddl::DropColumn& action) {
  const ColumnNumber dropped = column(action.column, action.if_exists);
  if (dropped == no_column) {
    return;
  }
  Removal removal(session_, action.cascade ? Cascade::yes : Cascade::no);
  removal.add({RefKind::column, table_, dropped});
  // Children lose what they have from here alone.
  const std::string name(catalogue_.relations[table_].columns[dropped].name);

  struct Step {
    Id table;
    Id parent;
  };

  std::vector<Step> steps;
  std::vector<Step> keep;
  for (const Id child : catalogue_.relations[table_].children) {
    steps.push_back({child, table_});
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Id child = steps[i].table;
    const ColumnNumber own = catalogue_.find_column(child, name);
    if (own == no_column) {
      continue;
    }
    const Column& mine = catalogue_.relations[child].columns[own];
    if (mine.local || mine.parents > 1 || statement_.only) {
      keep.push_back({child, own});
      continue;
    }
    removal.add({RefKind::column, child, own});
    for (const Id below : catalogue_.relations[child].children) {
      steps.push_back({below, child});
    }
  }
  if (!removal.run()) {
    return;
  }
  for (const Step& kept : keep) {
    Column& mine = catalogue_.relations.edit(kept.table).columns[kept.parent];
    mine.local = true;
    if (mine.parents > 0) {
      --mine.parents;
    }
  }
}

void TableChanger::operator()(const ddl::SetColumnType& action) {
  const ColumnNumber number = column(action.column);
  if (number == no_column) {
    return;
  }
  const std::string_view name =
      catalogue_.relations[table_].columns[number].name;
  std::vector<Id> tables = {table_};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnNumber own = catalogue_.find_column(tables[i], name);
    if (own == no_column) {
      continue;
    }
    Relation& relation = catalogue_.relations.edit(tables[i]);
    session_.set_type(relation.columns[own], action.type);
    if (relation.columns[own].user_type != no_id) {
      add_missing(
          catalogue_.types.edit(relation.columns[own].user_type).tables,
          tables[i]);
    }
    tables.insert(
        tables.end(), relation.children.begin(), relation.children.end());
  }
}

void TableChanger::operator()(const ddl::SetDefault& action) {
  if (is_view() || column(action.column) == no_column) {
    return;
  }
  set_default(session_, table_, action, statement_.only);
}

void TableChanger::operator()(const ddl::SetNotNull& action) {
  set_not_null(session_, table_, column(action.column), action.not_null);
}

void TableChanger::operator()(const ddl::SetIdentity& action) {
  const ColumnNumber number = column(action.column);
  if (number == no_column) {
    return;
  }
  if (action.add) {
    const Relation& relation = catalogue_.relations[table_];
    ddl::ColumnDefinition named;
    named.name = action.column;
    named.identity = action.identity;
    const Id sequence =
        add_column_sequence(session_, relation.schema, relation.name, named);
    own_sequence(session_, sequence, table_, number);
  }
  Column& changed = catalogue_.relations.edit(table_).columns[number];
  const ddl::Identity before = changed.identity;
  changed.identity = action.identity;
  if (action.identity == ddl::Identity::none && before != action.identity) {
    Removal removal(session_, Cascade::yes);
    for (const Id id : catalogue_.relations[table_].sequences) {
      const Sequence& sequence = catalogue_.sequences[id];
      if (sequence.column == number && sequence.identity) {
        removal.add({RefKind::sequence, id});
      }
    }
    removal.run();
  }
}

void TableChanger::operator()(const ddl::SetGenerated& action) {
  const ColumnNumber number = column(action.column);
  if (number == no_column) {
    return;
  }
  Column& changed = catalogue_.relations.edit(table_).columns[number];
  changed.generated = !action.expression.empty();
  changed.has_default = changed.generated;
  changed.default_text = catalogue_.texts.keep(action.expression.text);
}

void TableChanger::operator()(const ddl::ModifyColumn& action) {
  const ColumnNumber number = column(action.column, action.if_exists);
  if (number == no_column) {
    return;
  }
  const Column now = read_column(session_, action.definition);
  if (!catalogue_.relations[table_].columns[number].name.empty() &&
      catalogue_.find_column(table_, now.name) == no_column) {
    catalogue_.rename_column(table_, number, now.name);
  }
  Column& changed = catalogue_.relations.edit(table_).columns[number];
  const std::string_view name = changed.name;
  const bool key = changed.not_null && [&] {
    for (const Id id : catalogue_.relations[table_].constraints) {
      const Constraint& constraint = catalogue_.constraints[id];
      if (constraint.kind == ddl::ConstraintKind::primary_key &&
          holds(constraint.columns, number)) {
        return true;
      }
    }
    return false;
  }();
  const bool typed = !now.type.empty();
  const Column before = changed;
  changed = now;
  changed.name = name;
  changed.not_null = now.not_null || key;
  if (!typed) { // ClickHouse: the rest of the definition alone
    changed.type = before.type;
    changed.user_type = before.user_type;
    changed.array = before.array;
  }
  move_column(number, action.position);
  for (const ddl::ConstraintDefinition& constraint : action.constraints) {
    add_constraint(session_, table_, constraint, Inheritance::children_too);
  }
}

void TableChanger::operator()(const ddl::RenameColumn& action) {
  if (is_view()) {
    return;
  }
  const ColumnNumber number = column(action.from, action.if_exists);
  if (number == no_column) {
    return;
  }
  if (const ColumnNumber there = catalogue_.find_column(table_, action.to.text);
      there != no_column && there != number) {
    if (!session_.allows_existing()) {
      // Of the table, all but its name.
      Object other =
          catalogue_.relations[table_]; // NOLINT(cppcoreguidelines-slicing)
      other.name = catalogue_.relations[table_].columns[there].name;
      session_.report_taken(
          ddl::ObjectKind::column,
          other,
          action.to.text,
          catalogue_.shown(catalogue_.relations[table_]));
    }
    return;
  }
  std::vector<Id> tables = {table_};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnNumber own =
        catalogue_.find_column(tables[i], action.from.text);
    if (own == no_column) {
      continue;
    }
    catalogue_.rename_column(tables[i], own, action.to.text);
    const std::vector<Id>& below = catalogue_.relations[tables[i]].children;
    tables.insert(tables.end(), below.begin(), below.end());
  }
}

} // namespace migcheck::schema
