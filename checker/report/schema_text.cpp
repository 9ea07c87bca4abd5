#include "report/schema_names.hpp"
#include "report/schema_report.hpp"
#include "report/shown.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

using schema::Catalogue;
using schema::Column;
using schema::ColumnNumber;
using schema::Constraint;
using schema::History;
using schema::Id;
using schema::Index;
using schema::Relation;

// Names and types wider than this do not widen their column.
constexpr std::size_t widest_cell = 32;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += text.empty() ? "" : ", ";
    text += name;
  }
  return text;
}

// One directory's schema, line by line.
class SchemaText {
 public:
  explicit SchemaText(const History& history)
      : history_(history), catalogue_(history.catalogue) {}

  std::string write();

 private:
  void line(std::string_view text) {
    text_ += log_safe(printable(text));
    text_ += '\n';
  }

  void heading();
  void table(const std::string& name, const Relation& relation);
  void columns(const Relation& relation);
  void constraint(const Constraint& constraint);
  void index(const Index& index);
  void partitions(const Relation& relation);
  void others();
  void unknown();

  void section() {
    if (!text_.ends_with("\n\n")) {
      text_ += '\n';
    }
  }

  const History& history_;
  const Catalogue& catalogue_;
  std::string text_;
};

void SchemaText::heading() {
  std::size_t tables = 0;
  for (const auto& [name, relation] : sorted_tables(catalogue_)) {
    tables += relation->partition_of == schema::no_id ? 1 : 0;
  }
  line(fmt::format(
      "{}: {}, {}, {}",
      history_.directory->path,
      dialect_name(history_.directory->dialect),
      counted(history_.directory->migrations.size(), "migration"),
      counted(tables, "table")));
}

void SchemaText::columns(const Relation& relation) {
  std::size_t names = 0;
  std::size_t types = 0;
  for (const Column& column : relation.columns) {
    if (!column.dropped) {
      names = std::max(names, display_width(printable(column.name)));
      types = std::max(
          types, display_width(printable(catalogue_.type_text(column))));
    }
  }
  names = std::min(names, widest_cell);
  types = std::min(types, widest_cell);
  for (ColumnNumber i = 0; i < relation.columns.size(); ++i) {
    const Column& column = relation.columns[i];
    if (column.dropped) {
      continue;
    }
    const std::string type = catalogue_.type_text(column);
    const std::string value = default_of(catalogue_, relation, i);
    std::string text = fmt::format(
        "  {:<{}}  {:<{}}",
        printable(column.name),
        names,
        type.empty() ? "?" : printable(type),
        types);
    text += column.not_null ? "  not null" : "";
    text += column.identity != ddl::Identity::none ? "  identity" : "";
    if (!value.empty()) {
      text += column.generated ? "  as " : "  default ";
      text += value;
    }
    line(text.substr(0, text.find_last_not_of(' ') + 1));
  }
}

void SchemaText::constraint(const Constraint& constraint) {
  const auto columns =
      column_names(catalogue_, constraint.table, constraint.columns);
  std::string text;
  switch (constraint.kind) {
  case ddl::ConstraintKind::primary_key:
    text = fmt::format("primary key ({})", joined(columns));
    break;
  case ddl::ConstraintKind::unique:
    text = fmt::format("unique ({})", joined(columns));
    break;
  case ddl::ConstraintKind::exclude:
    text = fmt::format("exclude ({})", joined(columns));
    break;
  case ddl::ConstraintKind::foreign_key: {
    const auto referenced =
        constraint.references == schema::no_id
            ? std::vector<std::string>()
            : column_names(
                  catalogue_, constraint.references, constraint.referenced);
    text = fmt::format(
        "foreign key ({}) references {} ({})",
        joined(columns),
        reference_name(catalogue_, constraint),
        joined(referenced));
    break;
  }
  default:
    text = fmt::format("check ({})", constraint.expression);
    break;
  }
  line(
      "  " + text +
      (constraint.name.empty() ? "" : "  " + std::string(constraint.name)));
}

