#include "ddl/shown.hpp"

#include <array>
#include <string_view>

namespace migcheck::ddl {
namespace {

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

// ` word` where it holds.
std::string flag(bool holds, std::string_view word) {
  return holds ? " " + std::string(word) : std::string{};
}

// ` word text` where there is text.
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

std::string of(const LikeClause& like);
std::string of(const Argument& argument);
std::string of(const DroppedObject& object);
std::string of(const FunctionCall& call);
std::string of(const DynamicPart& part);

template <typename List>
std::string each(const List& list) {
  std::string text;
  for (const auto& item : list) {
    text += text.empty() ? "" : "; ";
    text += of(item);
  }
  return text;
}

std::string of(const ColumnPosition& position) {
  return flag(position.first, "first") + field("after", position.after);
}

struct ActionText {
  std::string operator()(const UnknownAction& a) const {
    return "UNKNOWN " + a.words;
  }

  std::string operator()(const OtherAction& a) const {
    return "other " + a.words;
  }

  std::string operator()(const AddColumn& a) const {
    return "add " + of(a.column) + flag(a.if_not_exists, "if-not-exists") +
           of(a.position) +
           (a.constraints.empty() ? "" : " [" + each(a.constraints) + "]");
  }

  std::string operator()(const DropColumn& a) const {
    return "drop " + a.column.text + flag(a.if_exists, "if-exists") +
           flag(a.cascade, "cascade");
  }

  std::string operator()(const SetColumnType& a) const {
    return "type " + a.column.text + " " + a.type.text +
           (a.using_.empty() ? "" : " using " + of(a.using_));
  }

  std::string operator()(const SetDefault& a) const {
    return "default " + a.column.text + " " + of(a.expression);
  }

  std::string operator()(const SetNotNull& a) const {
    return (a.not_null ? "not-null " : "null ") + a.column.text;
  }

  std::string operator()(const SetIdentity& a) const {
    return "identity " + a.column.text + flag(a.add, "add") +
           flag(a.identity == Identity::always, "always") +
           flag(a.identity == Identity::none, "drop") +
           flag(a.if_exists, "if-exists");
  }

  std::string operator()(const SetGenerated& a) const {
    return "generated " + a.column.text + " " + of(a.expression);
  }

  std::string operator()(const ModifyColumn& a) const {
    return "modify " + a.column.text + " to " + of(a.definition) +
           of(a.position) +
           (a.constraints.empty() ? "" : " [" + each(a.constraints) + "]");
  }

  std::string operator()(const RenameColumn& a) const {
    return "rename-column " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const AddConstraint& a) const {
    return "add-constraint " + of(a.constraint);
  }

  std::string operator()(const DropConstraint& a) const {
    constexpr std::array<std::string_view, 4> kinds = {
        "named", "primary", "foreign", "check"};
    return "drop-constraint " +
           std::string(kinds[static_cast<std::size_t>(a.kind)]) + " " +
           a.name.text + flag(a.if_exists, "if-exists") +
           flag(a.cascade, "cascade");
  }

  std::string operator()(const RenameConstraint& a) const {
    return "rename-constraint " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const ValidateConstraint& a) const {
    return "validate " + a.name.text;
  }

  std::string operator()(const AddIndex& a) const {
    return "add-index " + of(a.index);
  }

  std::string operator()(const DropTableIndex& a) const {
    return "drop-index " + a.name.text + flag(a.if_exists, "if-exists");
  }

  std::string operator()(const RenameTableIndex& a) const {
    return "rename-index " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const RenameTable& a) const {
    return "rename " + of(a.to);
  }

  std::string operator()(const SetTableSchema& a) const {
    return "schema " + a.schema.text;
  }

  std::string operator()(const AttachPartition& a) const {
    return "attach " + of(a.partition) + " " + a.bounds.text;
  }

  std::string operator()(const DetachPartition& a) const {
    return "detach " + of(a.partition) + flag(a.concurrently, "concurrently");
  }

