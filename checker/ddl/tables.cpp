#include "ddl/tables.hpp"

#include "ddl/columns.hpp"
#include "ddl/constraints.hpp"
#include "ddl/names.hpp"
#include "ddl/partitions.hpp"
#include "ddl/tables_used.hpp"

#include <iterator>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

void set_all(LikeOptions& options, bool value) {
  options = {value, value, value, value, value, value, value, value, value};
}

bool* option_of(LikeOptions& options, WordKey word) {
  switch (word) {
  case "comments"_kw:
    return &options.comments;
  case "compression"_kw:
    return &options.compression;
  case "constraints"_kw:
    return &options.constraints;
  case "defaults"_kw:
    return &options.defaults;
  case "generated"_kw:
    return &options.generated;
  case "identity"_kw:
    return &options.identity;
  case "indexes"_kw:
    return &options.indexes;
  case "statistics"_kw:
    return &options.statistics;
  case "storage"_kw:
    return &options.storage;
  default:
    return nullptr;
  }
}

LikeClause read_like(Cursor& element) {
  LikeClause like;
  like.table = read_qualified_name(element);
  while (!element.done()) {
    const bool including = element.take("including"_kw);
    if (!including && !element.take("excluding"_kw)) {
      element.skip();
      continue;
    }
    if (element.take("all"_kw)) {
      set_all(like.options, including);
    } else if (bool* option = option_of(like.options, element.word())) {
      *option = including;
      element.advance();
    }
  }
  return like;
}

// Whether SELECT, WITH or such follows: AS has other uses in some dialects.
bool at_query(const Cursor& cursor) {
  switch (cursor.word(cursor.mark() == '(' ? 1 : 0)) {
  case "select"_kw:
  case "with"_kw:
  case "values"_kw:
  case "table"_kw:
  case "execute"_kw:
    return true;
  default:
    return false;
  }
}

class TableReader {
 public:
  TableReader(Cursor& cursor, const Modifiers& modifiers)
      : cursor_(cursor), modifiers_(modifiers) {}

  CreateTable read();

 private:
  bool body();
  void element(Cursor element);
  void column(Cursor element);
  bool option();
  void query();
  void copy();

  Cursor& cursor_;
  const Modifiers& modifiers_;
  CreateTable table_;
  bool elements_ = false;  // a list in brackets was read
  bool may_follow_ = true; // it may stand here
};

void TableReader::column(Cursor element) {
  ReadColumn read;
  const bool typed = !table_.of_type.empty() || !table_.partition_of.empty();
  if (typed) {
    read.column.name = read_name(element);
    read_column_after_name(element, read);
  } else {
    read = read_column(element);
  }
  if (read.column.name.empty()) {
    table_.incomplete = true;
    return;
  }
  std::move(
      read.constraints.begin(),
      read.constraints.end(),
      std::back_inserter(table_.constraints));
  table_.columns.push_back(std::move(read.column));
}

void TableReader::element(Cursor element) {
  if (element.done()) {
    return;
  }
  if (element.take("like"_kw)) {
    table_.likes.push_back(read_like(element));
    table_.likes.back().position =
        static_cast<std::uint32_t>(table_.columns.size());
    return;
  }
  if (at_table_constraint(element)) {
    ConstraintDefinition constraint;
    if (read_table_constraint(element, constraint)) {
      table_.constraints.push_back(std::move(constraint));
    }
    return;
  }
  if (at_inline_index(element)) {
    IndexDefinition index;
    if (read_inline_index(element, index)) {
      table_.indexes.push_back(std::move(index));
    }
    return;
  }
  if (element.word() == "period"_kw && element.word(1) == "for"_kw) {
    return; // system versioning
  }
  column(element);
}

// The list in brackets. False where it is none: CREATE TABLE t (SELECT …).
bool TableReader::body() {
  const bool due = may_follow_ && !elements_ && !table_.virtual_;
  if (!due || cursor_.mark() != '(' || at_query(cursor_)) {
    return false;
  }
  elements_ = true;
  Cursor list = cursor_.group();
  while (!list.done()) {
    element(list.element());
  }
  return true;
}

// `t (a, b) AS SELECT`: names without types were read as columns.
void TableReader::query() {
  table_.as_select = true;
  const bool names_only = cursor_.dialect() == Dialect::postgresql && elements_;
  if (names_only) {
    for (ColumnDefinition& column : table_.columns) {
      table_.as_columns.push_back(std::move(column.name.text));
    }
    table_.columns.clear();
  }
  TablesUsed used = read_tables_used(cursor_);
  table_.reads = std::move(used.reads);
}

// MySQL: LIKE b. ClickHouse: AS b.
void TableReader::copy() {
  LikeClause like;
  like.table = read_qualified_name(cursor_);
  set_all(like.options, true);
  table_.likes.push_back(std::move(like));
}

bool TableReader::option() {
  switch (cursor_.word()) {
  case "inherits"_kw: {
    cursor_.advance();
    Cursor list = cursor_.group();
    table_.inherits = read_names(list);
    return true;
  }
  case "partition"_kw:
    if (cursor_.take("partition"_kw, "by"_kw)) {
      table_.partitioned = true;
      table_.partition_key = read_partition_key(cursor_);
      return true;
    }
    if (cursor_.take("partition"_kw, "of"_kw)) {
      table_.partition_of = read_qualified_name(cursor_);
      return true;
    }
    return false;
  case "for"_kw:
  case "default"_kw: {
    PartitionBounds bounds;
    if (table_.partition_of.empty() || !read_bounds(cursor_, bounds)) {
      return false;
    }
    table_.bounds = std::move(bounds);
    return true;
  }
  case "of"_kw:
    cursor_.advance();
    table_.of_type = read_qualified_name(cursor_);
    return true;
  case "without"_kw:
    cursor_.advance();
    table_.without_rowid =
        table_.without_rowid || sql::word_key(cursor_.bytes()) == "rowid"_kw;
    return true;
  case "as"_kw:
    cursor_.advance();
    if (at_query(cursor_)) {
      query();
    } else if (cursor_.dialect() == Dialect::clickhouse && !elements_) {
      copy();
    }
    return true;
  case "select"_kw:
  case "with"_kw:
    if (cursor_.dialect() != Dialect::mysql || !at_query(cursor_) ||
        cursor_.mark(1) == '(') {
      return false;
    }
    query();
    return true;
  case "like"_kw:
    cursor_.advance();
    copy();
    return true;
  default:
    return false;
  }
}

CreateTable TableReader::read() {
  table_.if_not_exists = cursor_.take("if"_kw, "not"_kw, "exists"_kw);
  table_.or_replace = modifiers_.or_replace;
  table_.temporary = modifiers_.temporary;
  table_.unlogged = modifiers_.unlogged;
  table_.foreign = modifiers_.foreign;
  table_.virtual_ = modifiers_.virtual_;
  table_.name = read_qualified_name(cursor_);
  // T-SQL: #name is temporary.
  table_.temporary = table_.temporary ||
                     (!table_.name.empty() && table_.name.name.front() == '#');
  while (!cursor_.done()) {
    if (cursor_.mark() == '(' && at_query(cursor_)) {
      query();
    } else if (!body() && !option()) {
      // ClickHouse: ON CLUSTER name (…).
      may_follow_ = cursor_.dialect() == Dialect::clickhouse &&
                    cursor_.word() != "engine"_kw && may_follow_;
      cursor_.skip();
    }
  }
  return std::move(table_);
}

} // namespace

CreateTable read_create_table(Cursor& cursor, const Modifiers& modifiers) {
  return TableReader(cursor, modifiers).read();
}

} // namespace migcheck::ddl
