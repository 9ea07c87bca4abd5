// What ALTER TABLE does to constraints.
#include "schema/automatic_name.hpp"
#include "schema/constraints.hpp"
#include "schema/removal.hpp"
#include "schema/table_changer.hpp"

namespace migcheck::schema {

void TableChanger::operator()(const ddl::AddConstraint& action) {
  const std::string& name = action.constraint.name.text;
  if (action.if_not_exists && !name.empty() &&
      catalogue_.find_constraint(table_, name) != no_id) {
    return;
  }
  add_constraint(
      session_,
      table_,
      action.constraint,
      statement_.only ? Inheritance::none : Inheritance::children_too);
}

void TableChanger::drop_constraint(Id constraint, bool cascade) {
  Removal removal(session_, cascade ? Cascade::yes : Cascade::no);
  removal.add({RefKind::constraint, constraint});
  removal.run();
}

void TableChanger::operator()(const ddl::DropConstraint& action) {
  if (action.kind == ddl::DroppedConstraint::primary_key) {
    const std::vector<Id> all = catalogue_.relations[table_].constraints;
    for (const Id id : all) {
      if (catalogue_.constraints[id].kind == ddl::ConstraintKind::primary_key) {
        drop_constraint(id, true);
        return;
      }
    }
    return;
  }
  const Id found = catalogue_.find_constraint(table_, action.name.text);
  if (found != no_id) {
    return drop_constraint(found, action.cascade);
  }
  const Relation& relation = catalogue_.relations[table_];
  const std::string table = catalogue_.shown(relation);
  if (!action.if_exists && !session_.allows_missing() &&
      session_.postgresql() && !relation.incomplete &&
      !catalogue_.unknowns.covers(table) &&
      !catalogue_.unknowns.covers(table + '.' + action.name.text)) {
    session_.report_missing(
        ddl::ObjectKind::constraint, action.name.text, table);
  }
}

void TableChanger::operator()(const ddl::RenameConstraint& action) {
  const Id found = catalogue_.find_constraint(table_, action.from.text);
  if (found == no_id) {
    const Relation& relation = catalogue_.relations[table_];
    const std::string table = catalogue_.shown(relation);
    if (!session_.allows_missing() && !relation.incomplete &&
        !catalogue_.unknowns.covers(table)) {
      session_.report_missing(
          ddl::ObjectKind::constraint, action.from.text, table);
    }
    return;
  }
  const std::string_view to = catalogue_.texts.keep(cut_name(action.to.text));
  std::vector<Id> all = {found};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Constraint& constraint = catalogue_.constraints[all[i]];
    if (constraint.kind == ddl::ConstraintKind::check) {
      all.insert(
          all.end(), constraint.children.begin(), constraint.children.end());
    }
    const Id index = constraint.kind == ddl::ConstraintKind::foreign_key
                         ? no_id
                         : constraint.index;
    catalogue_.rename(catalogue_.constraints, all[i], [&](Constraint& renamed) {
      renamed.name = to;
    });
    if (index != no_id) {
      catalogue_.rename(catalogue_.indexes, index, [&](Index& renamed) {
        renamed.name = to;
      });
    }
  }
}

void TableChanger::operator()(const ddl::ValidateConstraint& action) {
  const Id found = catalogue_.find_constraint(table_, action.name.text);
  if (found != no_id) {
    catalogue_.constraints.edit(found).not_valid = false;
  }
}

} // namespace migcheck::schema
