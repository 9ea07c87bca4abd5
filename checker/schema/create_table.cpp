#include "schema/create_table.hpp"

#include "schema/automatic_name.hpp"
#include "schema/columns.hpp"
#include "schema/constraints.hpp"
#include "schema/expressions.hpp"
#include "schema/indexes.hpp"
#include "schema/partitions.hpp"
#include "schema/removal.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// One CREATE TABLE: each step is one of the server's.
class TableMaker {
 public:
  TableMaker(Session& session, const ddl::CreateTable& statement)
      : session_(session), catalogue_(session.catalogue),
        statement_(statement) {}

  void make();

 private:
  bool name_is_free();
  void compare_with(Id table);
  bool find_parents();
  void make_sequences();
  void make_relation();
  void add_columns();
  void add_own_column(const ddl::ColumnDefinition& definition);
  void
  merge_column(ColumnNumber number, const ddl::ColumnDefinition& definition);
  void copy_like(const ddl::LikeClause& like);
  void copy_like_objects(const ddl::LikeClause& like);
  void add_type_columns();
  void set_partition_key();
  void link_parents();
  void add_mysql_keys();
  void read_select();

  Session& session_;
  Catalogue& catalogue_;
  const ddl::CreateTable& statement_;
  Id schema_ = no_id;
  Id table_ = no_id;
  Id partitioned_ = no_id; // that the table is a partition of
  std::vector<Id> parents_;
  std::vector<Id> sequences_; // by column; no_id
};

bool TableMaker::name_is_free() {
  const Entry taken = catalogue_.find_entry(schema_, statement_.name.name);
  if (!taken) {
    return true;
  }
  if (statement_.or_replace && taken.kind == EntryKind::relation) {
    Removal removal(session_, Cascade::yes);
    removal.add({RefKind::relation, taken.id});
    return removal.run();
  }
  if (statement_.if_not_exists) {
    if (taken.kind == EntryKind::relation) {
      compare_with(taken.id);
    }
    return false;
  }
  if (!session_.allows_existing()) {
    session_.report_taken(
        ddl::ObjectKind::table, catalogue_.object(taken), statement_.name.name);
  }
  return false;
}

// IF NOT EXISTS keeps what is there: a definition with other columns is lost.
void TableMaker::compare_with(Id table) {
  const Relation& relation = catalogue_.relations[table];
  if (relation.incomplete || statement_.incomplete ||
      !statement_.likes.empty() || !statement_.inherits.empty() ||
      statement_.as_select || !statement_.partition_of.empty()) {
    return;
  }
  for (const ddl::ColumnDefinition& column : statement_.columns) {
    if (catalogue_.find_column(table, column.name.text) == no_column) {
      Event event;
      event.kind = EventKind::differs;
      event.object_kind = ddl::ObjectKind::table;
      event.object = catalogue_.shown(relation);
      event.first_migration = relation.file;
      session_.report(std::move(event));
      return;
    }
  }
}

// The tables that this one is a part or a child of; false when one is
// missing.
bool TableMaker::find_parents() {
  if (!statement_.partition_of.empty()) {
    partitioned_ = session_.need_relation(statement_.partition_of, false);
    if (partitioned_ == no_id) {
      session_.add_unknown(
          session_.shown(statement_.name),
          "it is a partition of an unknown table");
      return false;
    }
    parents_.push_back(partitioned_);
  }
  for (const ddl::QualifiedName& name : statement_.inherits) {
    const Id parent = session_.need_relation(name, false);
    if (parent == no_id) {
      session_.add_unknown(
          session_.shown(statement_.name), "it inherits from an unknown table");
      return false;
    }
    parents_.push_back(parent);
  }
  return true;
}

// The server makes sequences before the table.
void TableMaker::make_sequences() {
  sequences_.assign(statement_.columns.size(), no_id);
  if (!session_.postgresql()) {
    return;
  }
  for (std::size_t i = 0; i < sequences_.size(); ++i) {
    if (has_sequence(statement_.columns[i])) {
      sequences_[i] = add_column_sequence(
          session_,
          schema_,
          cut_name(statement_.name.name),
          statement_.columns[i]);
    }
  }
}

