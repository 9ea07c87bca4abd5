#include "schema/touched.hpp"

namespace migcheck::schema {
namespace {

using ddl::ObjectKind;
using ddl::QualifiedName;

// The space of a kind of objects; `other` objects have none.
bool find_space(ObjectKind kind, Space& space) {
  switch (kind) {
  case ObjectKind::table:
  case ObjectKind::foreign_table:
  case ObjectKind::index:
  case ObjectKind::view:
  case ObjectKind::materialized_view:
  case ObjectKind::sequence:
    space = Space::relation;
    return true;
  case ObjectKind::type:
  case ObjectKind::domain:
    space = Space::type;
    return true;
  case ObjectKind::function:
  case ObjectKind::procedure:
  case ObjectKind::routine:
  case ObjectKind::aggregate:
    space = Space::function;
    return true;
  case ObjectKind::schema:
    space = Space::schema;
    return true;
  default:
    return false;
  }
}

class Collector {
 public:
  void operator()(const ddl::CreateTable& table);
  void operator()(const ddl::AlterTable& table);
  void operator()(const ddl::CreateIndex& made);
  void operator()(const ddl::CreateType& made);
  void operator()(const ddl::AlterType& changed);
  void operator()(const ddl::CreateDomain& domain);
  void operator()(const ddl::AlterDomain& domain);
  void operator()(const ddl::SequenceStatement& sequence);
  void operator()(const ddl::CreateSchema& schema);
  void operator()(const ddl::CreateView& view);
  void operator()(const ddl::CreateFunction& function);
  void operator()(const ddl::CreateTrigger& trigger);
  void operator()(const ddl::TableRule& rule);
  void operator()(const ddl::CreateOther& other);
  void operator()(const ddl::Drop& drop);
  void operator()(const ddl::AlterObject& alter);
  void operator()(const ddl::RenameTables& rename);
  void operator()(const ddl::DataStatement& data);
  void operator()(const ddl::DoBlock& block);
  void operator()(const ddl::Comment& comment);
  void operator()(const ddl::Grant& grant);

  void operator()(const ddl::NoEffect& /*none*/) {}

  void operator()(const ddl::Unknown& /*none*/) {}

  void operator()(const ddl::CreateExtension& /*none*/) {}

  void operator()(const ddl::TransactionStatement& /*none*/) {}

  void operator()(const ddl::SetVariable& /*none*/) {}

  void operator()(const ddl::UseDatabase& /*none*/) {}

  std::vector<TouchedObject> take() { return std::move(touched_); }

 private:
  void add(Space space, Touch touch, const QualifiedName& name) {
    if (!name.empty()) {
      touched_.push_back({space, touch, name.schema, name.name});
    }
  }

  void relation(Touch touch, const QualifiedName& name) {
    add(Space::relation, touch, name);
  }

  void relations(Touch touch, const std::vector<QualifiedName>& names) {
    for (const QualifiedName& name : names) {
      relation(touch, name);
    }
  }

  void functions(const std::vector<QualifiedName>& names) {
    for (const QualifiedName& name : names) {
      add(Space::function, Touch::uses, name);
    }
  }

  void type(const ddl::TypeName& type) {
    add(Space::type, Touch::uses, type.user_type);
  }

  void of_kind(ObjectKind kind, Touch touch, const QualifiedName& name) {
    Space space = Space::relation;
    if (find_space(kind, space)) {
      add(space, touch, name);
    }
  }

  void expression(const ddl::Expression& expression);
  void column(const ddl::ColumnDefinition& column);
  void constraint(const ddl::ConstraintDefinition& constraint);
  void constraints(const std::vector<ddl::ConstraintDefinition>& constraints);
  void index(const ddl::IndexDefinition& index, const std::string& schema);
  void action(const ddl::AlterTable& table, const ddl::TableAction& action);

