#include "schema/automatic_name.hpp"
#include "schema/change_objects.hpp"
#include "schema/columns.hpp"
#include "schema/entries.hpp"
#include "schema/expressions.hpp"
#include "schema/indexes.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

void add_value(Session& session, Id type, const ddl::AlterType& statement) {
  Catalogue& catalogue = session.catalogue;
  std::vector<std::string_view>& labels = catalogue.types.edit(type).labels;
  const std::string_view label = catalogue.texts.keep(statement.label);
  if (holds(labels, label)) {
    if (!statement.if_not_exists && !session.allows_existing()) {
      // Of the type, all but its name.
      Object other = catalogue.types[type]; // NOLINT(cppcoreguidelines-slicing)
      other.name = label;
      session.report_taken(
          ddl::ObjectKind::other,
          other,
          statement.label,
          catalogue.shown(catalogue.types[type]));
    }
    return;
  }
  auto at = labels.end();
  if (statement.before || statement.after) {
    at = std::find(labels.begin(), labels.end(), statement.neighbour);
    at += at != labels.end() && statement.after ? 1 : 0;
  }
  labels.insert(at, label);
}

void change_attribute(
    Session& session, Id type, const ddl::AlterType& statement) {
  Catalogue& catalogue = session.catalogue;
  std::vector<Column>& attributes = catalogue.types.edit(type).attributes;
  const auto found = std::find_if(
      attributes.begin(), attributes.end(), [&](const Column& attribute) {
        return attribute.name == cut_name(statement.label);
      });
  if (statement.change == ddl::TypeChange::add_attribute) {
    Column attribute;
    attribute.name = catalogue.texts.keep(cut_name(statement.label));
    session.set_type(attribute, statement.type);
    attributes.push_back(attribute);
  } else if (found == attributes.end()) {
    return;
  } else if (statement.change == ddl::TypeChange::drop_attribute) {
    attributes.erase(found);
  } else if (statement.change == ddl::TypeChange::alter_attribute) {
    session.set_type(*found, statement.type);
  } else if (statement.change == ddl::TypeChange::rename_attribute) {
    found->name = catalogue.texts.keep(cut_name(statement.new_label));
  }
}

Id need_type(Session& session, const ddl::QualifiedName& name) {
  const Id type = session.find_type(name);
  if (type == no_id && !session.find(name) && !session.allows_missing() &&
      !session.may_exist(name)) {
    session.report_missing(ddl::ObjectKind::type, session.shown(name));
  }
  return type;
}

template <typename T>
void change_place(
    Session& session,
    Store<T>& store,
    Id id,
    const ddl::AlterObject& statement) {
  Catalogue& catalogue = session.catalogue;
  if (id == no_id) {
    return;
  }
  if (statement.change == ddl::ObjectChange::rename) {
    catalogue.rename(store, id, [&](T& object) {
      object.name = catalogue.texts.keep(cut_name(statement.to.name));
    });
  } else if (statement.change == ddl::ObjectChange::set_schema) {
    const Id schema = session.schema_for(statement.to.name);
    catalogue.rename(store, id, [&](T& object) { object.schema = schema; });
  }
}

void change_entry(Session& session, const ddl::AlterObject& statement) {
  Catalogue& catalogue = session.catalogue;
  Entry entry = session.find(statement.object.name);
  if (!statement.object.table.empty()) { // MySQL, T-SQL: the index of a table
    const Id table = session.find_relation(statement.object.table);
    const Id index =
        table == no_id
            ? no_id
            : catalogue.find_table_index(table, statement.object.name.name);
    entry = index == no_id ? entry : Entry{EntryKind::index, index};
  }
  if (!entry) {
    if (!statement.if_exists && !session.allows_missing() &&
        !session.may_exist(statement.object.name)) {
      session.report_missing(
          statement.kind, session.shown(statement.object.name));
    }
    return;
  }
  switch (statement.change) {
  case ddl::ObjectChange::rename:
    return rename_entry(session, entry, statement.to.name);
  case ddl::ObjectChange::set_schema:
    return move_entry(session, entry, session.schema_for(statement.to.name));
  case ddl::ObjectChange::attach_partition: {
    const Entry child = session.find(statement.to);
    if (entry.kind == EntryKind::index && child.kind == EntryKind::index) {
      attach_index(session, entry.id, child.id);
    }
    return;
  }
  default:
    return;
  }
}

