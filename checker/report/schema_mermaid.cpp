// Mermaid's grammar takes names in quotes for tables, but only letters,
// digits and some marks for types and columns: what is not among these becomes
// `_`.
#include "report/schema_names.hpp"
#include "report/schema_report.hpp"
#include "report/shown.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

using schema::Catalogue;
using schema::Column;
using schema::ColumnNumber;
using schema::Constraint;
using schema::Id;
using schema::Index;
using schema::Relation;

std::string word(std::string_view text) {
  std::string plain;
  for (const char byte : text) {
    const bool allowed = is_letter(byte) || is_digit(byte) || byte == '_' ||
                         byte == '(' || byte == ')' || byte == '[' ||
                         byte == ']' || byte == '-';
    const char mapped = byte == ',' ? '-' : allowed ? byte : '_';
    if (mapped != '_' || !plain.ends_with('_')) {
      plain += mapped;
    }
  }
  if (plain.empty()) {
    return "unknown";
  }
  return is_letter(plain[0]) ? plain : "x" + plain;
}

std::string quoted_text(std::string_view text) {
  std::string safe = "\"";
  for (const char byte : log_safe(printable(text))) {
    switch (byte) {
    case '"':
      safe += '\'';
      break;
    case '\\':
    case '%':
      safe += '_';
      break;
    default:
      safe += byte;
    }
  }
  return safe + '"';
}

bool in_key(
    const Catalogue& catalogue,
    const Relation& table,
    ColumnNumber column,
    ddl::ConstraintKind kind) {
  return std::any_of(
      table.constraints.begin(), table.constraints.end(), [&](Id id) {
        const Constraint& constraint = catalogue.constraints[id];
        const auto& columns = constraint.columns;
        const bool alone =
            kind != ddl::ConstraintKind::unique || columns.size() == 1;
        return constraint.kind == kind && alone &&
               std::find(columns.begin(), columns.end(), column) !=
                   columns.end();
      });
}

std::string keys_of(
    const Catalogue& catalogue, const Relation& table, ColumnNumber column) {
  struct Mark {
    ddl::ConstraintKind kind;
    std::string_view text;
  };

  constexpr Mark marks[] = {
      {ddl::ConstraintKind::primary_key, "PK"},
      {ddl::ConstraintKind::foreign_key, "FK"},
      {ddl::ConstraintKind::unique, "UK"}};
  std::string keys;
  for (const Mark& mark : marks) {
    if (in_key(catalogue, table, column, mark.kind)) {
      keys += keys.empty() ? " " : ", ";
      keys += mark.text;
    }
  }
  return keys;
}

void add_table(
    const Catalogue& catalogue,
    const std::string& name,
    const Relation& table,
    std::string& text) {
  text += "  " + quoted_text(name) + " {\n";
  for (ColumnNumber i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (!column.dropped) {
      text += fmt::format(
          "    {} {}{}\n",
          word(catalogue.type_text(column)),
          word(column.name),
          keys_of(catalogue, table, i));
    }
  }
  text += "  }\n";
}

// Whether a row can be referenced once at most: the columns are a key.
bool is_unique(const Catalogue& catalogue, const Constraint& key) {
  const Relation& table = catalogue.relations[key.table];
  return std::any_of(table.indexes.begin(), table.indexes.end(), [&](Id id) {
    const Index& index = catalogue.indexes[id];
    return index.unique && index.where.empty() &&
           std::all_of(
               index.keys.begin(),
               index.keys.end(),
               [&](const schema::IndexKey& part) {
                 return std::find(
                            key.columns.begin(),
                            key.columns.end(),
                            part.column) != key.columns.end();
               });
  });
}

void add_relationship(
    const Catalogue& catalogue, const Constraint& key, std::string& text) {
  const Relation& table = catalogue.relations[key.table];
  const bool optional = std::any_of(
      key.columns.begin(), key.columns.end(), [&](ColumnNumber column) {
        return column != schema::no_column && !table.columns[column].not_null;
      });
  const auto columns = column_names(catalogue, key.table, key.columns);
  text += fmt::format(
      "  {} {}--{} {} : {}\n",
      quoted_text(catalogue.shown(table)),
      is_unique(catalogue, key) ? "|o" : "}o",
      optional ? "o|" : "||",
      quoted_text(catalogue.shown(catalogue.relations[key.references])),
      quoted_text(
          key.name.empty() && !columns.empty() ? columns.front()
                                               : std::string(key.name)));
}

} // namespace

std::string write_schema_mermaid(const schema::History& history) {
  const Catalogue& catalogue = history.catalogue;
  std::string text = "erDiagram\n";
  const auto tables = sorted_tables(catalogue);
  for (const auto& [name, table] : tables) {
    if (table->partition_of == schema::no_id) {
      add_table(catalogue, name, *table, text);
    }
  }
  for (const auto& [name, table] : tables) {
    if (table->partition_of != schema::no_id) {
      continue;
    }
    for (const Id id : table->constraints) {
      const Constraint& constraint = catalogue.constraints[id];
      if (constraint.kind == ddl::ConstraintKind::foreign_key &&
          constraint.references != schema::no_id &&
          catalogue.relations[constraint.references].partition_of ==
              schema::no_id) {
        add_relationship(catalogue, constraint, text);
      }
    }
  }
  return text;
}

} // namespace migcheck
