#include "schema/automatic_name.hpp"
#include "schema/change_objects.hpp"
#include "schema/removal.hpp"

namespace migcheck::schema {
namespace {

class Dropper {
 public:
  Dropper(Session& session, const ddl::Drop& statement)
      : session_(session), catalogue_(session.catalogue), statement_(statement),
        removal_(session, statement.cascade ? Cascade::yes : Cascade::no) {}

  void drop();

 private:
  void target(const ddl::DroppedObject& object);
  void relation(const ddl::DroppedObject& object);
  void index(const ddl::DroppedObject& object);
  void sequence(const ddl::DroppedObject& object);
  void type(const ddl::DroppedObject& object);
  void function(const ddl::DroppedObject& object);
  void trigger(const ddl::DroppedObject& object);
  void policy(const ddl::DroppedObject& object);
  void schema(const ddl::DroppedObject& object);
  void extension(const ddl::DroppedObject& object);
  void missing(const ddl::DroppedObject& object);
  void missing_of(const ddl::DroppedObject& object, Id table);
  Id table_of(const ddl::DroppedObject& object);
  void report_needed(const Index& index);
  void empty_public_schema();

  void take(Ref ref) {
    removal_.add(ref);
    any_ = true;
  }

  Session& session_;
  Catalogue& catalogue_;
  const ddl::Drop& statement_;
  Removal removal_;
  bool any_ = false;
  bool refused_ = false; // nothing is dropped when one thing is missing
};

void Dropper::missing(const ddl::DroppedObject& object) {
  if (statement_.if_exists || session_.allows_missing()) {
    return;
  }
  if (!session_.may_exist(object.name)) {
    session_.report_missing(statement_.kind, session_.shown(object.name));
    refused_ = session_.postgresql();
  }
}

void Dropper::missing_of(const ddl::DroppedObject& object, Id table) {
  const Relation& relation = catalogue_.relations[table];
  const std::string shown = catalogue_.shown(relation);
  if (statement_.if_exists || session_.allows_missing() ||
      catalogue_.unknowns.covers(shown) ||
      catalogue_.unknowns.covers(shown + '.' + object.name.name)) {
    return;
  }
  session_.report_missing(statement_.kind, object.name.name, shown);
}

Id Dropper::table_of(const ddl::DroppedObject& object) {
  return object.table.empty()
             ? no_id
             : session_.need_relation(object.table, statement_.if_exists);
}

void Dropper::relation(const ddl::DroppedObject& object) {
  const Entry found = session_.find(object.name);
  if (!found) {
    return missing(object);
  }
  if (found.kind != EntryKind::relation) {
    return;
  }
  const RelationKind kind = catalogue_.relations[found.id].kind;
  const bool view = kind == RelationKind::view;
  const bool materialized = kind == RelationKind::materialized_view;
  const bool right = statement_.kind == ddl::ObjectKind::view ? view
                     : statement_.kind == ddl::ObjectKind::materialized_view
                         ? materialized
                         : !view && !materialized;
  if (right ||
      (!session_.postgresql() && statement_.kind != ddl::ObjectKind::table)) {
    take({RefKind::relation, found.id});
  }
}

void Dropper::index(const ddl::DroppedObject& object) {
  const Id table = table_of(object);
  const Id own = table == no_id
                     ? no_id
                     : catalogue_.find_table_index(table, object.name.name);
  if (own != no_id) {
    return take({RefKind::index, own});
  }
  if (!object.table.empty() && !session_.postgresql()) {
    return;
  }
  const Entry found = session_.find(object.name);
  if (!found) {
    return missing(object);
  }
  if (found.kind != EntryKind::index) {
    return;
  }
  const Index& index = catalogue_.indexes[found.id];
  const bool needed = index.constraint != no_id || index.parent != no_id;
  if (needed && session_.postgresql()) {
    return report_needed(index);
  }
  take({RefKind::index, found.id});
}

// The constraint, or the index of the partitioned table, is what can go.
void Dropper::report_needed(const Index& index) {
  if (session_.allows_missing()) {
    return;
  }
  Event event;
  event.kind = EventKind::has_dependents;
  event.cause_kind = ddl::ObjectKind::index;
  event.cause = catalogue_.shown(index);
  event.object_kind = index.constraint != no_id ? ddl::ObjectKind::constraint
                                                : ddl::ObjectKind::index;
  event.object =
      index.constraint != no_id
          ? std::string(catalogue_.constraints[index.constraint].name)
          : catalogue_.shown(catalogue_.indexes[index.parent]);
  session_.report(std::move(event));
}

void Dropper::sequence(const ddl::DroppedObject& object) {
  const Entry found = session_.find(object.name);
  if (!found) {
    return missing(object);
  }
  if (found.kind == EntryKind::sequence) {
    take({RefKind::sequence, found.id});
  }
}

void Dropper::type(const ddl::DroppedObject& object) {
  const Id found = session_.find_type(object.name);
  if (found != no_id) {
    take({RefKind::type, found});
  } else if (!session_.find(object.name)) {
    missing(object);
  }
}

void Dropper::function(const ddl::DroppedObject& object) {
  const Id found = session_.find_function(
      object.name, object.has_arguments ? &object.signature : nullptr);
  if (found != no_id) {
    return take({RefKind::function, found});
  }
  const Id any = session_.find_function(object.name, nullptr);
  if (any == no_id && catalogue_.extensions.size() == 0) {
    missing(object);
  }
}

void Dropper::trigger(const ddl::DroppedObject& object) {
  const bool by_table = catalogue_.dialect() == Dialect::postgresql;
  const Id table = table_of(object);
  if (by_table && table == no_id) {
    return;
  }
  const Id found = catalogue_.find_trigger(table, object.name.name);
  if (found != no_id) {
    take({RefKind::trigger, found});
  } else if (by_table) {
    missing_of(object, table);
  }
}

void Dropper::policy(const ddl::DroppedObject& object) {
  const Id table = table_of(object);
  if (table == no_id) {
    return;
  }
  const Id found =
      catalogue_.find_policy(statement_.kind, table, object.name.name);
  if (found != no_id) {
    take({RefKind::policy, found});
  } else {
    missing_of(object, table);
  }
}

// It is made anew by most who drop it: what stood in it goes.
void Dropper::empty_public_schema() {
  Removal all(session_, Cascade::yes);
  const auto add = [&](const auto& store, RefKind kind) {
    for (Id id = 0; id < store.size(); ++id) {
      if (store[id].alive && store[id].schema == catalogue_.public_schema()) {
        all.add({kind, id});
      }
    }
  };
  if (statement_.cascade) {
    add(catalogue_.relations, RefKind::relation);
    add(catalogue_.sequences, RefKind::sequence);
    add(catalogue_.types, RefKind::type);
    add(catalogue_.functions, RefKind::function);
  }
  all.run();
}

void Dropper::schema(const ddl::DroppedObject& object) {
  const Id found = catalogue_.find_schema(object.name.name);
  if (found == no_id) {
    return;
  }
  if (found == catalogue_.public_schema()) {
    return empty_public_schema();
  }
  take({RefKind::schema, found});
}

void Dropper::extension(const ddl::DroppedObject& object) {
  const Id found = catalogue_.find_extension(object.name.name);
  if (found == no_id) {
    return;
  }
  take({RefKind::extension, found});
  if (statement_.cascade) {
    session_.add_unknown(
        "", "DROP EXTENSION … CASCADE drops what uses the extension");
  }
}

void Dropper::target(const ddl::DroppedObject& object) {
  switch (statement_.kind) {
  case ddl::ObjectKind::table:
  case ddl::ObjectKind::foreign_table:
  case ddl::ObjectKind::view:
  case ddl::ObjectKind::materialized_view:
    return relation(object);
  case ddl::ObjectKind::index:
    return index(object);
  case ddl::ObjectKind::sequence:
    return sequence(object);
  case ddl::ObjectKind::type:
  case ddl::ObjectKind::domain:
    return type(object);
  case ddl::ObjectKind::function:
  case ddl::ObjectKind::procedure:
  case ddl::ObjectKind::routine:
  case ddl::ObjectKind::aggregate:
    return function(object);
  case ddl::ObjectKind::trigger:
    return trigger(object);
  case ddl::ObjectKind::policy:
  case ddl::ObjectKind::rule:
    return policy(object);
  case ddl::ObjectKind::schema:
    return schema(object);
  case ddl::ObjectKind::extension:
    return extension(object);
  case ddl::ObjectKind::role: {
    const Id role = catalogue_.find_role(object.name.name);
    if (role != no_id) {
      catalogue_.remove(catalogue_.roles, role);
    }
    return;
  }
  default:
    return;
  }
}

void Dropper::drop() {
  for (const ddl::DroppedObject& object : statement_.objects) {
    target(object);
  }
  if (any_ && !refused_) {
    removal_.run();
  }
}

} // namespace

void drop_objects(Session& session, const ddl::Drop& statement) {
  Dropper(session, statement).drop();
}

} // namespace migcheck::schema