void TableMaker::make_relation() {
  Relation relation;
  relation.schema = schema_;
  relation.name = catalogue_.texts.keep(cut_name(statement_.name.name));
  relation.file = session_.where.migration;
  relation.temporary = schema_ == catalogue_.temporary_schema();
  relation.incomplete = statement_.incomplete || statement_.virtual_;
  relation.partition_of = partitioned_;
  relation.bounds = statement_.bounds;
  relation.parents = parents_;
  relation.kind = statement_.foreign ? RelationKind::foreign_table
                  : statement_.partitioned && session_.postgresql()
                      ? RelationKind::partitioned_table
                      : RelationKind::table;
  table_ = catalogue_.add(std::move(relation));
}

void TableMaker::add_own_column(const ddl::ColumnDefinition& definition) {
  const Column column = read_column(session_, definition);
  const ColumnNumber there = catalogue_.find_column(table_, column.name);
  if (there != no_column) {
    return merge_column(there, definition);
  }
  catalogue_.add_column(table_, column);
}

// A column that a parent has too: the options of both hold.
void TableMaker::merge_column(
    ColumnNumber number, const ddl::ColumnDefinition& definition) {
  const Column own = read_column(session_, definition);
  Column& column = catalogue_.relations.edit(table_).columns[number];
  column.local = statement_.partition_of.empty();
  column.not_null = column.not_null || own.not_null;
  if (own.has_default) {
    column.has_default = true;
    column.default_text = own.default_text;
    column.generated = own.generated;
    std::erase_if(
        catalogue_.relations.edit(table_).uses,
        [&](const ColumnUse& use) { return use.column == number; });
  }
}

void TableMaker::copy_like(const ddl::LikeClause& like) {
  const Id source = session_.need_relation(like.table, false);
  if (source == no_id) {
    catalogue_.relations.edit(table_).incomplete = true;
    return;
  }
  for (const Column& column : catalogue_.relations[source].columns) {
    if (column.dropped ||
        catalogue_.find_column(table_, column.name) != no_column) {
      continue;
    }
    Column copy = column;
    copy.local = true;
    copy.parents = 0;
    copy.generated = column.generated && like.options.generated;
    const bool keep =
        column.generated ? like.options.generated : like.options.defaults;
    copy.has_default = column.has_default && keep;
    copy.default_text = keep ? column.default_text : std::string_view();
    copy.identity =
        like.options.identity ? column.identity : ddl::Identity::none;
    const ColumnNumber number = catalogue_.add_column(table_, copy);
    if (copy.user_type != no_id) {
      add_missing(catalogue_.types.edit(copy.user_type).tables, table_);
    }
    if (copy.identity != ddl::Identity::none && session_.postgresql()) {
      ddl::ColumnDefinition named;
      named.name.text = copy.name;
      named.identity = copy.identity;
      const Id sequence = add_column_sequence(
          session_, schema_, catalogue_.relations[table_].name, named);
      own_sequence(session_, sequence, table_, number);
    }
  }
  if (catalogue_.relations[source].incomplete) {
    catalogue_.relations.edit(table_).incomplete = true;
  }
}

// INCLUDING CONSTRAINTS and INDEXES: checks keep their names, indexes get new
// ones.
void TableMaker::copy_like_objects(const ddl::LikeClause& like) {
  const Id source = session_.find_relation(like.table);
  if (source == no_id) {
    return;
  }
  const std::vector<Id> constraints = catalogue_.relations[source].constraints;
  for (const Id id : constraints) {
    const Constraint& constraint = catalogue_.constraints[id];
    if (constraint.kind == ddl::ConstraintKind::check &&
        like.options.constraints) {
      copy_check(session_, id, table_);
    }
  }
  if (like.options.indexes) {
    const std::vector<Id> indexes = catalogue_.relations[source].indexes;
    for (const Id id : indexes) {
      copy_index(session_, id, table_);
    }
  }
}

// CREATE TABLE t OF type.
void TableMaker::add_type_columns() {
  if (statement_.of_type.empty()) {
    return;
  }
  const Id type = session_.find_type(statement_.of_type);
  if (type == no_id) {
    catalogue_.relations.edit(table_).incomplete = true;
    return;
  }
  for (const Column& attribute : catalogue_.types[type].attributes) {
    catalogue_.add_column(table_, attribute);
  }
}

