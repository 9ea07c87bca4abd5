#include "sql/dialect.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 6> names = {
    "postgresql", "mysql", "sqlite", "clickhouse", "tsql", "ansi"};

} // namespace

std::string_view dialect_name(Dialect dialect) {
  return names[static_cast<std::size_t>(dialect)];
}

std::optional<Dialect> dialect_from(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) {
      return static_cast<Dialect>(i);
    }
  }
  return std::nullopt;
}

} // namespace migcheck
