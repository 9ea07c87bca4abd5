#include "sql/classify_words.hpp"

#include <array>
#include <utility>

namespace migcheck::sql {

using ddl::ObjectKind;
using namespace word_literals;

std::optional<StatementVerb> verb_of(WordKey word) {
  using enum StatementVerb;
  using Entry = std::pair<WordKey, StatementVerb>;
  static constexpr std::array<Entry, 64> table = {{
      {"insert"_kw, insert},     {"select"_kw, select},
      {"create"_kw, create},     {"alter"_kw, alter},
      {"update"_kw, update},     {"drop"_kw, drop},
      {"delete"_kw, delete_},    {"comment"_kw, comment},
      {"do"_kw, do_block},       {"set"_kw, set},
      {"grant"_kw, grant},       {"begin"_kw, begin},
      {"commit"_kw, commit},     {"replace"_kw, insert},
      {"values"_kw, select},     {"table"_kw, select},
      {"merge"_kw, merge},       {"truncate"_kw, truncate},
      {"copy"_kw, copy},         {"call"_kw, call},
      {"rename"_kw, rename},     {"revoke"_kw, revoke},
      {"refresh"_kw, refresh},   {"abort"_kw, rollback},
      {"rollback"_kw, rollback}, {"savepoint"_kw, savepoint},
      {"release"_kw, release},   {"reset"_kw, reset},
      {"use"_kw, use},           {"lock"_kw, lock},
      {"unlock"_kw, lock},       {"vacuum"_kw, vacuum},
      {"analyze"_kw, analyze},   {"analyse"_kw, analyze},
      {"reindex"_kw, reindex},   {"cluster"_kw, cluster},
      {"explain"_kw, explain},   {"describe"_kw, explain},
      {"pragma"_kw, pragma},     {"checkpoint"_kw, other},
      {"discard"_kw, other},     {"listen"_kw, other},
      {"unlisten"_kw, other},    {"notify"_kw, other},
      {"load"_kw, other},        {"deallocate"_kw, other},
      {"declare"_kw, other},     {"fetch"_kw, other},
      {"move"_kw, other},        {"close"_kw, other},
      {"security"_kw, other},    {"reassign"_kw, other},
      {"show"_kw, other},        {"optimize"_kw, other},
      {"attach"_kw, other},      {"detach"_kw, other},
      {"flush"_kw, other},       {"delimiter"_kw, other},
      {"system"_kw, other},      {"kill"_kw, other},
      {"handler"_kw, other},     {"import"_kw, other},
      {"exchange"_kw, rename},   {"purge"_kw, other},
  }};
  for (const Entry& entry : table) {
    if (entry.first == word) {
      return entry.second;
    }
  }
  return std::nullopt;
}

// Most of it is its table. NOLINTNEXTLINE(readability-function-size)
std::optional<ObjectKind> object_of(WordKey word, WordKey previous) {
  switch (word) {
  case "table"_kw:
    return previous == "foreign"_kw ? ObjectKind::foreign_table
                                    : ObjectKind::table;
  case "index"_kw:
    return ObjectKind::index;
  case "view"_kw:
    return previous == "materialized"_kw ? ObjectKind::materialized_view
                                         : ObjectKind::view;
  case "sequence"_kw:
    return ObjectKind::sequence;
  case "type"_kw:
    return ObjectKind::type;
  case "domain"_kw:
    return ObjectKind::domain;
  case "schema"_kw:
    return ObjectKind::schema;
  case "database"_kw:
    return ObjectKind::database;
  case "extension"_kw:
    return ObjectKind::extension;
  case "function"_kw:
    return ObjectKind::function;
  case "procedure"_kw:
  case "proc"_kw:
    return ObjectKind::procedure;
  case "routine"_kw:
    return ObjectKind::routine;
  case "aggregate"_kw:
    return ObjectKind::aggregate;
  case "trigger"_kw:
    return ObjectKind::trigger;
  case "event"_kw:
    return ObjectKind::event;
  case "policy"_kw:
    return ObjectKind::policy;
  case "rule"_kw:
    return ObjectKind::rule;
  case "role"_kw:
  case "user"_kw:
  case "group"_kw:
  case "login"_kw:
    return ObjectKind::role;
  case "dictionary"_kw:
    return ObjectKind::dictionary;
  case "tablespace"_kw:
    return ObjectKind::tablespace;
  case "subscription"_kw:
    return ObjectKind::subscription;
  case "publication"_kw:
    return ObjectKind::publication;
  case "system"_kw:
    return ObjectKind::system;
  case "privileges"_kw:
    return ObjectKind::privileges;
  default:
    return std::nullopt;
  }
}

} // namespace migcheck::sql
