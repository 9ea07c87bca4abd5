// What a statement is, as its first words tell, in a few bytes.
#pragma once

#include "model/ddl_names.hpp"

#include <cstdint>

namespace migcheck {

enum class StatementVerb : std::uint8_t {
  unknown, // no word that is known
  other,   // known; changes neither schema nor data: NOTIFY, CHECKPOINT …
  // Data. WITH … is the statement after its common table expressions.
  select, // and VALUES, TABLE
  insert, // and REPLACE
  update,
  delete_,
  merge,
  truncate,
  copy,
  call, // and EXEC
  // Schema. The object says of what.
  create,
  alter,
  drop,
  rename, // RENAME TABLE
  comment,
  grant,
  revoke,
  refresh, // MATERIALIZED VIEW
  // Transactions.
  begin,    // and START TRANSACTION
  commit,   // and END
  rollback, // and ABORT
  savepoint,
  release,
  rollback_to,
  transaction, // SET TRANSACTION, PREPARE TRANSACTION …
  // The rest.
  do_block, // DO, BEGIN NOT ATOMIC
  control,  // T-SQL: IF, WHILE, DECLARE, BEGIN …: what is inside is not told
  set,
  reset,
  use,
  lock,
  vacuum,
  analyze,
  reindex, // the object says of what
  cluster,
  explain,
  pragma
};

// Bits of Statement::flags.
enum class StatementFlag : std::uint16_t {
  // After the verb and its object, or in an action of ALTER.
  concurrently = 1U << 0U,
  if_exists = 1U << 1U,     // of the object as a whole
  if_not_exists = 1U << 2U, // of the object as a whole
  or_replace = 1U << 3U,    // and CREATE OR ALTER
  temporary = 1U << 4U,
  // ALTER … OWNER TO, SET ROLE, SET SESSION AUTHORIZATION.
  names_role = 1U << 5U,
  cascade = 1U << 6U, // of DROP, TRUNCATE, and of ALTER's DROP
  // UPDATE and DELETE: WHERE outside of parentheses. Others: never.
  where = 1U << 7U,
  add_value = 1U << 8U,     // ALTER TYPE … ADD VALUE
  bare_add = 1U << 9U,      // ALTER … ADD without IF NOT EXISTS
  bare_drop = 1U << 10U,    // ALTER … DROP without IF EXISTS
  drops_column = 1U << 11U, // ALTER TABLE … DROP [COLUMN]
  as_select = 1U << 12U,    // CREATE TABLE … AS
  // What the schema gets depends on it, at the time when the statement runs: in
  // partition bounds, in AS SELECT, in USING of ALTER. Not in DEFAULT, in
  // CHECK, in views or in bodies.
  clock = 1U << 13U,
  session = 1U << 14U, // the user, or a setting
  // VACUUM, ANALYZE, CLUSTER of no table in particular.
  everything = 1U << 15U
};

// Of one statement.
struct StatementKind {
  StatementVerb verb = StatementVerb::unknown;
  ddl::ObjectKind object = ddl::ObjectKind::other;
  std::uint16_t flags = 0;

  bool operator==(const StatementKind&) const = default;

  bool has(StatementFlag flag) const {
    return (flags & static_cast<std::uint16_t>(flag)) != 0;
  }

  void set(StatementFlag flag) {
    flags = static_cast<std::uint16_t>(flags | static_cast<unsigned>(flag));
  }

  bool is(StatementVerb what, ddl::ObjectKind of) const {
    return verb == what && object == of;
  }
};

} // namespace migcheck
