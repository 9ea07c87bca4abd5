// What rules ask of statements by their kinds alone.
#pragma once

#include "model/migration.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

// It changes the schema, the data or what may be done with them.
bool changes_something(const StatementKind& kind);

// CREATE, ALTER, DROP, RENAME.
bool is_ddl(const StatementKind& kind);

// DDL that fails when it runs a second time: CREATE, DROP, ADD without IF
// [NOT] EXISTS or OR REPLACE. Temporary objects are none.
bool fails_when_repeated(const StatementKind& kind);

// `CREATE INDEX CONCURRENTLY`: its first words, for messages.
std::string statement_words(const StatementKind& kind);

// One statement and whether a BEGIN of its own file is open there.
struct PlacedStatement {
  const Statement* statement = nullptr;
  bool in_explicit = false;
};

// The statements of one section of a file, in order.
std::vector<PlacedStatement>
placed_statements(const SqlFile& file, Section section);

// A migration's Up or Down with the file that holds it.
struct SectionOfFile {
  const SqlFile* file = nullptr;
  Section section = Section::up;
};

// Those that have statements.
std::vector<SectionOfFile> sections_of(const Migration& migration);

// Whether any statement of the migration's files is one: a quick look before a
// slow one.
template <typename Predicate>
bool any_statement(const Migration& migration, Predicate predicate) {
  const auto& up = migration.file.statements;
  const auto& down = migration.down_file->statements;
  return std::any_of(up.begin(), up.end(), predicate) ||
         std::any_of(down.begin(), down.end(), predicate);
}

// A statement with the migration that it stands in.
struct FoundStatement {
  const Migration* migration = nullptr;
  const SqlFile* file = nullptr;
  const Statement* statement = nullptr;
};

} // namespace migcheck