void TableMaker::add_columns() {
  for (const Id parent : parents_) {
    inherit_columns(session_, parent, table_);
  }
  add_type_columns();
  std::size_t like = 0;
  for (std::size_t i = 0; i <= statement_.columns.size(); ++i) {
    while (like < statement_.likes.size() &&
           (statement_.likes[like].position <= i ||
            i == statement_.columns.size())) {
      copy_like(statement_.likes[like++]);
    }
    if (i < statement_.columns.size()) {
      add_own_column(statement_.columns[i]);
    }
  }
  for (std::size_t i = 0; i < statement_.columns.size(); ++i) {
    const ddl::ColumnDefinition& definition = statement_.columns[i];
    const ColumnNumber column =
        catalogue_.find_column(table_, definition.name.text);
    link_column(session_, table_, column, definition.expression);
    if (sequences_[i] != no_id) {
      own_sequence(session_, sequences_[i], table_, column);
      if (definition.serial != ddl::Serial::none) {
        catalogue_.sequences.edit(sequences_[i]).tables.push_back(table_);
        catalogue_.relations.edit(table_).uses.push_back(
            {column, no_id, sequences_[i], no_column});
      }
    }
  }
}

void TableMaker::set_partition_key() {
  if (!statement_.partitioned || !session_.postgresql()) {
    return;
  }
  constexpr std::string_view words[] = {"RANGE", "LIST", "HASH", ""};
  const ddl::PartitionKey& key = statement_.partition_key;
  std::string text(words[static_cast<std::size_t>(key.strategy)]);
  std::vector<ColumnNumber> columns;
  for (const ddl::KeyElement& element : key.elements) {
    text += columns.empty() ? " (" : ", ";
    text += element.column.empty() ? element.expression.text : element.column;
    columns.push_back(
        element.column.empty()
            ? no_column
            : catalogue_.find_column(table_, element.column));
  }
  Relation& relation = catalogue_.relations.edit(table_);
  relation.strategy = key.strategy;
  relation.partition_columns = std::move(columns);
  relation.partition_key = catalogue_.texts.keep(text + ')');
}

void TableMaker::link_parents() {
  for (const Id parent : parents_) {
    catalogue_.relations.edit(parent).children.push_back(table_);
    inherit_checks(session_, parent, table_);
  }
  if (partitioned_ != no_id) {
    inherit_partition_objects(session_, partitioned_, table_);
  }
}

void TableMaker::add_mysql_keys() {
  for (const ddl::IndexDefinition& definition : statement_.indexes) {
    if (auto index = read_index(session_, table_, definition)) {
      add_index(
          session_,
          std::move(*index),
          definition.name.text,
          definition.unique ? std::optional(ddl::ConstraintKind::unique)
                            : std::nullopt,
          Reach::table_alone);
    }
  }
}

// CREATE TABLE AS: what the columns are only the server knows.
void TableMaker::read_select() {
  if (!statement_.as_select) {
    return;
  }
  for (const std::string& name : statement_.as_columns) {
    Column column;
    column.name = catalogue_.texts.keep(cut_name(name));
    if (catalogue_.find_column(table_, name) == no_column) {
      catalogue_.add_column(table_, column);
    }
  }
  const bool names_known = !statement_.as_columns.empty();
  catalogue_.relations.edit(table_).incomplete = !names_known;
  session_.add_unknown(
      session_.shown(statement_.name) + (names_known ? ".*" : ""),
      "the columns of CREATE TABLE AS have the types of a query");
}

void TableMaker::make() {
  schema_ = statement_.temporary ? catalogue_.temporary_schema()
                                 : session_.schema_for(statement_.name.schema);
  if (!name_is_free() || !find_parents()) {
    return;
  }
  make_sequences();
  make_relation();
  add_columns();
  read_select();
  set_partition_key();
  link_parents();
  add_constraints(session_, table_, statement_.constraints);
  for (const ddl::LikeClause& like : statement_.likes) {
    copy_like_objects(like);
  }
  add_mysql_keys();
}

} // namespace

void create_table(Session& session, const ddl::CreateTable& statement) {
  TableMaker(session, statement).make();
}

} // namespace migcheck::schema
