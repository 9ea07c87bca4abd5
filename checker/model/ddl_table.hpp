// CREATE TABLE and CREATE INDEX, recognised.
#pragma once

#include "model/ddl_names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace migcheck::ddl {

// `serial` is a type no more: the column's type is the integer's.
enum class Serial : std::uint8_t { none, small, normal, big };

enum class Identity : std::uint8_t { none, always, by_default };

// Where ADD, MODIFY and CHANGE of MySQL and ClickHouse put a column.
struct ColumnPosition {
  bool first = false;
  std::string after; // "": at the end, or where it was
};

// Constraints of a column stand in their table's `constraints`, in the order
// of the text, with `in_column`; NOT NULL stands here alone unless it has a
// name.
struct ColumnDefinition {
  Name name;
  TypeName type; // empty: none written (SQLite), or a template
  bool not_null = false;
  bool null = false; // NULL is written
  Serial serial = Serial::none;
  Identity identity = Identity::none;
  QualifiedName identity_sequence; // SEQUENCE NAME of identity; mostly empty
  bool auto_increment = false;     // MySQL, SQLite; T-SQL's IDENTITY
  bool generated = false;          // GENERATED ALWAYS AS (…), AS (…)
  Expression expression; // of DEFAULT; of a generated column what it is made of
  QualifiedName collation; // empty: none
  Span span;
};

enum class ConstraintKind : std::uint8_t {
  primary_key,
  unique,
  foreign_key,
  check,
  exclude,
  not_null // with a name, or as a table's constraint
};

enum class ReferenceAction : std::uint8_t {
  no_action,
  restrict_,
  cascade,
  set_null,
  set_default
};

struct ConstraintDefinition {
  ConstraintKind kind = ConstraintKind::check;
  Name name; // empty: the server makes one
  // Key columns; of a foreign key those that refer; of EXCLUDE one for each
  // element, "" for an expression; of a column's constraint that column, but
  // for CHECK: none.
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool in_column = false; // written in a column's definition
  std::string column;     // that column

  QualifiedName references;                    // of a foreign key
  std::vector<std::string> referenced_columns; // empty: its primary key
  ReferenceAction on_delete = ReferenceAction::no_action;
  ReferenceAction on_update = ReferenceAction::no_action;

  Expression expression;   // of CHECK; of EXCLUDE elements and its WHERE
  std::string using_index; // USING INDEX name; "" none
  std::string method;      // of EXCLUDE: gist; "" the default
  bool deferrable = false;
  bool not_valid = false;
  bool no_inherit = false;
  Span span;
};

// One element of an index or of a partition key.
struct KeyElement {
  std::string column;    // "" for an expression
  Expression expression; // empty for a column
};

struct IndexDefinition {
  Name name; // empty: the server makes one
  bool unique = false;
  std::string method; // btree, gin, fulltext, spatial …; "" the default
  std::vector<KeyElement> elements;
  std::vector<std::string> include;
  Expression where;
  bool nulls_not_distinct = false;
  Span span;
};

// LIKE table [INCLUDING …], a bit each; ALL sets all.
struct LikeOptions {
  bool comments = false;
  bool compression = false;
  bool constraints = false; // CHECK; NOT NULL is always copied
  bool defaults = false;
  bool generated = false;
  bool identity = false;
  bool indexes = false; // primary key, unique and exclude too
  bool statistics = false;
  bool storage = false;
};

struct LikeClause {
  QualifiedName table;
  LikeOptions options;
  std::uint32_t position = 0; // how many of the table's columns stand before
};

enum class PartitionStrategy : std::uint8_t { range, list, hash, other };

struct PartitionKey {
  PartitionStrategy strategy = PartitionStrategy::range;
  std::vector<KeyElement> elements;
};

enum class BoundsKind : std::uint8_t { range, list, hash, default_ };

// FOR VALUES … or DEFAULT.
struct PartitionBounds {
  BoundsKind kind = BoundsKind::default_;
  // As pg_get_expr() prints it, but for the form of dates: `FOR VALUES FROM
  // ('2025-01-01') TO ('2025-02-01')`, `FOR VALUES IN ('a', 'b')`, `DEFAULT`.
  std::string text;
  // One per key column: a literal without its quotes, MINVALUE or MAXVALUE,
  // or the text of an expression. LIST: `from` holds the values. HASH:
  // `from` is the modulus, `to` the remainder.
  std::vector<std::string> from, to;
  // False where an expression is no literal: only a server knows it.
  bool constant = true;
};

struct CreateTable {
  QualifiedName name;
  bool if_not_exists = false;
  bool or_replace = false; // MariaDB, ClickHouse
  bool temporary = false;
  bool unlogged = false;
  bool foreign = false;
  bool virtual_ = false;    // SQLite's CREATE VIRTUAL TABLE
  bool partitioned = false; // PARTITION BY; ClickHouse and MySQL too
  std::vector<ColumnDefinition> columns;
  std::vector<ConstraintDefinition> constraints; // in the order of the text
  std::vector<IndexDefinition> indexes;          // MySQL's inline keys
  std::vector<LikeClause> likes; // MySQL's and ClickHouse's copies too
  std::vector<QualifiedName> inherits;
  QualifiedName partition_of;            // empty: none
  std::optional<PartitionBounds> bounds; // with partition_of
  PartitionKey partition_key;            // with partitioned
  QualifiedName of_type;                 // OF type
  bool as_select = false;                // AS SELECT, SELECT INTO
  std::vector<std::string> as_columns;   // that are written: `t (a, b) AS`
  std::vector<QualifiedName> reads;      // tables of AS SELECT
  bool without_rowid = false;
  // Something inside was not understood, or is a template: there may be
  // columns and constraints that are not listed.
  bool incomplete = false;
};

struct CreateIndex {
  IndexDefinition index;
  std::string schema; // of the name: MySQL, SQLite, T-SQL; "" none
  QualifiedName table;
  bool if_not_exists = false;
  bool concurrently = false;
  bool only = false;
};

} // namespace migcheck::ddl
