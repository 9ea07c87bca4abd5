// CREATE and ALTER of types and domains.
#include "ddl/columns.hpp"
#include "ddl/constraints.hpp"
#include "ddl/expressions.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/type_names.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

std::string read_label(Cursor& cursor) {
  std::string label =
      is_string(cursor.peek()) ? string_value(cursor.bytes()) : std::string{};
  cursor.advance();
  return label;
}

void read_labels(Cursor& cursor, CreateType& type) {
  type.kind = TypeKind::enum_;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    type.labels.push_back(read_label(element));
  }
}

void read_attributes(Cursor& cursor, CreateType& type) {
  type.kind = TypeKind::composite;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    type.attributes.push_back(read_column(element).column);
  }
}

void read_range(Cursor& cursor, CreateType& type) {
  type.kind = TypeKind::range;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    if (element.take("subtype"_kw) && element.take_mark('=')) {
      type.subtype = read_type(element);
    }
  }
}

// ADD VALUE and RENAME VALUE, after VALUE.
void read_value(Cursor& cursor, AlterType& alter) {
  alter.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  alter.label = read_label(cursor);
  if (cursor.take("to"_kw)) {
    alter.new_label = read_label(cursor);
    return;
  }
  alter.before = cursor.take("before"_kw);
  alter.after = !alter.before && cursor.take("after"_kw);
  if (alter.before || alter.after) {
    alter.neighbour = read_label(cursor);
  }
}

// An action on an attribute, after its verb and ATTRIBUTE.
void read_attribute_action(Cursor& element, AlterType& alter) {
  alter.if_exists = element.take("if"_kw, "exists"_kw);
  alter.label = read_name(element).text;
  if (alter.change == TypeChange::rename_attribute) {
    element.take("to"_kw);
    alter.new_label = read_name(element).text;
  } else if (alter.change != TypeChange::drop_attribute) {
    element.take("set"_kw, "data"_kw);
    element.take("type"_kw);
    alter.type = read_type(element);
  }
  while (!element.done()) {
    alter.cascade = alter.cascade || element.word() == "cascade"_kw;
    element.advance();
  }
}

TypeChange read_type_change(Cursor& element) {
  if (element.take("add"_kw, "value"_kw)) {
    return TypeChange::add_value;
  }
  if (element.take("rename"_kw, "value"_kw)) {
    return TypeChange::rename_value;
  }
  if (element.take("add"_kw, "attribute"_kw)) {
    return TypeChange::add_attribute;
  }
  if (element.take("drop"_kw, "attribute"_kw)) {
    return TypeChange::drop_attribute;
  }
  if (element.take("alter"_kw, "attribute"_kw)) {
    return TypeChange::alter_attribute;
  }
  return element.take("rename"_kw, "attribute"_kw)
             ? TypeChange::rename_attribute
             : TypeChange::other;
}

// What may follow a domain's type.
class DomainReader {
 public:
  DomainReader(Cursor& cursor, CreateDomain& domain)
      : cursor_(cursor), domain_(domain) {}

  void clauses();

 private:
  bool clause();

  Cursor& cursor_;
  CreateDomain& domain_;
  Name name_; // that CONSTRAINT gave
};

bool DomainReader::clause() {
  if (cursor_.take("constraint"_kw)) {
    name_ = read_name(cursor_);
  } else if (cursor_.take("not"_kw, "null"_kw)) {
    domain_.not_null = true;
  } else if (cursor_.take("default"_kw)) {
    domain_.expression = read_default(cursor_);
  } else if (cursor_.take("check"_kw)) {
    ConstraintDefinition constraint;
    constraint.name = std::move(name_);
    name_ = {};
    Cursor inner = cursor_.group();
    constraint.expression = read_expression(inner);
    domain_.constraints.push_back(std::move(constraint));
  } else {
    return false;
  }
  return true;
}

void DomainReader::clauses() {
  while (!cursor_.done()) {
    if (!clause()) {
      cursor_.skip();
    }
  }
}

bool read_domain_change(Cursor& cursor, AlterDomain& alter) {
  using enum DomainChange;
  if (cursor.take("set"_kw, "default"_kw)) {
    alter.change = set_default;
    alter.expression = read_expression(cursor);
  } else if (cursor.take("drop"_kw, "default"_kw)) {
    alter.change = set_default;
  } else if (cursor.take("set"_kw, "not"_kw, "null"_kw)) {
    alter.change = set_not_null;
  } else if (cursor.take("drop"_kw, "not"_kw, "null"_kw)) {
    alter.change = drop_not_null;
  } else if (cursor.take("add"_kw)) {
    alter.change = add_constraint;
    read_table_constraint(cursor, alter.constraint);
  } else if (cursor.take("drop"_kw, "constraint"_kw)) {
    alter.change = drop_constraint;
    alter.if_exists = cursor.take("if"_kw, "exists"_kw);
    alter.constraint.name = read_name(cursor);
  } else if (cursor.take("rename"_kw, "constraint"_kw)) {
    alter.change = rename_constraint;
    alter.constraint.name = read_name(cursor);
    cursor.take("to"_kw);
    alter.new_name = read_name(cursor).text;
  } else {
    return false;
  }
  return true;
}

// RENAME TO, SET SCHEMA, OWNER TO: what all objects share.
AlterObject
read_common_change(Cursor& cursor, ObjectKind kind, const QualifiedName& name) {
  AlterObject alter;
  alter.kind = kind;
  alter.object.name = name;
  read_object_change(cursor, alter);
  return alter;
}

} // namespace

CreateType read_create_type(Cursor& cursor) {
  CreateType type;
  type.name = read_qualified_name(cursor);
  if (cursor.take("as"_kw, "enum"_kw)) {
    read_labels(cursor, type);
  } else if (cursor.take("as"_kw, "range"_kw)) {
    read_range(cursor, type);
  } else if (cursor.take("as"_kw)) {
    read_attributes(cursor, type);
  } else {
    type.kind = cursor.mark() == '(' ? TypeKind::base : TypeKind::shell;
  }
  cursor.finish();
  return type;
}

CreateDomain read_create_domain(Cursor& cursor) {
  CreateDomain domain;
  domain.name = read_qualified_name(cursor);
  cursor.take("as"_kw);
  domain.type = read_type(cursor);
  DomainReader(cursor, domain).clauses();
  return domain;
}

void read_alter_type(Cursor& cursor, Sink& sink) {
  const QualifiedName name = read_qualified_name(cursor);
  Cursor ahead = cursor;
  if (read_type_change(ahead) == TypeChange::other) {
    sink.emplace_back(read_common_change(cursor, ObjectKind::type, name));
    return;
  }
  while (!cursor.done()) {
    Cursor element = cursor.element();
    AlterType alter;
    alter.name = name;
    alter.change = read_type_change(element);
    if (alter.change == TypeChange::add_value ||
        alter.change == TypeChange::rename_value) {
      read_value(element, alter);
    } else if (alter.change != TypeChange::other) {
      read_attribute_action(element, alter);
    }
    sink.emplace_back(std::move(alter));
  }
}

void read_alter_domain(Cursor& cursor, Sink& sink) {
  AlterDomain alter;
  alter.name = read_qualified_name(cursor);
  if (read_domain_change(cursor, alter)) {
    sink.emplace_back(std::move(alter));
  } else {
    sink.emplace_back(
        read_common_change(cursor, ObjectKind::domain, alter.name));
  }
}

} // namespace migcheck::ddl