void SchemaText::index(const Index& index) {
  if (index.constraint == schema::no_id) {
    line(fmt::format(
        "  {} ({}){}  {}",
        index.unique ? "unique index" : "index",
        joined(key_names(catalogue_, index)),
        index.where.empty() ? "" : " where " + std::string(index.where),
        index.name));
  }
}

void SchemaText::partitions(const Relation& relation) {
  for (const Id id : relation.children) {
    const Relation& child = catalogue_.relations[id];
    const std::string bounds = child.bounds ? child.bounds->text : "";
    line(fmt::format(
        "  {} {}{}{}",
        child.partition_of != schema::no_id ? "partition" : "child",
        catalogue_.shown(child),
        bounds.empty() ? "" : "  ",
        bounds));
  }
}

void SchemaText::table(const std::string& name, const Relation& relation) {
  section();
  std::string head = "table " + name;
  if (relation.kind == schema::RelationKind::foreign_table) {
    head = "foreign " + head;
  }
  if (!relation.partition_key.empty()) {
    head += ", partitioned by " + std::string(relation.partition_key);
  }
  if (relation.row_security) {
    head += ", row security";
  }
  line(head);
  columns(relation);
  if (relation.incomplete) {
    line("  … and what is not known");
  }
  for (const Id id : relation.constraints) {
    constraint(catalogue_.constraints[id]);
  }
  for (const Id id : relation.indexes) {
    index(catalogue_.indexes[id]);
  }
  for (const Id id : relation.triggers) {
    line("  trigger " + std::string(catalogue_.triggers[id].name));
  }
  for (const Id id : relation.policies) {
    line("  policy " + std::string(catalogue_.policies[id].name));
  }
  partitions(relation);
}

void SchemaText::others() {
  section();
  for (const auto& [name, view] : sorted_views(catalogue_)) {
    const bool stored = view->kind == schema::RelationKind::materialized_view;
    line((stored ? "materialized view " : "view ") + name);
  }
  section();
  for (const auto& [name, type] : sorted_objects(
           catalogue_, catalogue_.types, [](const auto&) { return true; })) {
    std::string text =
        "type " + name + ": " + std::string(kind_name(type->kind));
    for (std::size_t i = 0; i < type->labels.size(); ++i) {
      text += (i == 0 ? " '" : ", '") + std::string(type->labels[i]) + '\'';
    }
    line(text);
  }
  section();
  for (const auto& [name, function] :
       sorted_objects(catalogue_, catalogue_.functions, [](const auto&) {
         return true;
       })) {
    line("function " + name + '(' + std::string(function->signature) + ')');
  }
  section();
  for (const auto& [name, sequence] : sorted_objects(
           catalogue_,
           catalogue_.sequences,
           [](const schema::Sequence& candidate) {
             return candidate.table == schema::no_id;
           })) {
    line("sequence " + name);
  }
}

void SchemaText::unknown() {
  if (catalogue_.unknowns.all().empty()) {
    return;
  }
  section();
  line("not known without running it");
  for (const schema::Unknown& entry : catalogue_.unknowns.all()) {
    line(fmt::format(
        "  {}  {}:{}  {}",
        entry.object.empty() ? "anything" : entry.object,
        entry.path,
        entry.line,
        entry.why));
  }
}

std::string SchemaText::write() {
  heading();
  for (const auto& [name, relation] : sorted_tables(catalogue_)) {
    if (relation->partition_of == schema::no_id) {
      table(name, *relation);
    }
  }
  others();
  unknown();
  while (text_.ends_with("\n\n")) {
    text_.pop_back();
  }
  return std::move(text_);
}

} // namespace

std::string write_schema_text(const Histories& histories) {
  std::string text;
  for (const History* history : histories) {
    text += text.empty() ? "" : "\n";
    text += SchemaText(*history).write();
  }
  return text;
}

} // namespace migcheck