  std::vector<TouchedObject> touched_;
};

void Collector::expression(const ddl::Expression& expression) {
  functions(expression.functions);
  relations(Touch::uses, expression.sequences);
  for (const QualifiedName& name : expression.types) {
    add(Space::type, Touch::uses, name);
  }
}

void Collector::column(const ddl::ColumnDefinition& column) {
  type(column.type);
  expression(column.expression);
}

void Collector::constraint(const ddl::ConstraintDefinition& constraint) {
  relation(Touch::uses, constraint.references);
  expression(constraint.expression);
}

void Collector::constraints(
    const std::vector<ddl::ConstraintDefinition>& constraints) {
  for (const ddl::ConstraintDefinition& one : constraints) {
    constraint(one);
  }
}

void Collector::index(
    const ddl::IndexDefinition& index, const std::string& schema) {
  if (!index.name.empty()) {
    touched_.push_back(
        {Space::relation, Touch::makes, schema, index.name.text});
  }
  for (const ddl::KeyElement& element : index.elements) {
    expression(element.expression);
  }
  expression(index.where);
}

void Collector::operator()(const ddl::CreateTable& table) {
  relation(Touch::makes, table.name);
  for (const ddl::ColumnDefinition& one : table.columns) {
    column(one);
  }
  constraints(table.constraints);
  for (const ddl::LikeClause& like : table.likes) {
    relation(Touch::uses, like.table);
  }
  relations(Touch::uses, table.inherits);
  // A partition is where its parent's rows go.
  relation(Touch::changes, table.partition_of);
  add(Space::type, Touch::uses, table.of_type);
  relations(Touch::uses, table.reads);
}

void Collector::action(
    const ddl::AlterTable& table, const ddl::TableAction& action) {
  const auto& what = action.what;
  if (const auto* added = std::get_if<ddl::AddColumn>(&what)) {
    column(added->column);
    constraints(added->constraints);
  } else if (const auto* changed = std::get_if<ddl::SetColumnType>(&what)) {
    type(changed->type);
    expression(changed->using_);
  } else if (const auto* value = std::get_if<ddl::SetDefault>(&what)) {
    expression(value->expression);
  } else if (const auto* modified = std::get_if<ddl::ModifyColumn>(&what)) {
    column(modified->definition);
    constraints(modified->constraints);
  } else if (const auto* made = std::get_if<ddl::AddConstraint>(&what)) {
    constraint(made->constraint);
  } else if (const auto* key = std::get_if<ddl::AddIndex>(&what)) {
    index(key->index, table.name.schema);
  } else if (const auto* renamed = std::get_if<ddl::RenameTable>(&what)) {
    QualifiedName to = renamed->to;
    to.schema = to.schema.empty() ? table.name.schema : to.schema;
    relation(Touch::makes, to);
  } else if (const auto* moved = std::get_if<ddl::SetTableSchema>(&what)) {
    add(Space::schema, Touch::uses, {"", moved->schema.text, false, {}});
    relation(Touch::makes, {moved->schema.text, table.name.name, false, {}});
  } else if (const auto* part = std::get_if<ddl::AttachPartition>(&what)) {
    relation(Touch::changes, part->partition);
  } else if (const auto* gone = std::get_if<ddl::DetachPartition>(&what)) {
    relation(Touch::changes, gone->partition);
  } else if (const auto* parent = std::get_if<ddl::Inherit>(&what)) {
    relation(Touch::uses, parent->parent);
  }
}

void Collector::operator()(const ddl::AlterTable& table) {
  of_kind(table.kind, Touch::changes, table.name);
  for (const ddl::TableAction& one : table.actions) {
    action(table, one);
  }
}

void Collector::operator()(const ddl::CreateIndex& made) {
  relation(Touch::changes, made.table);
  index(made.index, made.schema.empty() ? made.table.schema : made.schema);
}

void Collector::operator()(const ddl::CreateType& made) {
  add(Space::type, Touch::makes, made.name);
  for (const ddl::ColumnDefinition& attribute : made.attributes) {
    column(attribute);
  }
  type(made.subtype);
}

void Collector::operator()(const ddl::AlterType& changed) {
  add(Space::type, Touch::changes, changed.name);
  type(changed.type);
}

void Collector::operator()(const ddl::CreateDomain& domain) {
  add(Space::type, Touch::makes, domain.name);
  type(domain.type);
  expression(domain.expression);
  constraints(domain.constraints);
}

void Collector::operator()(const ddl::AlterDomain& domain) {
  add(Space::type, Touch::changes, domain.name);
  expression(domain.expression);
  constraint(domain.constraint);
}

void Collector::operator()(const ddl::SequenceStatement& sequence) {
  relation(sequence.alter ? Touch::changes : Touch::makes, sequence.name);
  relation(Touch::uses, sequence.table);
}

void Collector::operator()(const ddl::CreateSchema& schema) {
  if (!schema.database) {
    add(Space::schema, Touch::makes, {"", schema.name.text, false, {}});
  }
}

void Collector::operator()(const ddl::CreateView& view) {
  relation(view.alter ? Touch::changes : Touch::makes, view.name);
  relations(Touch::uses, view.reads);
  functions(view.functions);
  for (const QualifiedName& name : view.types) {
    add(Space::type, Touch::uses, name);
  }
  relation(Touch::uses, view.to);
}

void Collector::operator()(const ddl::CreateFunction& function) {
  add(Space::function, Touch::makes, function.name);
  for (const ddl::Argument& argument : function.arguments) {
    type(argument.type);
  }
  type(function.returns);
  relations(Touch::uses, function.reads);
  relations(Touch::uses, function.writes);
  functions(function.calls);
}

void Collector::operator()(const ddl::CreateTrigger& trigger) {
  relation(Touch::changes, trigger.table);
  add(Space::function, Touch::uses, trigger.function);
  expression(trigger.when);
  relation(Touch::uses, trigger.from_table);
  relations(Touch::uses, trigger.reads);
  relations(Touch::uses, trigger.writes);
}

void Collector::operator()(const ddl::TableRule& rule) {
  relation(Touch::changes, rule.table);
  expression(rule.expression);
  relations(Touch::uses, rule.reads);
}

void Collector::operator()(const ddl::CreateOther& other) {
  of_kind(other.kind, Touch::makes, other.name);
  relations(Touch::uses, other.reads);
}

void Collector::operator()(const ddl::Drop& drop) {
  for (const ddl::DroppedObject& object : drop.objects) {
    of_kind(drop.kind, Touch::changes, object.name);
    relation(Touch::changes, object.table);
  }
}

void Collector::operator()(const ddl::AlterObject& alter) {
  of_kind(alter.kind, Touch::changes, alter.object.name);
  relation(Touch::changes, alter.object.table);
  if (alter.change == ddl::ObjectChange::rename) {
    QualifiedName to = alter.to;
    to.schema = to.schema.empty() ? alter.object.name.schema : to.schema;
    of_kind(alter.kind, Touch::makes, to);
  } else if (alter.change == ddl::ObjectChange::set_schema) {
    of_kind(
        alter.kind,
        Touch::makes,
        {alter.to.name, alter.object.name.name, false, {}});
  }
}

void Collector::operator()(const ddl::RenameTables& rename) {
  for (const ddl::RenameTables::Pair& pair : rename.pairs) {
    relation(Touch::changes, pair.from);
    relation(Touch::makes, pair.to);
  }
}

void Collector::operator()(const ddl::DataStatement& data) {
  relations(Touch::uses, data.writes);
  relations(Touch::uses, data.reads);
  for (const ddl::FunctionCall& call : data.calls) {
    add(Space::function, Touch::uses, call.name);
  }
}

void Collector::operator()(const ddl::DoBlock& block) {
  relations(Touch::uses, block.writes);
  relations(Touch::uses, block.reads);
  functions(block.calls);
}

void Collector::operator()(const ddl::Comment& comment) {
  of_kind(comment.kind, Touch::uses, comment.name);
  relation(
      Touch::uses,
      comment.kind == ObjectKind::column && comment.table.empty()
          ? comment.name
          : comment.table);
}

void Collector::operator()(const ddl::Grant& grant) {
  if (grant.membership) {
    return;
  }
  for (const QualifiedName& name : grant.objects) {
    of_kind(
        grant.all_in_schema ? ObjectKind::schema : grant.kind,
        Touch::uses,
        name);
  }
}

} // namespace

std::vector<TouchedObject> touched_objects(const ddl::Recognised& statement) {
  Collector collector;
  std::visit(collector, statement.what);
  return collector.take();
}

} // namespace migcheck::schema
