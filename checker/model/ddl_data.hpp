// Statements about data, sessions and transactions, recognised.
#pragma once

#include "model/ddl_dynamic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::ddl {

enum class DataVerb : std::uint8_t {
  select,
  insert, // and REPLACE
  update,
  delete_,
  merge,
  truncate,
  copy,
  call, // CALL, EXEC
  lock,
  other
};

struct FunctionCall {
  QualifiedName name;
  std::string literal; // the first argument where it is a string; or ""
};

struct DataStatement {
  DataVerb verb = DataVerb::select;
  std::vector<QualifiedName> writes; // INTO, UPDATE, DELETE FROM, TRUNCATE
  std::vector<QualifiedName> reads;  // FROM, JOIN, USING; no CTEs, no aliases
  // Columns of an INSERT or that an UPDATE sets; unquoted names folded.
  std::vector<std::string> columns;
  std::vector<FunctionCall> calls; // names before `(`, key words excepted
  bool where = false;              // at depth 0
  bool cascade = false;            // of TRUNCATE
};

enum class TransactionVerb : std::uint8_t {
  begin,    // and START TRANSACTION
  commit,   // and END
  rollback, // and ABORT
  savepoint,
  release,
  rollback_to,
  other // PREPARE TRANSACTION, SET TRANSACTION …
};

struct TransactionStatement {
  TransactionVerb verb = TransactionVerb::begin;
  std::string savepoint;
};

// SET [LOCAL] x = a, b; RESET x; also SELECT set_config('x', …).
struct SetVariable {
  std::string name; // lower case: search_path, role, session authorization
  std::vector<std::string> values; // names folded, strings without quotes;
                                   // empty: DEFAULT, RESET
  bool local = false;
  bool constant = true; // false: a value is an expression
};

// USE database.
struct UseDatabase {
  Name name;
};

// DO, and anonymous blocks. Static DDL of its body stands in the statements
// after it with `inside_block`.
struct DoBlock {
  std::string language; // lower case; plpgsql when none is written
  std::vector<DynamicPart> dynamic;
  std::vector<QualifiedName> reads;
  std::vector<QualifiedName> writes;
  std::vector<QualifiedName> calls;
};

struct Comment {
  ObjectKind kind = ObjectKind::other;
  QualifiedName name;  // of a column's table; of triggers and such: their name
  QualifiedName table; // ON table
  std::string column;
};

struct Grant {
  bool revoke = false;
  bool membership = false; // GRANT role TO role
  ObjectKind kind = ObjectKind::table;
  std::vector<QualifiedName> objects; // of membership: the granted roles
  bool all_in_schema = false;         // ALL TABLES IN SCHEMA: `objects` schemas
  std::vector<Name> roles;            // PUBLIC, CURRENT_USER and such left out
  // ALTER DEFAULT PRIVILEGES FOR ROLE: its kind is `privileges`, and it has no
  // objects.
  std::vector<Name> owners;
};

} // namespace migcheck::ddl
