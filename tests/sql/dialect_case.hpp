// SQL in a dialect, and what is expected of it.
#pragma once

#include "sql/dialect.hpp"

#include <string_view>

namespace migcheck::sql {

constexpr Dialect pg = Dialect::postgresql;
constexpr Dialect my = Dialect::mysql;
constexpr Dialect lite = Dialect::sqlite;
constexpr Dialect click = Dialect::clickhouse;
constexpr Dialect ms = Dialect::tsql;
constexpr Dialect ansi = Dialect::ansi;

struct DialectCase {
  Dialect dialect;
  std::string_view text;
  std::string_view expected;
};

} // namespace migcheck::sql
