#include "ddl/shown.hpp"

#include "ddl/shown_parts.hpp"

#include <array>
#include <string_view>

namespace migcheck::ddl {
namespace {

using namespace parts;

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
      text += " " + shown(action) + ";";
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
    return (s.revoke ? "revoke " : "grant ") + std::string(of(s.kind)) +
           (s.objects.empty() ? "" : " " + joined(s.objects)) +
           flag(s.membership, "membership") +
           flag(s.all_in_schema, "all-in-schema") +
           field("to", joined(s.roles)) + field("for", joined(s.owners));
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
