#include "replayed.hpp"

#include "ddl/recognise.hpp"
#include "report/schema_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace migcheck::schema {
namespace {

std::string column_line(const Catalogue& catalogue, const Column& column) {
  return fmt::format(
      "{} {}{}{}{}{}",
      column.name,
      catalogue.type_text(column),
      column.not_null ? " not null" : "",
      column.has_default && !column.generated ? " default" : "",
      column.generated ? " generated" : "",
      column.identity != ddl::Identity::none ? " identity" : "");
}

char letter(ddl::ConstraintKind kind) {
  switch (kind) {
  case ddl::ConstraintKind::primary_key:
    return 'p';
  case ddl::ConstraintKind::unique:
    return 'u';
  case ddl::ConstraintKind::foreign_key:
    return 'f';
  case ddl::ConstraintKind::exclude:
    return 'x';
  default:
    return 'c';
  }
}

void add_table_lines(
    const Catalogue& catalogue,
    const std::string& name,
    const Relation& table,
    std::vector<std::string>& lines) {
  lines.push_back("table " + name);
  for (const Column& column : table.columns) {
    if (!column.dropped) {
      lines.push_back("column " + name + '.' + column_line(catalogue, column));
    }
  }
  if (table.partition_of != no_id) {
    lines.push_back(fmt::format(
        "partition {} of {} {}",
        name,
        catalogue.shown(catalogue.relations[table.partition_of]),
        table.bounds ? table.bounds->text : ""));
  }
  for (const Id id : table.constraints) {
    const Constraint& constraint = catalogue.constraints[id];
    const std::string references = reference_name(catalogue, constraint);
    const bool check = constraint.kind == ddl::ConstraintKind::check;
    if (constraint.kind == ddl::ConstraintKind::foreign_key &&
        constraint.parent != no_id) {
      continue;
    }
    lines.push_back(fmt::format(
        "constraint {}.{} {}{}{}",
        name,
        constraint.name,
        letter(constraint.kind),
        check ? ""
              : fmt::format(
                    " ({})",
                    fmt::join(
                        column_names(
                            catalogue, constraint.table, constraint.columns),
                        ", ")),
        references.empty() ? "" : " references " + references));
  }
  for (const Id id : table.triggers) {
    lines.push_back(
        fmt::format("trigger {}.{}", name, catalogue.triggers[id].name));
  }
}

void add_type_lines(
    const Catalogue& catalogue, std::vector<std::string>& lines) {
  for (const auto& [name, type] : sorted_objects(
           catalogue, catalogue.types, [](const Type&) { return true; })) {
    lines.push_back(fmt::format(
        "type {} {}{}{}",
        name,
        kind_name(type->kind),
        type->labels.empty() ? "" : " ",
        fmt::join(type->labels, ", ")));
  }
}

} // namespace

std::unique_ptr<Replayed> replayed(std::string_view sql, Dialect dialect) {
  auto done = std::make_unique<Replayed>(dialect);
  Replay(done->catalogue, done->events)
      .run(ddl::recognise_text(sql, dialect), Section::up, {});
  return done;
}

std::vector<std::string> fact_lines(const Catalogue& catalogue) {
  std::vector<std::string> lines;
  for (const auto& [name, table] : sorted_tables(catalogue)) {
    add_table_lines(catalogue, name, *table, lines);
  }
  for (const auto& [name, index] : sorted_objects(
           catalogue, catalogue.indexes, [](const Index&) { return true; })) {
    lines.push_back(fmt::format(
        "index {} on {}{}",
        name,
        catalogue.shown(catalogue.relations[index->table]),
        index->unique ? " unique" : ""));
  }
  for (const auto& [name, view] : sorted_views(catalogue)) {
    const bool stored = view->kind == RelationKind::materialized_view;
    lines.push_back((stored ? "materialized view " : "view ") + name);
  }
  for (const auto& [name, sequence] : sorted_objects(
           catalogue, catalogue.sequences, [](const auto&) { return true; })) {
    lines.push_back("sequence " + name);
  }
  for (const auto& [name, function] : sorted_objects(
           catalogue, catalogue.functions, [](const auto&) { return true; })) {
    lines.push_back(fmt::format("function {}({})", name, function->signature));
  }
  add_type_lines(catalogue, lines);
  std::sort(lines.begin(), lines.end());
  return lines;
}

} // namespace migcheck::schema
