#include "journals/history_table.hpp"

#include "journals/json_reader.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

std::size_t index_of(const HistoryTable& table, std::string_view column) {
  return static_cast<std::size_t>(
      std::find(table.columns.begin(), table.columns.end(), column) -
      table.columns.begin());
}

// The sign that stands most often in the header.
char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  constexpr std::string_view signs = ",;|\t";
  return *std::max_element(signs.begin(), signs.end(), [&](char a, char b) {
    return std::count(header.begin(), header.end(), a) <
           std::count(header.begin(), header.end(), b);
  });
}

// RFC 4180, and blanks around cells.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text)
      : text_(text), separator_(separator_of(text)) {}

  bool next(HistoryRow& row);

 private:
  std::optional<std::string> take_cell();
  std::string take_quoted();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

std::string CsvReader::take_quoted() {
  std::string cell;
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"') {
      if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') {
        ++at_;
        break;
      }
      ++at_;
    }
    cell += text_[at_];
  }
  return cell;
}

std::optional<std::string> CsvReader::take_cell() {
  while (at_ < text_.size() && text_[at_] == ' ') {
    ++at_;
  }
  const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
  std::string quoted_cell = is_quoted ? take_quoted() : "";
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') {
    ++at_;
  }
  if (is_quoted) {
    return quoted_cell;
  }
  const std::string_view cell = trim(text_.substr(begin, at_ - begin));
  const bool null = cell.empty() || cell == "NULL" || cell == "\\N";
  return null ? std::nullopt : std::optional(std::string(cell));
}

bool CsvReader::next(HistoryRow& row) {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
    ++at_;
  }
  if (at_ >= text_.size()) {
    return false;
  }
  row = {};
  const std::size_t begin = at_;
  while (true) {
    row.cells.push_back(take_cell());
    if (at_ >= text_.size() || text_[at_] == '\n') {
      break;
    }
    ++at_;
  }
  row.span = {
      static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  return true;
}

void read_csv(std::string_view text, HistoryTable& table) {
  CsvReader reader(text);
  HistoryRow row;
  if (!reader.next(row)) {
    return;
  }
  for (const auto& cell : row.cells) {
    table.columns.push_back(lower_case(cell.value_or("")));
  }
  while (reader.next(row)) {
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
}

void set_cell(
    const JsonToken& token,
    std::string_view text,
    HistoryTable& table,
    HistoryRow& row) {
  const std::string column = lower_case(token.key);
  const std::size_t index = index_of(table, column);
  if (index == table.columns.size()) {
    table.columns.push_back(column);
  }
  row.cells.resize(std::max(row.cells.size(), index + 1));
  const std::string_view value = token.span.of(text);
  if (token.kind == JsonKind::string) {
    row.cells[index] = json_text(value);
  } else if (token.kind == JsonKind::other && value != "null") {
    row.cells[index] = std::string(value);
  }
}

// Objects of scalars, however deep they lie.
void read_json(std::string_view text, HistoryTable& table) {
  JsonReader reader(text);
  JsonToken token;
  HistoryRow row;
  std::size_t depth = 0;
  while (reader.next(token)) {
    if (token.kind == JsonKind::begin_object) {
      row = {};
      row.span.begin = token.span.begin;
      depth = token.depth + 1;
    } else if (token.kind == JsonKind::end_object) {
      row.span.end = token.span.end;
      if (!row.cells.empty()) {
        table.rows.push_back(std::move(row));
      }
      row = {};
      depth = 0;
    } else if (token.depth == depth && !token.key.empty()) {
      set_cell(token, text, table, row);
    }
  }
  for (HistoryRow& each : table.rows) {
    each.cells.resize(table.columns.size());
  }
}

std::optional<HistoryKind> kind_of(const HistoryTable& table) {
  const auto has = [&](std::string_view column) { return table.has(column); };
  if (has("installed_rank") && has("version") && has("checksum")) {
    return HistoryKind::flyway;
  }
  if (has("md5sum") && has("author") && has("id")) {
    return HistoryKind::liquibase;
  }
  if (has("migration_name") && has("checksum")) {
    return HistoryKind::prisma;
  }
  if (has("version") && has("checksum") && has("success")) {
    return HistoryKind::sqlx;
  }
  if (has("version_id") && has("is_applied")) {
    return HistoryKind::goose;
  }
  if (has("version") && has("dirty")) {
    return HistoryKind::golang_migrate;
  }
  if (has("version") && table.columns.size() == 1) {
    return HistoryKind::versions;
  }
  return std::nullopt;
}

} // namespace

std::string_view history_name(HistoryKind kind) {
  switch (kind) {
  case HistoryKind::flyway:
    return "flyway";
  case HistoryKind::liquibase:
    return "liquibase";
  case HistoryKind::prisma:
    return "prisma";
  case HistoryKind::sqlx:
    return "sqlx";
  case HistoryKind::goose:
    return "goose";
  case HistoryKind::golang_migrate:
    return "golang-migrate";
  case HistoryKind::versions:
    return "schema_migrations";
  }
  return "";
}

std::string
HistoryTable::cell(const HistoryRow& row, std::string_view column) const {
  const std::size_t index = index_of(*this, column);
  return index < row.cells.size() ? row.cells[index].value_or("") : "";
}

bool HistoryTable::has(std::string_view column) const {
  return index_of(*this, column) < columns.size();
}

bool is_yes(std::string_view cell) {
  return equals_ignoring_case(cell, "t") ||
         equals_ignoring_case(cell, "true") || cell == "1" ||
         equals_ignoring_case(cell, "yes") || cell == "\x01";
}

Result<HistoryTable> read_history(std::string_view text) {
  HistoryTable table;
  const bool marked = text.starts_with(byte_order_mark);
  const std::uint32_t skipped = marked ? byte_order_mark.size() : 0;
  text.remove_prefix(skipped);
  const std::string_view begin = trim_left(text.substr(0, 1000));
  if (begin.starts_with('{') || begin.starts_with('[')) {
    read_json(text, table);
  } else {
    read_csv(text, table);
  }
  for (HistoryRow& row : table.rows) {
    row.span = {row.span.begin + skipped, row.span.end + skipped};
  }
  const auto kind = kind_of(table);
  if (!kind) {
    return fail(
        "is no history table that is known: its columns are " +
        quoted_list(table.columns, 10));
  }
  table.kind = *kind;
  return table;
}

} // namespace migcheck
