// Statements about everything but tables and indexes, recognised.
#pragma once

#include "model/ddl_dynamic.hpp"
#include "model/ddl_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::ddl {

enum class TypeKind : std::uint8_t { enum_, composite, range, base, shell };

struct CreateType {
  QualifiedName name;
  TypeKind kind = TypeKind::shell;
  std::vector<std::string> labels;          // of an enum, in order
  std::vector<ColumnDefinition> attributes; // of a composite
  TypeName subtype;                         // of a range
};

enum class TypeChange : std::uint8_t {
  other,
  add_value,
  rename_value,
  add_attribute,
  drop_attribute,
  alter_attribute,
  rename_attribute
};

// One change; a list of attribute actions gives a statement each. Renames of
// the type itself are AlterObject.
struct AlterType {
  QualifiedName name;
  TypeChange change = TypeChange::other;
  std::string label;     // the value, or the attribute
  std::string new_label; // of renames
  TypeName type;         // of attributes
  bool before = false;   // ADD VALUE … BEFORE neighbour
  bool after = false;
  std::string neighbour;
  bool if_exists = false;     // of the attribute
  bool if_not_exists = false; // of the value
  bool cascade = false;
};

struct CreateDomain {
  QualifiedName name;
  TypeName type;
  bool not_null = false;
  Expression expression; // the default
  std::vector<ConstraintDefinition> constraints;
};

enum class DomainChange : std::uint8_t {
  other,
  set_default, // empty expression: DROP DEFAULT
  set_not_null,
  drop_not_null,
  add_constraint,
  drop_constraint,
  rename_constraint
};

struct AlterDomain {
  QualifiedName name;
  DomainChange change = DomainChange::other;
  Expression expression;
  ConstraintDefinition constraint; // added; or its name alone
  std::string new_name;            // of RENAME CONSTRAINT
  bool if_exists = false;
};

// CREATE SEQUENCE, and ALTER SEQUENCE with OWNED BY or other options.
struct SequenceStatement {
  QualifiedName name;
  bool alter = false;
  bool if_exists = false;     // ALTER
  bool if_not_exists = false; // CREATE
  bool temporary = false;
  bool owned_by = false; // OWNED BY is written
  QualifiedName table;   // empty with owned_by: NONE
  std::string column;
};

struct CreateSchema {
  Name name; // of AUTHORIZATION where no other is written
  bool if_not_exists = false;
  bool database = false; // CREATE DATABASE
};

struct CreateExtension {
  Name name;
  Name schema;
  bool if_not_exists = false;
  bool cascade = false;
};

struct CreateView {
  QualifiedName name;
  bool materialized = false;
  bool or_replace = false;
  bool if_not_exists = false;
  bool temporary = false;
  bool alter = false;                   // MySQL, T-SQL: ALTER VIEW … AS
  std::vector<std::string> columns;     // that are written after the name
  std::vector<QualifiedName> reads;     // tables and views
  std::vector<QualifiedName> functions; // that it calls
  std::vector<QualifiedName> types;     // that it casts to; not built in
  std::vector<std::string> names;       // words that may be columns
  QualifiedName to; // ClickHouse: the table that a materialized view fills
};

enum class ArgumentMode : std::uint8_t { in, out, inout, variadic };

struct Argument {
  ArgumentMode mode = ArgumentMode::in;
  std::string name; // "" none
  TypeName type;
  bool has_default = false;
};

// CREATE FUNCTION, PROCEDURE and AGGREGATE.
struct CreateFunction {
  ObjectKind kind = ObjectKind::function;
  QualifiedName name;
  bool or_replace = false; // ALTER of T-SQL and CREATE OR ALTER too
  bool if_not_exists = false;
  std::vector<Argument> arguments; // RETURNS TABLE columns are none of them
  // Canonical types of the arguments that make the signature (in, inout,
  // variadic; of procedures out too), joined by `, `: `integer, text`.
  std::string signature;
  TypeName returns;         // empty: a procedure, or OUT arguments, or TABLE
  bool returns_set = false; // SETOF, TABLE
  std::string language;     // lower case; "" not written
  // What calling it would do to the schema: static DDL by name, the rest as
  // patterns. One level: what it calls itself is in `calls`.
  std::vector<DynamicPart> effects;
  std::vector<QualifiedName> reads;  // tables in its body: not dependencies for
                                     // the server, but for a reader
  std::vector<QualifiedName> writes; // by INSERT, UPDATE, DELETE, TRUNCATE
  std::vector<QualifiedName> calls;
};

enum class TriggerTiming : std::uint8_t { before, after, instead_of };

struct CreateTrigger {
  Name name;
  std::string schema; // of the name: SQLite, MySQL, T-SQL
  QualifiedName table;
  QualifiedName function; // PostgreSQL; empty: it has a body
  TriggerTiming timing = TriggerTiming::before;
  bool or_replace = false;
  bool if_not_exists = false;
  bool constraint = false;
  bool row = false;                 // FOR EACH ROW
  std::vector<std::string> columns; // UPDATE OF
  Expression when;
  QualifiedName from_table;         // of a constraint trigger
  std::vector<QualifiedName> reads; // tables of its body
  std::vector<QualifiedName> writes;
};

// CREATE POLICY, CREATE RULE; of ALTER POLICY what is new.
struct TableRule {
  ObjectKind kind = ObjectKind::policy;
  Name name;
  QualifiedName table;
  bool alter = false;
  bool or_replace = false;
  std::vector<std::string> roles;
  Expression expression;            // USING, WITH CHECK, WHERE: all of it
  std::vector<QualifiedName> reads; // tables of its sub-selects and actions
};

// CREATE of what the model holds only by kind and name: roles, event
// triggers, dictionaries, events, publications, operators …
struct CreateOther {
  ObjectKind kind = ObjectKind::other;
  std::string words; // of the kind: `event trigger`
  QualifiedName name;
  bool or_replace = false;
  bool if_not_exists = false;
  std::vector<QualifiedName> reads;
};

struct DroppedObject {
  QualifiedName name;
  QualifiedName table; // DROP TRIGGER … ON table; RULE, POLICY; MySQL's INDEX
  bool has_arguments = false; // FUNCTION f(…)
  std::string signature;      // as CreateFunction's
};

struct Drop {
  ObjectKind kind = ObjectKind::table;
  std::vector<DroppedObject> objects;
  bool if_exists = false;
  bool cascade = false;
  bool concurrently = false;
  bool temporary = false;
};

enum class ObjectChange : std::uint8_t {
  other, // nothing that the model holds
  rename,
  set_schema,
  set_owner,
  attach_partition, // ALTER INDEX … ATTACH PARTITION index
  unknown
};

// ALTER of anything but tables: of indexes, views, sequences, types, domains,
// schemas, functions, triggers, policies, rules, extensions, roles. What
// ALTER VIEW and INDEX share with tables (columns' defaults) is AlterTable.
struct AlterObject {
  ObjectKind kind = ObjectKind::other;
  DroppedObject object;
  ObjectChange change = ObjectChange::other;
  QualifiedName to; // new name, schema, owner or attached index
  bool if_exists = false;
};

// MySQL: RENAME TABLE a TO b, c TO d. T-SQL: sp_rename of a table.
struct RenameTables {
  struct Pair {
    QualifiedName from, to;
  };

  std::vector<Pair> pairs; // in order: names may be swapped
};

} // namespace migcheck::ddl
