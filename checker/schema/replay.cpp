#include "schema/replay.hpp"

#include "schema/alter_table.hpp"
#include "schema/automatic_name.hpp"
#include "schema/calls.hpp"
#include "schema/change_objects.hpp"
#include "schema/create_objects.hpp"
#include "schema/create_table.hpp"
#include "schema/indexes.hpp"
#include "schema/uncertain.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

struct Application {
  Session& session;

  void operator()(const ddl::NoEffect&) const {}

  void operator()(const ddl::Comment&) const {}

  void operator()(const ddl::TransactionStatement&) const {}

  void operator()(const ddl::Unknown& unknown) const {
    ddl::DynamicPart part = unknown.part;
    if (part.why.empty()) {
      part.why = unknown.words + " … is not understood";
    }
    add_dynamic(session, part);
  }

  void operator()(const ddl::CreateTable& statement) const {
    create_table(session, statement);
  }

  void operator()(const ddl::AlterTable& statement) const {
    alter_table(session, statement);
  }

  void operator()(const ddl::CreateIndex& statement) const {
    create_index(session, statement);
  }

  void operator()(const ddl::CreateType& statement) const {
    create_type(session, statement);
  }

  void operator()(const ddl::AlterType& statement) const {
    alter_type(session, statement);
  }

  void operator()(const ddl::CreateDomain& statement) const {
    create_domain(session, statement);
  }

  void operator()(const ddl::AlterDomain& statement) const {
    alter_domain(session, statement);
  }

  void operator()(const ddl::SequenceStatement& statement) const {
    sequence_statement(session, statement);
  }

  void operator()(const ddl::CreateSchema& statement) const {
    create_schema(session, statement);
  }

  void operator()(const ddl::CreateExtension& statement) const {
    create_extension(session, statement);
  }

  void operator()(const ddl::CreateView& statement) const {
    create_view(session, statement);
  }

  void operator()(const ddl::CreateFunction& statement) const {
    create_function(session, statement);
  }

  void operator()(const ddl::CreateTrigger& statement) const {
    create_trigger(session, statement);
  }

  void operator()(const ddl::TableRule& statement) const {
    create_table_rule(session, statement);
  }

  void operator()(const ddl::CreateOther& statement) const {
    create_other(session, statement);
  }

  void operator()(const ddl::Drop& statement) const {
    drop_objects(session, statement);
  }

  void operator()(const ddl::AlterObject& statement) const {
    alter_object(session, statement);
  }

  void operator()(const ddl::RenameTables& statement) const {
    rename_tables(session, statement);
  }

  void operator()(const ddl::UseDatabase& statement) const {
    session.use_schema(statement.name.text);
  }

  void operator()(const ddl::DataStatement& statement) const;
  void operator()(const ddl::SetVariable& statement) const;
  void operator()(const ddl::DoBlock& statement) const;
  void operator()(const ddl::Grant& statement) const;
};

void Application::operator()(const ddl::DataStatement& statement) const {
  for (const auto* names : {&statement.writes, &statement.reads}) {
    for (const ddl::QualifiedName& name : *names) {
      session.need_relation(name, false);
    }
  }
  for (const ddl::FunctionCall& call : statement.calls) {
    call_function(session, call.name, call.literal);
  }
}

void Application::operator()(const ddl::SetVariable& statement) const {
  if (statement.name != "search_path") {
    return;
  }
  if (statement.values.empty() || !statement.constant) {
    return session.reset();
  }
  session.set_search_path(statement.values);
}

void Application::operator()(const ddl::DoBlock& statement) const {
  for (const ddl::DynamicPart& part : statement.dynamic) {
    add_dynamic(session, part);
  }
  for (const ddl::QualifiedName& name : statement.calls) {
    call_function(session, name, "");
  }
}

void Application::operator()(const ddl::Grant& statement) const {
  if (session.guard != ddl::Guard::none || statement.revoke) {
    return;
  }
  for (const ddl::Name& role : statement.roles) {
    if (session.catalogue.find_role(role.text) == no_id) {
      Event event;
      event.kind = EventKind::unknown_role;
      event.object_kind = ddl::ObjectKind::role;
      event.object = role.text;
      session.report(std::move(event));
    }
  }
}

// True for a statement whose object has no name: a template stands there.
struct IsNameless {
  bool operator()(const ddl::CreateTable& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::AlterTable& changed) const {
    return changed.name.empty();
  }

  bool operator()(const ddl::CreateIndex& made) const {
    return made.table.empty();
  }

  bool operator()(const ddl::CreateView& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::CreateType& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::CreateDomain& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::CreateFunction& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::SequenceStatement& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::CreateTrigger& made) const {
    return made.name.empty() || made.table.empty();
  }

  bool operator()(const ddl::CreateSchema& made) const {
    return made.name.empty();
  }

  bool operator()(const ddl::Drop& dropped) const {
    return std::any_of(
        dropped.objects.begin(),
        dropped.objects.end(),
        [](const ddl::DroppedObject& object) { return object.name.empty(); });
  }

  template <typename T>
  bool operator()(const T&) const {
    return false;
  }
};

bool rolls_back(const ddl::Script& script) {
  return std::any_of(
      script.begin(), script.end(), [](const ddl::Recognised& statement) {
        const auto* verb =
            std::get_if<ddl::TransactionStatement>(&statement.what);
        return verb != nullptr && verb->verb == ddl::TransactionVerb::rollback;
      });
}

} // namespace

void Replay::apply(const ddl::Recognised& statement) {
  session_.where.span = statement.span;
  session_.where.line = statement.line;
  session_.guard = statement.guard;
  if (std::visit(IsNameless(), statement.what)) {
    session_.add_unknown("", "a template stands for a name");
    return;
  }
  if (statement.guard == ddl::Guard::conditional) {
    apply_uncertain(session_, statement.what);
    return;
  }
  std::visit(Application{session_}, statement.what);
}

void Replay::run(
    const ddl::Script& script, Section section, const Where& where) {
  session_.reset();
  session_.where = where;
  transaction_.reset();
  const bool may_roll_back = rolls_back(script);
  for (const ddl::Recognised& statement : script) {
    if (statement.section != section) {
      continue;
    }
    const auto* verb = std::get_if<ddl::TransactionStatement>(&statement.what);
    if (verb != nullptr && may_roll_back) {
      if (verb->verb == ddl::TransactionVerb::begin) {
        transaction_ = session_.catalogue.mark();
      } else if (verb->verb == ddl::TransactionVerb::rollback && transaction_) {
        session_.catalogue.take_back(*transaction_);
        transaction_.reset();
      } else if (verb->verb == ddl::TransactionVerb::commit) {
        transaction_.reset();
      }
    }
    apply(statement);
  }
}

} // namespace migcheck::schema
