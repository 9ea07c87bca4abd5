// What a table was after each migration: for telling whether a copy of it was
// right once.
#pragma once

#include "model/ddl_table.hpp"
#include "schema/history.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace migcheck::schema {

struct VersionedColumn {
  std::string name;
  std::string type;       // as the catalogue prints it
  std::string definition; // as CREATE TABLE would hold it, constraints left out
  std::uint64_t place = 0; // of one table and column: names may change
};

using TableColumns = std::vector<VersionedColumn>;

// The same names with the same types, in any order.
bool same_columns(const TableColumns& a, const TableColumns& b);

struct TableVersion {
  std::uint32_t migration = 0; // that made it; index in `migrations`
  TableColumns columns;
};

class TableVersions {
 public:
  // Replays the directory, whose statements have been recognised, and follows
  // those tables that `copies` name. The directory must outlive it.
  TableVersions(
      const MigrationDirectory& directory,
      const std::vector<const ddl::CreateTable*>& copies);

  // All versions of the table that a copy is named like, the oldest first:
  // each differs in its columns from the one before. Empty where there is no
  // such table in the end, or where its columns are not all known.
  const std::vector<TableVersion>& of(const ddl::CreateTable& copy) const;

  // The columns that the copy would get.
  TableColumns columns_of(const ddl::CreateTable& copy);

 private:
  // As written: schema and name.
  using Name = std::pair<std::string, std::string>;

  Id find(const Catalogue& catalogue, const Name& name) const;
  void follow(const Catalogue& catalogue, std::uint32_t migration);
  void drop_uncertain();

  std::map<Name, std::vector<TableVersion>> versions_;
  std::unique_ptr<History> history_;
};

} // namespace migcheck::schema
