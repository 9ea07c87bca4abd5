// What [schema.required] names and the migrations do not leave behind.
#pragma once

#include "config/config.hpp"
#include "text/span.hpp"

#include <optional>
#include <string>

namespace migcheck {

struct MigrationDirectory;

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

} // namespace migcheck
