// ALTER TABLE, recognised: one value per action of its list.
#pragma once

#include "model/ddl_table.hpp"

#include <string>
#include <variant>
#include <vector>

namespace migcheck::ddl {

struct AddColumn {
  ColumnDefinition column;
  std::vector<ConstraintDefinition> constraints; // of that column
  ColumnPosition position;
  bool if_not_exists = false;
};

struct DropColumn {
  Name column;
  bool if_exists = false;
  bool cascade = false;
};

struct SetColumnType {
  Name column;
  TypeName type;
  QualifiedName collation;
  Expression using_;
};

// An empty expression drops the default.
struct SetDefault {
  Name column;
  Expression expression;
};

struct SetNotNull {
  Name column;
  bool not_null = true;
};

// ADD GENERATED … AS IDENTITY, SET GENERATED …; `none`: DROP IDENTITY.
struct SetIdentity {
  Name column;
  Identity identity = Identity::none;
  bool add = false; // ADD GENERATED
  bool if_exists = false;
};

// SET EXPRESSION; an empty one: DROP EXPRESSION.
struct SetGenerated {
  Name column;
  Expression expression;
};

// MySQL's MODIFY and CHANGE, ClickHouse's MODIFY, T-SQL's ALTER COLUMN: the
// whole definition is new.
struct ModifyColumn {
  Name column; // the old name
  ColumnDefinition definition;
  std::vector<ConstraintDefinition> constraints;
  ColumnPosition position;
  bool if_exists = false;
};

struct RenameColumn {
  Name from, to;
  bool if_exists = false;
};

struct AddConstraint {
  ConstraintDefinition constraint;
  bool if_not_exists = false;
};

enum class DroppedConstraint : std::uint8_t {
  named,
  primary_key, // MySQL: without a name
  foreign_key, // MySQL: by name
  check
};

struct DropConstraint {
  Name name;
  DroppedConstraint kind = DroppedConstraint::named;
  bool if_exists = false;
  bool cascade = false;
};

struct RenameConstraint {
  Name from, to;
};

struct ValidateConstraint {
  Name name;
};

// MySQL and ClickHouse: ADD INDEX, ADD KEY.
struct AddIndex {
  IndexDefinition index;
  bool if_not_exists = false;
};

struct DropTableIndex {
  Name name;
  bool if_exists = false;
};

struct RenameTableIndex {
  Name from, to;
};

struct RenameTable {
  QualifiedName to;
};

struct SetTableSchema {
  Name schema;
};

struct AttachPartition {
  QualifiedName partition;
  PartitionBounds bounds;
};

struct DetachPartition {
  QualifiedName partition;
  bool concurrently = false;
};

// INHERIT, NO INHERIT.
struct Inherit {
  QualifiedName parent;
  bool no = false;
};

enum class RowSecurity : std::uint8_t { enable, disable, force, no_force };

struct SetRowSecurity {
  RowSecurity state = RowSecurity::enable;
};

struct SetTableOwner {
  Name role;
};

// What the model does not hold: storage, statistics, triggers' state …
struct OtherAction {
  std::string words; // the first few
};

// What was not understood: it may change the table in any way.
struct UnknownAction {
  std::string words; // the first few
};

struct TableAction {
  Span span;
  std::variant<
      UnknownAction,
      OtherAction,
      AddColumn,
      DropColumn,
      SetColumnType,
      SetDefault,
      SetNotNull,
      SetIdentity,
      SetGenerated,
      ModifyColumn,
      RenameColumn,
      AddConstraint,
      DropConstraint,
      RenameConstraint,
      ValidateConstraint,
      AddIndex,
      DropTableIndex,
      RenameTableIndex,
      RenameTable,
      SetTableSchema,
      AttachPartition,
      DetachPartition,
      Inherit,
      SetRowSecurity,
      SetTableOwner>
      what;
};

// ALTER TABLE, ALTER FOREIGN TABLE; also ALTER VIEW, INDEX, SEQUENCE and
// MATERIALIZED VIEW, which PostgreSQL treats alike.
struct AlterTable {
  ObjectKind kind = ObjectKind::table;
  QualifiedName name;
  bool if_exists = false;
  bool only = false;
  std::vector<TableAction> actions;
};

} // namespace migcheck::ddl
