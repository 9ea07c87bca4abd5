#include "schema/partitions.hpp"

#include "schema/constraints.hpp"
#include "schema/expressions.hpp"
#include "schema/foreign_keys.hpp"
#include "schema/indexes.hpp"

namespace migcheck::schema {
namespace {

void link(Catalogue& catalogue, Id parent, Id child) {
  catalogue.relations.edit(parent).children.push_back(child);
  catalogue.relations.edit(child).parents.push_back(parent);
}

void unlink(Catalogue& catalogue, Id parent, Id child) {
  take_out(catalogue.relations.edit(parent).children, child);
  take_out(catalogue.relations.edit(child).parents, parent);
}

// Columns that the child shares with a parent that it gets.
void gain_parent(Catalogue& catalogue, Id parent, Id child, bool keep_local) {
  for (const Column& column : catalogue.relations[parent].columns) {
    const ColumnNumber own =
        column.dropped ? no_column : catalogue.find_column(child, column.name);
    if (own != no_column) {
      Column& mine = catalogue.relations.edit(child).columns[own];
      ++mine.parents;
      mine.local = mine.local && keep_local;
      mine.not_null = mine.not_null || column.not_null;
    }
  }
}

void lose_parent(Catalogue& catalogue, Id parent, Id child) {
  for (const Column& column : catalogue.relations[parent].columns) {
    const ColumnNumber own =
        column.dropped ? no_column : catalogue.find_column(child, column.name);
    if (own != no_column) {
      Column& mine = catalogue.relations.edit(child).columns[own];
      if (mine.parents > 0) {
        --mine.parents;
      }
      mine.local = mine.local || mine.parents == 0;
    }
  }
}

// Objects of the child that hang on one of the parent's stand alone.
template <typename T>
void cut_loose(Store<T>& store, const std::vector<Id>& own, Id parent) {
  for (const Id id : own) {
    const Id upper = store[id].parent;
    if (upper != no_id && store[upper].table == parent) {
      take_out(store.edit(upper).children, id);
      store.edit(id).parent = no_id;
    }
  }
}

void remove_trigger(Catalogue& catalogue, Id trigger) {
  std::vector<Id> all = {trigger};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Trigger& one = catalogue.triggers[all[i]];
    all.insert(all.end(), one.children.begin(), one.children.end());
    take_out(catalogue.relations.edit(one.table).triggers, all[i]);
    catalogue.remove(catalogue.triggers, all[i]);
  }
}

} // namespace

bool descends_from(const Catalogue& catalogue, Id table, Id ancestor) {
  std::vector<Id> above = {table};
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (above[i] == ancestor) {
      return true;
    }
    for (const Id parent : catalogue.relations[above[i]].parents) {
      add_missing(above, parent);
    }
  }
  return false;
}

ColumnNumber add_column_below(
    Session& session, Id table, const Column& column, bool with_children) {
  Catalogue& catalogue = session.catalogue;
  const ColumnNumber number = catalogue.add_column(table, column);
  std::vector<Id> tables;
  if (with_children) {
    tables = catalogue.relations[table].children;
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnNumber there = catalogue.find_column(tables[i], column.name);
    if (there != no_column) {
      ++catalogue.relations.edit(tables[i]).columns[there].parents;
      continue;
    }
    Column copy = column;
    copy.local = false;
    copy.parents = 1;
    copy.identity = ddl::Identity::none;
    catalogue.add_column(tables[i], copy);
    const std::vector<Id>& below = catalogue.relations[tables[i]].children;
    tables.insert(tables.end(), below.begin(), below.end());
  }
  return number;
}

void inherit_columns(Session& session, Id parent, Id child) {
  Catalogue& catalogue = session.catalogue;
  const bool first = catalogue.relations[child].columns.empty();
  for (const Column& column : catalogue.relations[parent].columns) {
    if (column.dropped) {
      continue;
    }
    const ColumnNumber there =
        first ? no_column : catalogue.find_column(child, column.name);
    if (there != no_column) {
      Column& mine = catalogue.relations.edit(child).columns[there];
      ++mine.parents;
      mine.not_null = mine.not_null || column.not_null;
      continue;
    }
    Column copy = column;
    copy.local = false;
    copy.parents = 1;
    copy.identity = ddl::Identity::none;
    catalogue.add_column(child, copy);
    if (copy.user_type != no_id) {
      add_missing(catalogue.types.edit(copy.user_type).tables, child);
    }
  }
  for (ColumnUse use : catalogue.relations[parent].uses) {
    use.column = catalogue.find_same_column(parent, use.column, child);
    use.other = catalogue.find_same_column(parent, use.other, child);
    if (use.column != no_column) {
      catalogue.relations.edit(child).uses.push_back(use);
    }
  }
  if (catalogue.relations[parent].incomplete) {
    catalogue.relations.edit(child).incomplete = true;
  }
}

void inherit_checks(Session& session, Id parent, Id child) {
  const std::vector<Id> all = session.catalogue.relations[parent].constraints;
  for (const Id id : all) {
    const Constraint& constraint = session.catalogue.constraints[id];
    if (constraint.kind == ddl::ConstraintKind::check &&
        !constraint.no_inherit) {
      inherit_check(session, id, child);
    }
  }
}

