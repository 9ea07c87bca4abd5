#include "copies/find_copies.hpp"
#include "ddl/recognise.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace migcheck {
namespace {

std::vector<MigrationDirectory> directories(Dialect dialect) {
  std::vector<MigrationDirectory> all(1);
  all[0].dialect = dialect;
  Migration& migration = all[0].migrations.emplace_back();
  migration.file.script = std::make_shared<const ddl::Script>(
      ddl::recognise_text("CREATE TABLE ants (id int);", dialect));
  return all;
}

// "name(columns)" of each.
std::string found(const std::string& text, Dialect dialect) {
  std::string all;
  for (const SchemaCopy& copy :
       find_copies({{"store/ants.go", text}}, directories(dialect), 1).copies) {
    EXPECT_NE(
        std::string(copy.span.of(text)).find(copy.table.name.name),
        std::string::npos);
    all += (all.empty() ? "" : " ") + copy.table.name.name + '(';
    for (const ddl::ColumnDefinition& column : copy.table.columns) {
      all += (all.back() == '(' ? "" : ",") + column.name.text;
    }
    all += ')';
  }
  return all;
}

struct Case {
  const char* name;
  const char* sql; // in a raw string of Go
  const char* expected;
};

const Case cases[] = {
    {"plain", "CREATE TABLE ants (id int, b text)", "ants(id,b)"},
    {"behind another",
     "DROP TABLE ants; CREATE TABLE ants (id int);",
     "ants(id)"},
    {"between others",
     "CREATE TABLE bees (x int);\nCREATE TABLE ants (id int);\nSELECT 1;",
     "ants(id)"},
    {"with a default in braces",
     "CREATE TABLE ants (id int, b jsonb DEFAULT '{}'::jsonb)",
     "ants(id,b)"},
    {"not ours", "CREATE TABLE bees (id int)", ""},
    {"cut off", "CREATE TABLE ants (id int,", ""},
    {"a comment", "-- CREATE TABLE ants (id int)", ""},
    {"a placeholder", "CREATE TABLE ants (id int, %s)", ""},
    {"a field", "CREATE TABLE ants (id int, {more})", ""},
    {"a variable of psql", "CREATE TABLE ants (id int DEFAULT :next)", ""},
    {"of another", "CREATE TABLE ants (LIKE bees)", ""},
    {"temporary", "CREATE TEMP TABLE ants (id int)", ""},
    {"a partition", "CREATE TABLE ants PARTITION OF bees (id) DEFAULT", ""},
    {"a query", "CREATE TABLE ants (id) AS SELECT 1", ""},
    {"in two forms",
     "CREATE TABLE ants (id int); CREATE TABLE ants (id int, b int);",
     ""},
    {"twice the same",
     "CREATE TABLE ants (id int); CREATE TABLE ants (id int);",
     "ants(id) ants(id)"},
    {"altered",
     "CREATE TABLE ants (id int); ALTER TABLE ants ADD COLUMN b int;",
     ""},
};

TEST(FindCopies, InStrings) {
  for (const Case& one : cases) {
    EXPECT_EQ(
        found(
            "package a\n\nconst s = `" + std::string(one.sql) + "`\n",
            Dialect::postgresql),
        one.expected)
        << one.name;
  }
}

TEST(FindCopies, InTheDialectOfTheDirectory) {
  const std::string text =
      "package a\n\nconst s = \"CREATE TABLE `ants` (`id` int)\"\n";
  EXPECT_EQ(found(text, Dialect::mysql), "ants(id)");
}

TEST(FindCopies, KeepsWhatUsersAllow) {
  const FoundCopies all = find_copies(
      {{"store/ants.go",
        "// migcheck: allow(inline-schema-copy) why\n"
        "const s = `CREATE TABLE ants (id int)`\n"},
       {"store/bees.go", "const s = `CREATE TABLE bees (id int)`\n"}},
      directories(Dialect::postgresql),
      1);
  ASSERT_EQ(all.sources.size(), 1u);
  EXPECT_EQ(all.sources[0].path, "store/ants.go");
  EXPECT_EQ(all.sources[0].suppressions.size(), 1u);
}

} // namespace
} // namespace migcheck