  std::string operator()(const Inherit& a) const {
    return (a.no ? "no-inherit " : "inherit ") + of(a.parent);
  }

  std::string operator()(const SetRowSecurity& a) const {
    return "row-security " + std::to_string(static_cast<int>(a.state));
  }

  std::string operator()(const SetTableOwner& a) const {
    return "owner " + a.role.text;
  }
};

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

struct WhatText {
  std::string operator()(const NoEffect& s) const { return "none " + s.words; }

  std::string operator()(const Unknown& s) const {
    return "UNKNOWN " + s.words;
  }

  std::string operator()(const CreateTable& s) const {
    constexpr std::array<std::string_view, 4> strategies = {
        "range", "list", "hash", "other"};
    std::string text = "table " + of(s.name);
    text += flag(s.if_not_exists, "if-not-exists") +
            flag(s.or_replace, "or-replace") + flag(s.temporary, "temp") +
            flag(s.unlogged, "unlogged") + flag(s.foreign, "foreign") +
            flag(s.virtual_, "virtual");
    text += s.columns.empty() ? "" : " (" + each(s.columns) + ")";
    text += s.constraints.empty() ? "" : " [" + each(s.constraints) + "]";
    text += s.indexes.empty() ? "" : " keys " + each(s.indexes);
    text += s.likes.empty() ? "" : " like " + each(s.likes);
    text += field("inherits", joined(s.inherits));
    text += field("partition-of", of(s.partition_of));
    text += s.bounds ? " bounds " + s.bounds->text +
                           flag(!s.bounds->constant, "not-constant")
                     : "";
    text += s.partitioned ? " partitioned " +
                                std::string(strategies[static_cast<std::size_t>(
                                    s.partition_key.strategy)]) +
                                of(s.partition_key.elements)
                          : "";
    text += field("of", of(s.of_type)) + flag(s.as_select, "as-select");
    text += field("as-columns", joined(s.as_columns));
    return text + field("reads", joined(s.reads)) +
           flag(s.without_rowid, "without-rowid") +
           flag(s.incomplete, "incomplete");
  }

  std::string operator()(const AlterTable& s) const {
    std::string text = "alter " + std::string(of(s.kind)) + " " + of(s.name) +
                       flag(s.if_exists, "if-exists") + flag(s.only, "only") +
                       ":";
    for (const TableAction& action : s.actions) {
      text += " " + std::visit(ActionText{}, action.what) + ";";
    }
    return text;
  }

  std::string operator()(const CreateIndex& s) const {
    return "index " + of(s.index) + " on " + of(s.table) +
           field("schema", s.schema) + flag(s.if_not_exists, "if-not-exists") +
           flag(s.concurrently, "concurrently") + flag(s.only, "only");
  }

  std::string operator()(const CreateType& s) const {
    constexpr std::array<std::string_view, 5> kinds = {
        "enum", "composite", "range", "base", "shell"};
    return "type " + of(s.name) + " " +
           std::string(kinds[static_cast<std::size_t>(s.kind)]) +
           field("labels", joined(s.labels)) +
           (s.attributes.empty() ? "" : " (" + each(s.attributes) + ")") +
           field("subtype", s.subtype.text);
  }

  std::string operator()(const AlterType& s) const {
    constexpr std::array<std::string_view, 7> changes = {
        "other",
        "add-value",
        "rename-value",
        "add-attribute",
        "drop-attribute",
        "alter-attribute",
        "rename-attribute"};
    return "alter type " + of(s.name) + " " +
           std::string(changes[static_cast<std::size_t>(s.change)]) + " " +
           s.label + field("to", s.new_label) + field("type", s.type.text) +
           (s.before ? " before " + s.neighbour : "") +
           (s.after ? " after " + s.neighbour : "") +
           flag(s.if_not_exists, "if-not-exists") +
           flag(s.if_exists, "if-exists") + flag(s.cascade, "cascade");
  }