void inherit_trigger(Session& session, Id trigger, Id child) {
  Catalogue& catalogue = session.catalogue;

  struct Step {
    Id trigger;
    Id table;
  };

  std::vector<Step> steps = {{trigger, child}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step step = steps[i];
    const Trigger& upper = catalogue.triggers[step.trigger];
    if (catalogue.find_trigger(step.table, upper.name) != no_id) {
      continue;
    }
    Trigger copy = upper;
    copy.table = step.table;
    copy.parent = step.trigger;
    copy.children = std::vector<Id>();
    for (ColumnNumber& column : copy.columns) {
      column = catalogue.find_same_column(upper.table, column, step.table);
    }
    const Id function = copy.function;
    const Id own = catalogue.add(std::move(copy));
    catalogue.relations.edit(step.table).triggers.push_back(own);
    catalogue.triggers.edit(step.trigger).children.push_back(own);
    if (function != no_id) {
      catalogue.functions.edit(function).triggers.push_back(own);
    }
    if (catalogue.relations[step.table].kind ==
        RelationKind::partitioned_table) {
      for (const Id below : catalogue.relations[step.table].children) {
        steps.push_back({own, below});
      }
    }
  }
}

void inherit_partition_objects(Session& session, Id parent, Id child) {
  Catalogue& catalogue = session.catalogue;
  const std::vector<Id> indexes = catalogue.relations[parent].indexes;
  for (const Id index : indexes) {
    match_index(session, index, child);
  }
  const std::vector<Id> triggers = catalogue.relations[parent].triggers;
  for (const Id trigger : triggers) {
    if (catalogue.triggers[trigger].row) {
      inherit_trigger(session, trigger, child);
    }
  }
  const std::vector<Id> constraints = catalogue.relations[parent].constraints;
  for (const Id constraint : constraints) {
    if (catalogue.constraints[constraint].kind ==
        ddl::ConstraintKind::foreign_key) {
      inherit_foreign_key(session, constraint, child);
    }
  }
}

void attach_partition(
    Session& session, Id parent, const ddl::AttachPartition& action) {
  Catalogue& catalogue = session.catalogue;
  const Id child = session.need_relation(action.partition, false);
  if (child == no_id || descends_from(catalogue, parent, child)) {
    return;
  }
  if (catalogue.relations[child].partition_of != no_id) {
    return; // the server refuses
  }
  link(catalogue, parent, child);
  Relation& relation = catalogue.relations.edit(child);
  relation.partition_of = parent;
  relation.bounds = action.bounds;
  gain_parent(catalogue, parent, child, false);
  inherit_checks(session, parent, child);
  inherit_partition_objects(session, parent, child);
}

void detach_partition(
    Session& session, Id parent, const ddl::DetachPartition& action) {
  Catalogue& catalogue = session.catalogue;
  const Id child = session.need_relation(action.partition, false);
  if (child == no_id || catalogue.relations[child].partition_of != parent) {
    return;
  }
  unlink(catalogue, parent, child);
  Relation& relation = catalogue.relations.edit(child);
  relation.partition_of = no_id;
  relation.bounds.reset();
  lose_parent(catalogue, parent, child);
  const std::vector<Id> triggers = relation.triggers;
  for (const Id trigger : triggers) {
    if (catalogue.triggers[trigger].parent != no_id) {
      take_out(
          catalogue.triggers.edit(catalogue.triggers[trigger].parent).children,
          trigger);
      remove_trigger(catalogue, trigger);
    }
  }
  const std::vector<Id> indexes = relation.indexes;
  const std::vector<Id> constraints = relation.constraints;
  cut_loose(catalogue.indexes, indexes, parent);
  for (const Id constraint : constraints) {
    catalogue.constraints.edit(constraint).local = true;
  }
  cut_loose(catalogue.constraints, constraints, parent);
  // A foreign key of its own references what the parent's did.
  for (const Id id : constraints) {
    const Constraint& constraint = catalogue.constraints[id];
    if (constraint.kind == ddl::ConstraintKind::foreign_key &&
        constraint.parent == no_id && constraint.references != no_id) {
      add_missing(
          catalogue.relations.edit(constraint.references).referencing, id);
    }
  }
}

void change_inheritance(
    Session& session, Id child, const ddl::Inherit& action) {
  Catalogue& catalogue = session.catalogue;
  const Id parent = session.need_relation(action.parent, false);
  if (parent == no_id || descends_from(catalogue, parent, child)) {
    return;
  }
  const bool linked = holds(catalogue.relations[child].parents, parent);
  if (action.no && linked) {
    unlink(catalogue, parent, child);
    lose_parent(catalogue, parent, child);
    const std::vector<Id> constraints = catalogue.relations[child].constraints;
    cut_loose(catalogue.constraints, constraints, parent);
  } else if (!action.no && !linked) {
    link(catalogue, parent, child);
    gain_parent(catalogue, parent, child, true);
    inherit_checks(session, parent, child);
  }
}

} // namespace migcheck::schema
