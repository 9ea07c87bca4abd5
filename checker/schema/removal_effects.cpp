// What Removal does once it knows what goes: the reports, and the objects
// themselves.
#include "schema/expressions.hpp"
#include "schema/removal.hpp"

namespace migcheck::schema {

ddl::ObjectKind object_kind(const Catalogue& catalogue, Ref ref) {
  switch (ref.kind) {
  case RefKind::relation:
    switch (catalogue.relations[ref.id].kind) {
    case RelationKind::view:
      return ddl::ObjectKind::view;
    case RelationKind::materialized_view:
      return ddl::ObjectKind::materialized_view;
    default:
      return ddl::ObjectKind::table;
    }
  case RefKind::column:
  case RefKind::default_:
    return ddl::ObjectKind::column;
  case RefKind::index:
    return ddl::ObjectKind::index;
  case RefKind::constraint:
    return ddl::ObjectKind::constraint;
  case RefKind::sequence:
    return ddl::ObjectKind::sequence;
  case RefKind::type:
    return ddl::ObjectKind::type;
  case RefKind::function:
    return ddl::ObjectKind::function;
  case RefKind::trigger:
    return ddl::ObjectKind::trigger;
  case RefKind::policy:
    return ddl::ObjectKind::policy;
  case RefKind::schema:
    return ddl::ObjectKind::schema;
  case RefKind::extension:
    return ddl::ObjectKind::extension;
  }
  return ddl::ObjectKind::other;
}

std::string Removal::shown(Ref ref) const {
  const Catalogue& catalogue = session_->catalogue;
  switch (ref.kind) {
  case RefKind::relation:
    return catalogue.shown(catalogue.relations[ref.id]);
  case RefKind::column:
  case RefKind::default_:
    return catalogue.shown(catalogue.relations[ref.id]) + '.' +
           std::string(catalogue.relations[ref.id].columns[ref.column].name);
  case RefKind::index:
    return catalogue.shown(catalogue.indexes[ref.id]);
  case RefKind::constraint:
    return std::string(catalogue.constraints[ref.id].name);
  case RefKind::sequence:
    return catalogue.shown(catalogue.sequences[ref.id]);
  case RefKind::type:
    return catalogue.shown(catalogue.types[ref.id]);
  case RefKind::function:
    return catalogue.shown(catalogue.functions[ref.id]);
  case RefKind::trigger:
    return std::string(catalogue.triggers[ref.id].name);
  case RefKind::policy:
    return std::string(catalogue.policies[ref.id].name);
  case RefKind::schema:
    return std::string(catalogue.schemas[ref.id].name);
  case RefKind::extension:
    return std::string(catalogue.extensions[ref.id].name);
  }
  return {};
}

void Removal::report_blocked() {
  const Catalogue& catalogue = session_->catalogue;
  const Found& first = blocked_.front();
  const Ref target = order_[first.target].ref;
  if (session_->allows_missing() ||
      catalogue.unknowns.covers(shown(first.ref))) {
    return;
  }
  Event event;
  event.kind = EventKind::has_dependents;
  event.object_kind = object_kind(catalogue, first.ref);
  event.object = shown(first.ref);
  event.cause_kind = object_kind(catalogue, target);
  event.cause = shown(target);
  session_->report(std::move(event));
}

// A foreign key that goes though its own table stays.
void Removal::report_cascade(const Found& found) {
  const Catalogue& catalogue = session_->catalogue;
  const Constraint& constraint = catalogue.constraints[found.ref.id];
  if (constraint.kind != ddl::ConstraintKind::foreign_key ||
      constraint.parent != no_id ||
      taken({RefKind::relation, constraint.table})) {
    return;
  }
  const Ref target = order_[found.target].ref;
  Event event;
  event.kind = EventKind::constraint_dropped;
  event.object_kind = ddl::ObjectKind::constraint;
  event.object = constraint.name;
  event.table = catalogue.shown(catalogue.relations[constraint.table]);
  event.table_id = constraint.table;
  event.references_id = constraint.references;
  event.cause_kind = object_kind(catalogue, target);
  event.cause = shown(target);
  if (constraint.references != no_id) {
    event.references =
        catalogue.shown(catalogue.relations[constraint.references]);
  }
  event.losing = {event.table};
  for (const Id child : constraint.children) {
    const Id table = catalogue.constraints[child].table;
    if (!taken({RefKind::relation, table})) {
      event.losing.push_back(catalogue.shown(catalogue.relations[table]));
    }
  }
  session_->report(std::move(event));
}

void Removal::erase_relation(Id id) {
  Catalogue& catalogue = session_->catalogue;
  const Relation relation = catalogue.relations[id];
  for (const Id parent : relation.parents) {
    if (!taken({RefKind::relation, parent})) {
      take_out(catalogue.relations.edit(parent).children, id);
    }
  }
  for (const Id child : relation.children) {
    if (!taken({RefKind::relation, child})) {
      take_out(catalogue.relations.edit(child).parents, id);
    }
  }
  for (const Id read : relation.reads) {
    if (!taken({RefKind::relation, read})) {
      take_out(catalogue.relations.edit(read).readers, id);
    }
  }
  catalogue.remove(catalogue.relations, id);
}

void Removal::erase_constraint(Id id) {
  Catalogue& catalogue = session_->catalogue;
  const Constraint& constraint = catalogue.constraints[id];
  if (!taken({RefKind::relation, constraint.table})) {
    take_out(catalogue.relations.edit(constraint.table).constraints, id);
  }
  if (constraint.references != no_id &&
      !taken({RefKind::relation, constraint.references})) {
    take_out(catalogue.relations.edit(constraint.references).referencing, id);
  }
  if (constraint.parent != no_id &&
      !taken({RefKind::constraint, constraint.parent})) {
    take_out(catalogue.constraints.edit(constraint.parent).children, id);
  }
  for (const Id child : constraint.children) {
    if (!taken({RefKind::constraint, child})) {
      catalogue.constraints.edit(child).parent = no_id;
    }
  }
  if (constraint.kind != ddl::ConstraintKind::foreign_key &&
      constraint.index != no_id && !taken({RefKind::index, constraint.index})) {
    catalogue.indexes.edit(constraint.index).constraint = no_id;
  }
  catalogue.remove(catalogue.constraints, id);
}

void Removal::erase_index(Id id) {
  Catalogue& catalogue = session_->catalogue;
  const Index& index = catalogue.indexes[id];
  if (!taken({RefKind::relation, index.table})) {
    take_out(catalogue.relations.edit(index.table).indexes, id);
  }
  if (index.parent != no_id && !taken({RefKind::index, index.parent})) {
    take_out(catalogue.indexes.edit(index.parent).children, id);
  }
  catalogue.remove(catalogue.indexes, id);
}

void Removal::erase(const Ref& ref) {
  Catalogue& catalogue = session_->catalogue;
  switch (ref.kind) {
  case RefKind::relation:
    return erase_relation(ref.id);
  case RefKind::column:
    if (!taken({RefKind::relation, ref.id})) {
      catalogue.drop_column(ref.id, ref.column);
    }
    return;
  case RefKind::default_: {
    Relation& table = catalogue.relations.edit(ref.id);
    table.columns[ref.column].has_default = false;
    table.columns[ref.column].default_text = {};
    std::erase_if(table.uses, [&](const ColumnUse& use) {
      return use.column == ref.column;
    });
    return;
  }
  case RefKind::index:
    return erase_index(ref.id);
  case RefKind::constraint:
    return erase_constraint(ref.id);
  case RefKind::sequence: {
    const Id owner = catalogue.sequences[ref.id].table;
    if (owner != no_id && !taken({RefKind::relation, owner})) {
      take_out(catalogue.relations.edit(owner).sequences, ref.id);
    }
    return catalogue.remove(catalogue.sequences, ref.id);
  }
  case RefKind::type:
    return catalogue.remove(catalogue.types, ref.id);
  case RefKind::function:
    return catalogue.remove(catalogue.functions, ref.id);
  case RefKind::trigger: {
    const Trigger& trigger = catalogue.triggers[ref.id];
    if (!taken({RefKind::relation, trigger.table})) {
      take_out(catalogue.relations.edit(trigger.table).triggers, ref.id);
    }
    if (trigger.parent != no_id && !taken({RefKind::trigger, trigger.parent})) {
      take_out(catalogue.triggers.edit(trigger.parent).children, ref.id);
    }
    return catalogue.remove(catalogue.triggers, ref.id);
  }
  case RefKind::policy: {
    const Id table = catalogue.policies[ref.id].table;
    if (!taken({RefKind::relation, table})) {
      take_out(catalogue.relations.edit(table).policies, ref.id);
    }
    return catalogue.remove(catalogue.policies, ref.id);
  }
  case RefKind::schema:
    return catalogue.remove(catalogue.schemas, ref.id);
  case RefKind::extension:
    return catalogue.remove(catalogue.extensions, ref.id);
  }
}

} // namespace migcheck::schema