  std::string operator()(const CreateDomain& s) const {
    return "domain " + of(s.name) + " " + s.type.text +
           flag(s.not_null, "not-null") +
           (s.expression.empty() ? "" : " = " + of(s.expression)) +
           (s.constraints.empty() ? "" : " [" + each(s.constraints) + "]");
  }

  std::string operator()(const AlterDomain& s) const {
    constexpr std::array<std::string_view, 7> changes = {
        "other", "default", "not-null", "null", "add", "drop", "rename"};
    return "alter domain " + of(s.name) + " " +
           std::string(changes[static_cast<std::size_t>(s.change)]) + " " +
           of(s.constraint) + field("to", s.new_name) +
           (s.expression.empty() ? "" : " = " + of(s.expression));
  }

  std::string operator()(const SequenceStatement& s) const {
    return std::string(s.alter ? "alter " : "") + "sequence " + of(s.name) +
           flag(s.if_not_exists, "if-not-exists") +
           flag(s.if_exists, "if-exists") + flag(s.temporary, "temp") +
           (s.owned_by ? " owned-by " + of(s.table) + "." + s.column : "");
  }

  std::string operator()(const CreateSchema& s) const {
    return (s.database ? "database " : "schema ") + s.name.text +
           flag(s.if_not_exists, "if-not-exists");
  }

  std::string operator()(const CreateExtension& s) const {
    return "extension " + s.name.text + field("schema", s.schema.text) +
           flag(s.if_not_exists, "if-not-exists") + flag(s.cascade, "cascade");
  }

  std::string operator()(const CreateView& s) const {
    return (s.alter ? "alter " : "") +
           std::string(s.materialized ? "matview " : "view ") + of(s.name) +
           flag(s.or_replace, "or-replace") +
           flag(s.if_not_exists, "if-not-exists") + flag(s.temporary, "temp") +
           (s.columns.empty() ? "" : " (" + joined(s.columns) + ")") +
           field("reads", joined(s.reads)) +
           field("calls", joined(s.functions)) +
           field("types", joined(s.types)) + field("to", of(s.to));
  }

  std::string operator()(const CreateFunction& s) const {
    return std::string(of(s.kind)) + " " + of(s.name) + "(" +
           each(s.arguments) + ")" + field("signature", s.signature) +
           flag(s.or_replace, "or-replace") + field("returns", s.returns.text) +
           flag(s.returns_set, "set") + field("language", s.language) +
           (s.effects.empty() ? "" : " does " + each(s.effects)) +
           field("reads", joined(s.reads)) + field("writes", joined(s.writes)) +
           field("calls", joined(s.calls));
  }

  std::string operator()(const CreateTrigger& s) const {
    constexpr std::array<std::string_view, 3> timings = {
        "before", "after", "instead"};
    return "trigger " + s.name.text + field("schema", s.schema) + " " +
           std::string(timings[static_cast<std::size_t>(s.timing)]) + " on " +
           of(s.table) + field("calls", of(s.function)) +
           flag(s.or_replace, "or-replace") +
           flag(s.if_not_exists, "if-not-exists") +
           flag(s.constraint, "constraint") + flag(s.row, "row") +
           field("of", joined(s.columns)) +
           (s.when.empty() ? "" : " when " + of(s.when)) +
           field("from", of(s.from_table)) + field("reads", joined(s.reads)) +
           field("writes", joined(s.writes));
  }

  std::string operator()(const TableRule& s) const {
    return (s.alter ? "alter " : "") + std::string(of(s.kind)) + " " +
           s.name.text + " on " + of(s.table) + field("to", joined(s.roles)) +
           field("cols", joined(s.expression.columns)) +
           field("calls", joined(s.expression.functions)) +
           field("reads", joined(s.reads));
  }

  std::string operator()(const CreateOther& s) const {
    return "create " + std::string(of(s.kind)) + " " + of(s.name);
  }

  std::string operator()(const Drop& s) const {
    return "drop " + std::string(of(s.kind)) + " " + each(s.objects) +
           flag(s.if_exists, "if-exists") + flag(s.cascade, "cascade") +
           flag(s.concurrently, "concurrently");
  }

