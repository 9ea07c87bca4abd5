// The SQL dialects that the lexer knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace migcheck {

enum class Dialect : std::uint8_t {
  postgresql,
  mysql, // and MariaDB
  sqlite,
  clickhouse,
  tsql,
  ansi
};

std::string_view dialect_name(Dialect dialect);
std::optional<Dialect> dialect_from(std::string_view name);

} // namespace migcheck
