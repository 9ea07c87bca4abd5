#include "ddl/recognise.hpp"
#include "schema/table_versions.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace migcheck::schema {
namespace {

MigrationDirectory directory_of(const std::vector<std::string>& files) {
  MigrationDirectory directory;
  for (const std::string& file : files) {
    Migration& migration = directory.migrations.emplace_back();
    migration.file.script = std::make_shared<const ddl::Script>(
        ddl::recognise_text(file, Dialect::postgresql));
  }
  return directory;
}

ddl::CreateTable copy_of(const std::string& sql) {
  return std::get<ddl::CreateTable>(
      ddl::recognise_text(sql, Dialect::postgresql).at(0).what);
}

// "0: a integer, b text; 2: …" of the table `ants`.
std::string versions(const std::vector<std::string>& files) {
  const MigrationDirectory directory = directory_of(files);
  const ddl::CreateTable copy = copy_of("CREATE TABLE ants (a int);");
  const TableVersions all(directory, {&copy});
  std::string text;
  for (const TableVersion& version : all.of(copy)) {
    text += (text.empty() ? "" : "; ") + std::to_string(version.migration);
    for (const VersionedColumn& column : version.columns) {
      text += " " + column.definition + ",";
    }
  }
  return text;
}

struct Case {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};

const Case cases[] = {
    {"never", {"CREATE TABLE bees (a int);"}, ""},
    {"once", {"CREATE TABLE ants (a int);"}, "0 a integer,"},
    {"changed",
     {"CREATE TABLE ants (a int);",
      "CREATE TABLE bees (a int);",
      "ALTER TABLE ants ADD b text NOT NULL DEFAULT 'x';"},
     "0 a integer,; 2 a integer, b text NOT NULL DEFAULT 'x',"},
    {"changed in one migration",
     {"CREATE TABLE ants (a int); ALTER TABLE ants ADD b int;"},
     "0 a integer, b integer,"},
    {"another type",
     {"CREATE TABLE ants (a int);",
      "ALTER TABLE ants ALTER COLUMN a TYPE bigint;"},
     "0 a integer,; 1 a bigint,"},
    {"another default",
     {"CREATE TABLE ants (a int);",
      "ALTER TABLE ants ALTER COLUMN a SET DEFAULT 1;"},
     "0 a integer DEFAULT 1,"},
    {"renamed away",
     {"CREATE TABLE ants (a int);", "ALTER TABLE ants RENAME TO bees;"},
     ""},
    {"dropped", {"CREATE TABLE ants (a int);", "DROP TABLE ants;"}, ""},
    {"a view", {"CREATE VIEW ants AS SELECT 1 AS a;"}, ""},
    {"of a query", {"CREATE TABLE ants AS SELECT 1 AS a;"}, ""},
    {"that anything may have changed",
     {"CREATE TABLE ants (a int);", "DO $$ BEGIN EXECUTE x; END $$;"},
     ""},
    {"identity",
     {"CREATE TABLE ants (a int GENERATED ALWAYS AS IDENTITY);"},
     "0 a integer GENERATED ALWAYS AS IDENTITY,"},
};

TEST(TableVersions, OfMigrations) {
  for (const Case& one : cases) {
    EXPECT_EQ(versions(one.files), one.expected) << one.name;
  }
}

TEST(TableVersions, ReadCopiesAsTheDatabaseWould) {
  const MigrationDirectory directory = directory_of(
      {"CREATE TYPE kind AS ENUM ('x');"
       "CREATE TABLE ants (a serial PRIMARY KEY, b varchar(3), c kind[]);"});
  const ddl::CreateTable copy = copy_of(
      "CREATE TABLE ants (c public.kind[], b character varying(3), a int4);");
  const ddl::CreateTable other =
      copy_of("CREATE TABLE ants (a int, b text, c kind[]);");
  TableVersions all(directory, {&copy, &other});
  ASSERT_EQ(all.of(copy).size(), 1u);
  const TableColumns& now = all.of(copy)[0].columns;
  EXPECT_TRUE(same_columns(all.columns_of(copy), now));
  EXPECT_FALSE(same_columns(all.columns_of(other), now));
  EXPECT_TRUE(same_columns(all.columns_of(copy), now)); // nothing stays behind
}

} // namespace
} // namespace migcheck::schema
