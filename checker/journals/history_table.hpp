// The table in which a runner keeps what it has applied, as exported.
#pragma once

#include "diagnostic/error.hpp"
#include "text/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

enum class HistoryKind : std::uint8_t {
  flyway,
  liquibase,
  prisma,
  sqlx,
  goose,
  golang_migrate,
  versions // one column: Rails, dbmate
};

// "flyway" … "golang-migrate", "schema_migrations".
std::string_view history_name(HistoryKind kind);

struct HistoryRow {
  Span span;
  std::vector<std::optional<std::string>> cells; // NULL: nothing
};

struct HistoryTable {
  HistoryKind kind = HistoryKind::versions;
  std::vector<std::string> columns; // in small letters
  std::vector<HistoryRow> rows;

  // The cell of a column, "" for NULL and for a column that is not there.
  std::string cell(const HistoryRow& row, std::string_view column) const;
  bool has(std::string_view column) const;
};

// True for `t`, `true`, `1`, `yes` in any case.
bool is_yes(std::string_view cell);

// Reads CSV (with `,`, `;`, `|` or tabs between, a header line first) or JSON
// (objects, in an array or one after the other). An error, one line without the
// path: its columns are those of no known table.
Result<HistoryTable> read_history(std::string_view text);

} // namespace migcheck
