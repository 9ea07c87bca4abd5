#include "schema/event_words.hpp"

#include "text/printable.hpp"

namespace migcheck::schema {

std::string_view kind_words(ddl::ObjectKind kind) {
  switch (kind) {
  case ddl::ObjectKind::table:
  case ddl::ObjectKind::foreign_table:
    return "table";
  case ddl::ObjectKind::column:
    return "column";
  case ddl::ObjectKind::index:
    return "index";
  case ddl::ObjectKind::constraint:
    return "constraint";
  case ddl::ObjectKind::view:
    return "view";
  case ddl::ObjectKind::materialized_view:
    return "materialized view";
  case ddl::ObjectKind::sequence:
    return "sequence";
  case ddl::ObjectKind::type:
  case ddl::ObjectKind::domain:
    return "type";
  case ddl::ObjectKind::schema:
    return "schema";
  case ddl::ObjectKind::function:
  case ddl::ObjectKind::procedure:
  case ddl::ObjectKind::routine:
  case ddl::ObjectKind::aggregate:
    return "function";
  case ddl::ObjectKind::trigger:
    return "trigger";
  case ddl::ObjectKind::policy:
    return "policy";
  case ddl::ObjectKind::rule:
    return "rule";
  default:
    return "object";
  }
}

std::string object_words(
    ddl::ObjectKind kind, const std::string& object, const std::string& table) {
  return std::string(kind_words(kind)) + ' ' + quoted(object) +
         (table.empty() ? "" : " of " + quoted(table));
}

} // namespace migcheck::schema
