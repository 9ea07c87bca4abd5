// CREATE VIEW and CREATE MATERIALIZED VIEW.
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/tables_used.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

// What stands between the name and AS.
void read_head(Cursor& cursor, CreateView& view) {
  while (!cursor.done() && !cursor.take("as"_kw)) {
    if (cursor.mark() == '(' && view.columns.empty()) {
      view.columns = read_column_list(cursor);
    } else if (cursor.take("to"_kw)) { // ClickHouse
      view.to = read_qualified_name(cursor);
    } else {
      if (!cursor.take("with"_kw)) { // (options)
        cursor.take("using"_kw);     // method
      }
      cursor.skip();
    }
  }
}

} // namespace

CreateView read_create_view(Cursor& cursor, const Modifiers& modifiers) {
  CreateView view;
  view.materialized = modifiers.materialized;
  view.or_replace = modifiers.or_replace;
  view.temporary = modifiers.temporary;
  view.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  view.name = read_qualified_name(cursor);
  read_head(cursor, view);
  TablesUsed used = read_tables_used(cursor);
  view.reads = std::move(used.reads);
  if (modifiers.recursive) { // it reads itself
    std::erase_if(view.reads, [&view](const QualifiedName& read) {
      return read.name == view.name.name && read.schema == view.name.schema;
    });
  }
  view.functions = functions_of(std::move(used.calls));
  view.types = std::move(used.types);
  view.names = std::move(used.names);
  return view;
}

} // namespace migcheck::ddl