// A trigger's name in all partitions too.
void rename_trigger(Session& session, const ddl::AlterObject& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id table = session.find_relation(statement.object.table);
  if (table == no_id || statement.change != ddl::ObjectChange::rename) {
    return;
  }
  const Id found = catalogue.find_trigger(table, statement.object.name.name);
  if (found == no_id) {
    const std::string shown = catalogue.shown(catalogue.relations[table]);
    if (!session.allows_missing() && !catalogue.unknowns.covers(shown)) {
      session.report_missing(
          ddl::ObjectKind::trigger, statement.object.name.name, shown);
    }
    return;
  }
  std::vector<Id> all = {found};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<Id>& below = catalogue.triggers[all[i]].children;
    all.insert(all.end(), below.begin(), below.end());
    change_place(session, catalogue.triggers, all[i], statement);
  }
}

Id function_of(const Session& session, const ddl::DroppedObject& object) {
  return session.find_function(
      object.name, object.has_arguments ? &object.signature : nullptr);
}

} // namespace

void alter_type(Session& session, const ddl::AlterType& statement) {
  const Id type = need_type(session, statement.name);
  if (type == no_id) {
    return;
  }
  Catalogue& catalogue = session.catalogue;
  switch (statement.change) {
  case ddl::TypeChange::other:
    return;
  case ddl::TypeChange::add_value:
    return add_value(session, type, statement);
  case ddl::TypeChange::rename_value:
    for (std::string_view& label : catalogue.types.edit(type).labels) {
      if (label == statement.label) {
        label = catalogue.texts.keep(statement.new_label);
        return;
      }
    }
    return;
  default:
    return change_attribute(session, type, statement);
  }
}

void alter_domain(Session& session, const ddl::AlterDomain& statement) {
  need_type(session, statement.name);
}

void alter_object(Session& session, const ddl::AlterObject& statement) {
  Catalogue& catalogue = session.catalogue;
  switch (statement.kind) {
  case ddl::ObjectKind::table:
  case ddl::ObjectKind::foreign_table:
  case ddl::ObjectKind::view:
  case ddl::ObjectKind::materialized_view:
  case ddl::ObjectKind::index:
  case ddl::ObjectKind::sequence:
    return change_entry(session, statement);
  case ddl::ObjectKind::type:
  case ddl::ObjectKind::domain:
    return change_place(
        session,
        catalogue.types,
        need_type(session, statement.object.name),
        statement);
  case ddl::ObjectKind::function:
  case ddl::ObjectKind::procedure:
  case ddl::ObjectKind::routine:
  case ddl::ObjectKind::aggregate:
    return change_place(
        session,
        catalogue.functions,
        function_of(session, statement.object),
        statement);
  case ddl::ObjectKind::trigger:
    return rename_trigger(session, statement);
  case ddl::ObjectKind::schema:
    return change_place(
        session,
        catalogue.schemas,
        catalogue.find_schema(statement.object.name.name),
        statement);
  case ddl::ObjectKind::role:
    return change_place(
        session,
        catalogue.roles,
        catalogue.find_role(statement.object.name.name),
        statement);
  case ddl::ObjectKind::policy:
  case ddl::ObjectKind::rule: {
    const Id table = session.find_relation(statement.object.table);
    if (table != no_id) {
      change_place(
          session,
          catalogue.policies,
          catalogue.find_policy(
              statement.kind, table, statement.object.name.name),
          statement);
    }
    return;
  }
  default:
    return;
  }
}

// In order: a name that is taken away is free for the next.
void rename_tables(Session& session, const ddl::RenameTables& statement) {
  for (const ddl::RenameTables::Pair& pair : statement.pairs) {
    const Id table = session.need_relation(pair.from, false);
    if (table != no_id) {
      rename_entry(session, {EntryKind::relation, table}, pair.to.name);
    }
  }
}

} // namespace migcheck::schema
