#include "schema/uncertain.hpp"

#include "schema/change_objects.hpp"

namespace migcheck::schema {
namespace {

constexpr const char* why = "it depends on a condition";

// What an uncertain action leaves of a table.
struct UncertainAction {
  Session& session;
  std::string table;

  void whole() const { session.add_unknown(table, why); }

  void part(std::string_view name) const {
    session.add_unknown(table + '.' + std::string(name), why);
  }

  void operator()(const ddl::AddColumn& action) const {
    part(action.column.name.text);
    if (action.column.serial != ddl::Serial::none ||
        action.column.identity != ddl::Identity::none) {
      session.add_unknown(table + '_' + action.column.name.text + "_seq", why);
    }
  }

  void operator()(const ddl::SetColumnType& action) const {
    part(action.column.text);
  }

  void operator()(const ddl::SetNotNull& action) const {
    part(action.column.text);
  }

  void operator()(const ddl::SetDefault&) const {}

  void operator()(const ddl::SetTableOwner&) const {}

  void operator()(const ddl::SetRowSecurity&) const {}

  void operator()(const ddl::ValidateConstraint&) const {}

  void operator()(const ddl::OtherAction&) const {}

  template <typename T>
  void operator()(const T&) const {
    whole();
  }
};

struct Uncertain {
  Session& session;

  void note(const ddl::QualifiedName& name) const {
    session.add_unknown(session.shown(name), why);
  }

  void operator()(const ddl::CreateTable& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::CreateView& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::CreateType& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::CreateDomain& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::AlterType& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::CreateFunction& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::SequenceStatement& statement) const {
    note(statement.name);
  }

  void operator()(const ddl::AlterObject& statement) const {
    if (statement.change == ddl::ObjectChange::other ||
        statement.change == ddl::ObjectChange::set_owner) {
      return;
    }
    note(statement.object.name);
    note(statement.to);
  }

  void operator()(const ddl::CreateIndex& statement) const {
    if (!statement.index.name.empty()) {
      session.add_unknown(statement.index.name.text, why);
    } else {
      session.add_unknown(session.shown(statement.table) + "_*", why);
    }
  }

  void operator()(const ddl::CreateTrigger& statement) const {
    session.add_unknown(
        session.shown(statement.table) + '.' + statement.name.text, why);
  }

  void operator()(const ddl::AlterTable& statement) const {
    for (const ddl::TableAction& action : statement.actions) {
      std::visit(
          UncertainAction{session, session.shown(statement.name)}, action.what);
    }
  }

  // What may be gone is not claimed.
  void operator()(const ddl::Drop& statement) const {
    ddl::Drop drop = statement;
    drop.if_exists = true;
    drop.cascade = true;
    drop_objects(session, drop);
    for (const ddl::DroppedObject& object : statement.objects) {
      if (object.table.empty()) {
        note(object.name);
      } else {
        session.add_unknown(
            session.shown(object.table) + '.' + object.name.name, why);
      }
    }
  }

  void operator()(const ddl::Unknown& unknown) const {
    session.add_unknown(unknown.part.object, why);
  }

  template <typename T>
  void operator()(const T&) const {}
};

} // namespace

void apply_uncertain(Session& session, const ddl::What& what) {
  std::visit(Uncertain{session}, what);
}

} // namespace migcheck::schema