  std::string operator()(const AlterObject& s) const {
    constexpr std::array<std::string_view, 6> changes = {
        "other", "rename", "schema", "owner", "attach", "unknown"};
    return "alter " + std::string(of(s.kind)) + " " + of(s.object) +
           flag(s.if_exists, "if-exists") + " " +
           std::string(changes[static_cast<std::size_t>(s.change)]) +
           field("to", of(s.to));
  }

  std::string operator()(const RenameTables& s) const {
    std::string text = "rename";
    for (const auto& pair : s.pairs) {
      text += " " + of(pair.from) + ">" + of(pair.to);
    }
    return text;
  }

  std::string operator()(const DataStatement& s) const {
    constexpr std::array<std::string_view, 10> verbs = {
        "select",
        "insert",
        "update",
        "delete",
        "merge",
        "truncate",
        "copy",
        "call",
        "lock",
        "data"};
    return std::string(verbs[static_cast<std::size_t>(s.verb)]) +
           field("writes", joined(s.writes)) + field("reads", joined(s.reads)) +
           (s.columns.empty() ? "" : " (" + joined(s.columns) + ")") +
           field("calls", each(s.calls)) + flag(s.where, "where") +
           flag(s.cascade, "cascade");
  }

  std::string operator()(const TransactionStatement& s) const {
    constexpr std::array<std::string_view, 7> verbs = {
        "begin",
        "commit",
        "rollback",
        "savepoint",
        "release",
        "rollback-to",
        "transaction"};
    return std::string(verbs[static_cast<std::size_t>(s.verb)]) +
           (s.savepoint.empty() ? "" : " " + s.savepoint);
  }

  std::string operator()(const SetVariable& s) const {
    return "set " + s.name + " = " + joined(s.values) + flag(s.local, "local") +
           flag(!s.constant, "not-constant");
  }

  std::string operator()(const UseDatabase& s) const {
    return "use " + s.name.text;
  }

  std::string operator()(const DoBlock& s) const {
    return "do " + s.language +
           (s.dynamic.empty() ? "" : " " + each(s.dynamic)) +
           field("reads", joined(s.reads)) + field("writes", joined(s.writes)) +
           field("calls", joined(s.calls));
  }

  std::string operator()(const Comment& s) const {
    return "comment " + std::string(of(s.kind)) + " " + of(s.name) +
           field("column", s.column) + field("on", of(s.table));
  }

  std::string operator()(const Grant& s) const {
    std::vector<std::string> roles;
    for (const Name& role : s.roles) {
      roles.push_back(role.text);
    }
    return (s.revoke ? "revoke " : "grant ") + std::string(of(s.kind)) + " " +
           joined(s.objects) + flag(s.membership, "membership") +
           flag(s.all_in_schema, "all-in-schema") + field("to", joined(roles));
  }
};

} // namespace

std::string shown(const What& what) {
  return std::visit(WhatText{}, what);
}

std::string shown(const DynamicPart& part) {
  constexpr std::array<std::string_view, 7> causes = {
      "execute",
      "loop",
      "call",
      "template",
      "language",
      "unsupported",
      "static"};
  constexpr std::array<std::string_view, 4> verbs = {
      "?", "create", "alter", "drop"};
  return "<" + std::string(causes[static_cast<std::size_t>(part.cause)]) + " " +
         std::string(verbs[static_cast<std::size_t>(part.verb)]) + " " +
         std::string(of(part.kind)) + field("", part.object) +
         field("on", part.table) + ">";
}

std::string shown(const Script& script) {
  constexpr std::array<std::string_view, 5> guards = {
      "", "if-missing ", "if-present ", "conditional ", "tolerant "};
  std::string text;
  for (const Recognised& statement : script) {
    text += text.empty() ? "" : " | ";
    text += statement.inside_block ? "+" : "";
    text += guards[static_cast<std::size_t>(statement.guard)];
    text += statement.templated ? "templated " : "";
    text += shown(statement.what);
  }
  return text;
}

} // namespace migcheck::ddl
