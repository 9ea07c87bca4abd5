#include "ddl/recognise.hpp"
#include "schema/table_drift.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace migcheck::schema {
namespace {

std::string joined(const char* mark, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += mark + name;
  }
  return text;
}

// "2 +added -removed ~retyped from>to" for each migration that changed `ants`
// since its first version.
std::string drift(const std::vector<std::string>& files) {
  MigrationDirectory directory;
  for (const std::string& file : files) {
    directory.migrations.emplace_back().file.script =
        std::make_shared<const ddl::Script>(
            ddl::recognise_text(file, Dialect::postgresql));
  }
  const ddl::Script script =
      ddl::recognise_text("CREATE TABLE ants (a int);", Dialect::postgresql);
  const auto& copy = std::get<ddl::CreateTable>(script.at(0).what);
  const TableVersions all(directory, {&copy});
  std::string text;
  for (const TableChange& change : table_drift(all.of(copy), 0).changes) {
    text += (text.empty() ? "" : "; ") + std::to_string(change.migration);
    text += joined(" +", change.added) + joined(" -", change.removed) +
            joined(" ~", change.retyped);
    for (const auto& [from, to] : change.renamed) {
      text += ' ' + from + '>' + to;
    }
  }
  return text;
}

struct Case {
  const char* name;
  std::vector<std::string> files; // behind CREATE TABLE ants (a int, b text)
  const char* expected;
};

const Case cases[] = {
    {"added", {"ALTER TABLE ants ADD c int;"}, "1 +c"},
    {"added by two",
     {"ALTER TABLE ants ADD c int;", "ALTER TABLE ants ADD d int;"},
     "1 +c; 2 +d"},
    {"came and went",
     {"ALTER TABLE ants ADD c int;", "ALTER TABLE ants DROP c;"},
     ""},
    {"went and came",
     {"ALTER TABLE ants DROP b;", "ALTER TABLE ants ADD b text;"},
     ""},
    {"removed", {"ALTER TABLE ants DROP b;"}, "1 -b"},
    {"retyped", {"ALTER TABLE ants ALTER a TYPE bigint;"}, "1 ~a"},
    {"retyped twice",
     {"ALTER TABLE ants ALTER a TYPE bigint;",
      "ALTER TABLE ants ALTER a TYPE text;"},
     "2 ~a"},
    {"renamed", {"ALTER TABLE ants RENAME a TO c;"}, "1 a>c"},
    {"renamed twice",
     {"ALTER TABLE ants RENAME a TO c;", "ALTER TABLE ants RENAME c TO d;"},
     "2 a>d"},
    {"renamed and retyped",
     {"ALTER TABLE ants RENAME a TO c;",
      "ALTER TABLE ants ALTER c TYPE bigint;"},
     "1 a>c; 2 ~c"},
    {"removed, and another added",
     {"ALTER TABLE ants DROP b; ALTER TABLE ants ADD c text;"},
     "1 +c -b"},
    {"made again",
     {"DROP TABLE ants; CREATE TABLE ants (a int, c text);"},
     "1 +c -b"},
};

TEST(TableDrift, NamesWhoChangedWhat) {
  for (const Case& one : cases) {
    std::vector<std::string> files = {"CREATE TABLE ants (a int, b text);"};
    files.insert(files.end(), one.files.begin(), one.files.end());
    EXPECT_EQ(drift(files), one.expected) << one.name;
  }
}

} // namespace
} // namespace migcheck::schema
