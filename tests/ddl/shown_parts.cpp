#include "ddl/shown_parts.hpp"

#include "ddl/shown.hpp"

#include <array>

namespace migcheck::ddl::parts {

std::string of(const QualifiedName& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) {
    text += text.empty() ? "" : ",";
    text += item.empty() ? "()" : item;
  }
  return text;
}

std::string joined(const std::vector<QualifiedName>& list) {
  std::vector<std::string> names;
  for (const QualifiedName& name : list) {
    names.push_back(of(name));
  }
  return joined(names);
}

std::string joined(const std::vector<Name>& list) {
  std::vector<std::string> names;
  for (const Name& name : list) {
    names.push_back(name.text);
  }
  return joined(names);
}

std::string flag(bool holds, std::string_view word) {
  return holds ? " " + std::string(word) : std::string{};
}

std::string field(std::string_view word, const std::string& text) {
  return text.empty() ? std::string{} : " " + std::string(word) + " " + text;
}

std::string_view of(ObjectKind kind) {
  constexpr std::array<std::string_view, 30> names = {
      "other",    "table",      "foreign-table", "column",
      "index",    "constraint", "view",          "matview",
      "sequence", "type",       "domain",        "schema",
      "database", "extension",  "function",      "procedure",
      "routine",  "aggregate",  "trigger",       "event-trigger",
      "policy",   "rule",       "role",          "dictionary",
      "event",    "tablespace", "subscription",  "publication",
      "system",   "privileges"};
  return names[static_cast<std::size_t>(kind)];
}

std::string of(const Expression& expression) {
  return "{" + expression.text + "}" +
         field("cols", joined(expression.columns)) +
         field("calls", joined(expression.functions)) +
         field("types", joined(expression.types)) +
         field("seqs", joined(expression.sequences));
}

std::string of(const ColumnDefinition& column) {
  constexpr std::array<std::string_view, 4> serials = {
      "", " smallserial", " serial", " bigserial"};
  std::string text = column.name.text;
  text += column.type.empty() ? "" : " " + column.type.text;
  text += serials[static_cast<std::size_t>(column.serial)];
  text += flag(column.not_null, "not-null") + flag(column.null, "null");
  text += flag(column.identity == Identity::always, "identity-always");
  text += flag(column.identity == Identity::by_default, "identity-default");
  text += field("sequence", of(column.identity_sequence));
  text += flag(column.auto_increment, "auto-increment");
  text += flag(column.generated, "generated");
  text += column.expression.empty() ? "" : " = " + of(column.expression);
  return text + field("collate", of(column.collation));
}

std::string of(const ConstraintDefinition& constraint) {
  constexpr std::array<std::string_view, 6> kinds = {
      "primary", "unique", "foreign", "check", "exclude", "not-null"};
  constexpr std::array<std::string_view, 5> actions = {
      "", "restrict", "cascade", "set-null", "set-default"};
  std::string text(kinds[static_cast<std::size_t>(constraint.kind)]);
  text += field("named", constraint.name.text);
  text += field("in", constraint.column);
  text +=
      constraint.columns.empty() ? "" : " (" + joined(constraint.columns) + ")";
  text += field("include", joined(constraint.include));
  text += field("->", of(constraint.references));
  text += constraint.referenced_columns.empty()
              ? ""
              : "(" + joined(constraint.referenced_columns) + ")";
  text += field(
      "on-delete",
      std::string(actions[static_cast<std::size_t>(constraint.on_delete)]));
  text += field(
      "on-update",
      std::string(actions[static_cast<std::size_t>(constraint.on_update)]));
  text += constraint.expression.empty() && constraint.expression.columns.empty()
              ? ""
              : " " + of(constraint.expression);
  text += field("using-index", constraint.using_index);
  text += field("method", constraint.method);
  return text + flag(constraint.deferrable, "deferrable") +
         flag(constraint.not_valid, "not-valid") +
         flag(constraint.no_inherit, "no-inherit");
}

std::string of(const std::vector<KeyElement>& elements) {
  std::vector<std::string> keys;
  for (const KeyElement& key : elements) {
    keys.push_back(key.column.empty() ? of(key.expression) : key.column);
  }
  return "(" + joined(keys) + ")";
}

std::string of(const IndexDefinition& index) {
  std::string text = index.name.empty() ? "unnamed" : index.name.text;
  return text + flag(index.unique, "unique") + field("using", index.method) +
         " " + of(index.elements) + field("include", joined(index.include)) +
         (index.where.empty() ? "" : " where " + of(index.where)) +
         flag(index.nulls_not_distinct, "nulls-not-distinct");
}

std::string of(const ColumnPosition& position) {
  return flag(position.first, "first") + field("after", position.after);
}

std::string of(const LikeClause& like) {
  return of(like.table) + " at " + std::to_string(like.position) +
         flag(like.options.indexes, "indexes") +
         flag(like.options.defaults, "defaults") +
         flag(like.options.constraints, "constraints");
}

std::string of(const Argument& argument) {
  constexpr std::array<std::string_view, 4> modes = {
      "", "out ", "inout ", "variadic "};
  return std::string(modes[static_cast<std::size_t>(argument.mode)]) +
         argument.name + ":" + argument.type.text +
         flag(argument.has_default, "default");
}

std::string of(const DroppedObject& object) {
  return of(object.name) +
         (object.has_arguments ? "(" + object.signature + ")" : "") +
         field("on", of(object.table));
}

std::string of(const FunctionCall& call) {
  return of(call.name) + (call.literal.empty() ? "" : "'" + call.literal + "'");
}

std::string of(const DynamicPart& part) {
  return shown(part);
}

} // namespace migcheck::ddl::parts
