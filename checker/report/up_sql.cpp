#include "report/up_sql.hpp"

#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// Inline data end with their line.
bool is_terminated(std::string_view statement) {
  return statement.ends_with(';') || trim_right(statement).ends_with("\\.");
}

bool is_up(const Statement& statement) {
  return statement.section == Section::up;
}

// `text`, of which `last` is the last statement.
std::string closed(std::string_view bytes, Span text, const Statement& last) {
  std::string sql(Span{text.begin, last.span.end}.of(bytes));
  if (!is_terminated(last.span.of(bytes))) {
    sql += ';';
  }
  sql += trim_right(Span{last.span.end, text.end}.of(bytes));
  return sql + "\n";
}

// Without a Down part the whole file goes to the database, commands of its
// client included.
std::string whole_file(std::string_view bytes, const SqlFile& file) {
  const auto begin = static_cast<std::uint32_t>(
      bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  return closed(
      bytes,
      {begin, static_cast<std::uint32_t>(bytes.size())},
      file.statements.back());
}

} // namespace

std::string up_sql(std::string_view bytes, const SqlFile& file) {
  std::string sql = "-- " + printable(file.path) + "\n";
  const auto& statements = file.statements;
  if (statements.empty()) {
    return sql;
  }
  if (std::all_of(statements.begin(), statements.end(), is_up)) {
    return sql + whole_file(bytes, file);
  }
  for (auto at = statements.begin(); at != statements.end();) {
    const auto begin = std::find_if(at, statements.end(), is_up);
    at = std::find_if_not(begin, statements.end(), is_up);
    if (begin != at) {
      const Statement& last = *(at - 1);
      sql += closed(bytes, {begin->span.begin, last.span.end}, last);
    }
  }
  return sql;
}

} // namespace migcheck
