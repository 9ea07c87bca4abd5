#include "schema/alter_table.hpp"

#include "schema/entries.hpp"
#include "schema/indexes.hpp"
#include "schema/partitions.hpp"
#include "schema/removal.hpp"
#include "schema/table_changer.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// The passes in which the server runs the actions of one ALTER TABLE.
enum class Pass : std::uint8_t {
  drop,
  type,
  add_column,
  attributes,
  index,
  constraint,
  other
};

struct PassOf {
  Pass operator()(const ddl::DropColumn&) const { return Pass::drop; }

  Pass operator()(const ddl::DropConstraint&) const { return Pass::drop; }

  Pass operator()(const ddl::SetNotNull& action) const {
    return action.not_null ? Pass::attributes : Pass::drop;
  }

  Pass operator()(const ddl::SetColumnType&) const { return Pass::type; }

  Pass operator()(const ddl::AddColumn&) const { return Pass::add_column; }

  Pass operator()(const ddl::SetDefault&) const { return Pass::attributes; }

  Pass operator()(const ddl::SetIdentity&) const { return Pass::attributes; }

  Pass operator()(const ddl::AddConstraint& action) const {
    switch (action.constraint.kind) {
    case ddl::ConstraintKind::primary_key:
    case ddl::ConstraintKind::unique:
    case ddl::ConstraintKind::exclude:
      return Pass::index;
    default:
      return Pass::constraint;
    }
  }

  template <typename T>
  Pass operator()(const T&) const {
    return Pass::other;
  }
};

} // namespace

void TableChanger::change() {
  std::vector<const ddl::TableAction*> actions;
  for (const ddl::TableAction& action : statement_.actions) {
    actions.push_back(&action);
  }
  if (session_.postgresql()) {
    std::stable_sort(
        actions.begin(), actions.end(), [](const auto* a, const auto* b) {
          return std::visit(PassOf(), a->what) < std::visit(PassOf(), b->what);
        });
  }
  for (const ddl::TableAction* action : actions) {
    std::visit(*this, action->what);
  }
}

void TableChanger::operator()(const ddl::UnknownAction& action) {
  catalogue_.relations.edit(table_).incomplete = true;
  session_.add_unknown(
      catalogue_.shown(catalogue_.relations[table_]),
      "ALTER TABLE … " + action.words + " is not understood");
}

Id TableChanger::find_index(const ddl::Name& name) const {
  const Id own = catalogue_.find_table_index(table_, name.text);
  if (own != no_id) {
    return own;
  }
  const Entry found =
      catalogue_.find_entry(catalogue_.relations[table_].schema, name.text);
  return found.kind == EntryKind::index ? found.id : no_id;
}

void TableChanger::operator()(const ddl::AddIndex& action) {
  if (!action.index.name.empty() && find_index(action.index.name) != no_id) {
    return;
  }
  if (auto index = read_index(session_, table_, action.index)) {
    const bool unique = index->unique;
    add_index(
        session_,
        std::move(*index),
        action.index.name.text,
        unique ? std::optional(ddl::ConstraintKind::unique) : std::nullopt,
        Reach::table_alone);
  }
}

void TableChanger::operator()(const ddl::DropTableIndex& action) {
  const Id found = find_index(action.name);
  if (found != no_id) {
    Removal removal(session_, Cascade::yes);
    removal.add({RefKind::index, found});
    removal.run();
  }
}

void TableChanger::operator()(const ddl::RenameTableIndex& action) {
  const Id found = find_index(action.from);
  if (found != no_id) {
    rename_entry(session_, {EntryKind::index, found}, action.to.text);
  }
}

void TableChanger::operator()(const ddl::RenameTable& action) {
  rename_entry(session_, {EntryKind::relation, table_}, action.to.name);
}

void TableChanger::operator()(const ddl::SetTableSchema& action) {
  move_entry(
      session_,
      {EntryKind::relation, table_},
      session_.schema_for(action.schema.text));
}

void TableChanger::operator()(const ddl::AttachPartition& action) {
  attach_partition(session_, table_, action);
}

void TableChanger::operator()(const ddl::DetachPartition& action) {
  detach_partition(session_, table_, action);
}

void TableChanger::operator()(const ddl::Inherit& action) {
  change_inheritance(session_, table_, action);
}

void TableChanger::operator()(const ddl::SetRowSecurity& action) {
  if (action.state == ddl::RowSecurity::enable ||
      action.state == ddl::RowSecurity::disable) {
    catalogue_.relations.edit(table_).row_security =
        action.state == ddl::RowSecurity::enable;
  }
}

namespace {

// ALTER TABLE works on indexes and sequences too, but for columns.
void change_other(
    Session& session, Entry entry, const ddl::AlterTable& statement) {
  for (const ddl::TableAction& action : statement.actions) {
    if (const auto* rename = std::get_if<ddl::RenameTable>(&action.what)) {
      rename_entry(session, entry, rename->to.name);
    } else if (
        const auto* move = std::get_if<ddl::SetTableSchema>(&action.what)) {
      move_entry(session, entry, session.schema_for(move->schema.text));
    }
  }
}

} // namespace

void alter_table(Session& session, const ddl::AlterTable& statement) {
  const Entry found = session.find(statement.name);
  if (found && found.kind != EntryKind::relation) {
    return change_other(session, found, statement);
  }
  const bool table_like = statement.kind == ddl::ObjectKind::table ||
                          statement.kind == ddl::ObjectKind::foreign_table;
  const Id table =
      session.need_relation(statement.name, statement.if_exists || !table_like);
  if (table != no_id) {
    TableChanger(session, statement, table).change();
  }
}

} // namespace migcheck::schema
