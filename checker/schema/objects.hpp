// What a database's catalogue holds, as plain values that name each other by
// number. Texts live in the catalogue's store of texts. An object that was
// dropped stays, with `alive` false.
#pragma once

#include "model/ddl_names.hpp"
#include "model/ddl_objects.hpp"
#include "model/ddl_table.hpp"
#include "schema/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

// A column of a table by its place; dropped ones keep theirs.
using ColumnNumber = std::uint32_t;
inline constexpr ColumnNumber no_column = 0xFFFFFFFF;

// What every object has.
struct Object {
  bool alive = true;
  Id schema = no_id; // of what stands in a schema
  std::string_view name;
  std::uint32_t file = 0; // the migration that made it, from 0
};

struct SchemaObject : Object {
  bool implied = false; // nobody made it: it is named in front of an object
};

enum class RelationKind : std::uint8_t {
  table,
  partitioned_table,
  foreign_table,
  view,
  materialized_view
};

struct Column {
  std::string_view name;
  std::string_view type;         // as written or canonical; "" = not known
  std::string_view default_text; // of generated columns: what they are made of
  Id user_type = no_id;          // the enum, domain or composite type
  bool array = false;            // of `user_type`
  bool dropped = false;
  bool not_null = false;
  bool has_default = false;
  bool generated = false;
  bool local = true;         // not by inheritance alone
  std::uint16_t parents = 0; // tables that it is inherited from
  ddl::Identity identity = ddl::Identity::none;
};

// What an expression of a column speaks of.
struct ColumnUse {
  ColumnNumber column;
  Id function = no_id;
  Id sequence = no_id;
  ColumnNumber other = no_column; // a column that a generated one is made of
};

struct Relation : Object {
  RelationKind kind = RelationKind::table;
  bool temporary = false;
  bool row_security = false;
  bool extension = false;  // made by an extension
  bool incomplete = false; // there may be columns and constraints more
  std::vector<Column> columns;
  std::vector<ColumnUse> uses; // of defaults and generated columns
  std::vector<Id> indexes, constraints, triggers, policies, sequences;

  Id partition_of = no_id;
  std::optional<ddl::PartitionBounds> bounds;
  ddl::PartitionStrategy strategy = ddl::PartitionStrategy::range;
  std::vector<ColumnNumber> partition_columns; // no_column: an expression
  std::string_view partition_key;              // `RANGE (day)`
  std::vector<Id> parents, children; // partitions too, in the order of making

  std::vector<Id> referencing;         // foreign keys that reference it
  std::vector<Id> readers;             // views that read it
  std::vector<Id> reads;               // of a view
  std::vector<std::string_view> words; // of a view: what may be columns
};

struct IndexKey {
  ColumnNumber column = no_column; // no_column: an expression
  std::string_view name;           // the column of the index itself
  std::string_view expression;
};

struct Index : Object {
  Id table = no_id;
  bool unique = false;
  bool primary = false;
  bool exclude = false;
  bool nulls_not_distinct = false;
  std::string_view method; // "" the default
  std::vector<IndexKey> keys;
  std::vector<ColumnNumber> include;
  std::vector<ColumnNumber> mentions; // columns in expressions and WHERE
  std::string_view where;
  std::vector<Id> functions;
  Id constraint = no_id;
  Id parent = no_id; // index of the partitioned table
  std::vector<Id> children;
};

struct Constraint : Object {
  Id table = no_id;
  ddl::ConstraintKind kind = ddl::ConstraintKind::check;
  std::vector<ColumnNumber> columns; // of CHECK: those that it mentions
  Id index = no_id; // its own; of a foreign key the one it relies on
  Id references = no_id;
  std::string_view missing_references; // a table that is not known
  std::vector<ColumnNumber> referenced;
  ddl::ReferenceAction on_delete = ddl::ReferenceAction::no_action;
  ddl::ReferenceAction on_update = ddl::ReferenceAction::no_action;
  bool deferrable = false;
  bool not_valid = false;
  bool no_inherit = false;
  bool local = true;
  std::string_view expression;
  std::vector<Id> functions;
  Id parent = no_id; // the partitioned table's, or the parent's check
  std::vector<Id> children;
};

struct Sequence : Object {
  Id table = no_id; // OWNED BY
  ColumnNumber column = no_column;
  bool identity = false;
  std::vector<Id> tables; // whose defaults may use it
};

struct Type : Object {
  enum class Kind : std::uint8_t { enum_, domain, composite, range, other };

  Kind kind = Kind::other;
  std::vector<std::string_view> labels;
  std::string_view base; // of a domain
  Id base_type = no_id;
  std::vector<Column> attributes;
  std::vector<Id> tables;    // whose columns may have it
  std::vector<Id> functions; // whose signatures may have it
  std::vector<Id> domains;
};

struct Function : Object {
  ddl::ObjectKind kind = ddl::ObjectKind::function;
  std::string_view signature;
  std::string_view language;
  std::vector<ddl::DynamicPart> effects; // of a call
  std::vector<ddl::QualifiedName> calls; // in its body
  std::vector<Id> triggers;              // that may call it
  std::vector<Id> tables; // that may use it in columns and constraints
};

struct Trigger : Object {
  Id table = no_id;
  Id function = no_id;
  bool row = false;
  std::vector<ColumnNumber> columns; // UPDATE OF, WHEN
  Id parent = no_id;
  std::vector<Id> children;
};

// A policy or a rule of a table.
struct Policy : Object {
  Id table = no_id;
  ddl::ObjectKind kind = ddl::ObjectKind::policy;
};

struct Extension : Object {};

struct Role : Object {};

} // namespace migcheck::schema
