// What [schema.required] names and the migrations do not leave behind.
#pragma once

#include "config/config.hpp"
#include "model/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace migcheck::schema {

struct ContractGap {
  const ContractTable* table = nullptr;
  const ContractName* column = nullptr; // null: the whole table
  bool optional = false;                // nothing that is required is missing
  // The first directory without it; null: no directory has the table.
  const MigrationDirectory* directory = nullptr;
  bool elsewhere = false; // the same migrations for another database have it
  std::string shown;      // the table as the schema names it
  std::string missing;    // the column, without quotes; or ""
  std::string nearest;    // another name that may be meant; or ""
  std::optional<Location> made;    // the statement that makes the table
  std::optional<Location> removed; // that drops or renames what is missing
  std::string renamed_to;          // or ""
};

// In the order of the contract. Names are compared as the dialect does, then
// without case; those in `"…"` as they are. A table without a schema may stand
// in any. Silent about what is not known: SQL that is put together, migrations
// in other languages, tables made by extensions, columns of views; tables of
// one name in directories that have nothing to do with each other, where one
// has the column. Archived directories are left out.
std::vector<ContractGap> find_contract_gaps(const Project& project);

// `column "x" of "t" is not there after the last migration, did you mean "y"?`
std::string gap_message(const ContractGap& gap);

// Where it was dropped or renamed, and where the table is made.
std::vector<Related> gap_places(const ContractGap& gap);

} // namespace migcheck::schema
