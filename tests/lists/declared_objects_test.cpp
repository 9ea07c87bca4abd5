#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

// "1t: ants bees" for the tables, "1i: …" for the indexes of an entry.
std::string declared(const std::string& path, const std::string& text) {
  sample::JudgedProject project(
      {sample::directory("db/sql", {"001_ants.sql", "002_bees.sql"})});
  project.source(path, text);
  std::string found;
  for (const MigrationList& list : project.judge()) {
    for (const DeclaredObjects& one : list.declared) {
      found += (found.empty() ? "" : "; ") + std::to_string(one.entry);
      found += one.kind == DeclaredKind::tables ? "t:" : "i:";
      for (const DeclaredName& name : one.names) {
        EXPECT_NE(name.span.of(text).find(name.text), std::string_view::npos);
        found += " " + name.text;
      }
    }
  }
  return found;
}

struct Case {
  const char* name;
  const char* path;
  const char* text;
  const char* expected;
};

const Case cases[] = {
    {"go",
     "db/all.go",
     R"(package db

var all = []Migration{
	{
		File:   "001_ants.sql",
		Tables: []string{"ants", "app.nests"},
		Indexes: []string{
			"idx_ants", // by name
		},
	},
	{File: "002_bees.sql", Tables: []string{}},
}
)",
     "0t: ants app.nests; 0i: idx_ants; 1t:"},
    {"typescript",
     "db/all.ts",
     R"(export const all = [
  { file: "001_ants.sql", tables: ["ants"] as const, indices: ['i'] },
  { file: "002_bees.sql", "created_tables": ["bees"] },
];
)",
     "0t: ants; 0i: i; 1t: bees"},
    {"python calls",
     "db/all.py",
     R"(ALL = [
    Step(file="001_ants.sql", tables=("ants",)),
    Step(file="002_bees.sql", tables=["bees", "hives"]),
]
)",
     "0t: ants; 1t: bees hives"},
    {"python dictionaries",
     "db/all.py",
     R"(ALL = [
    {"file": "001_ants.sql", "tables": {"ants"}},
    {"file": "002_bees.sql", "TABLES": "bees"},
]
)",
     "0t: ants; 1t: bees"},
    {"rust",
     "db/all.rs",
     R"(const ALL: &[M] = &[
    M { file: "001_ants.sql", tables: &["ants"] },
    M { file: "002_bees.sql", tables: vec!["bees"] },
];
)",
     "0t: ants; 1t: bees"},
    {"ruby",
     "db/all.rb",
     R"(ALL = [
  { file: "001_ants.sql", tables: %w[ants nests] },
  { :file => "002_bees.sql", :tables => ["bees"] },
]
)",
     "0t: ants nests; 1t: bees"},
    {"json",
     "db/all.json",
     R"({"all": [
  {"file": "001_ants.sql", "createdTables": ["ants"]},
  {"file": "002_bees.sql", "tables": []}
]})",
     "0t: ants; 1t:"},
    {"json by name",
     "db/all.json",
     R"({
  "001_ants.sql": {"tables": ["ants"]},
  "002_bees.sql": {"tables": ["bees"]}
})",
     "0t: ants; 1t: bees"},
    {"yaml",
     "db/all.yaml",
     R"(all:
  - file: 001_ants.sql
    tables:
      - ants
      - nests
    indexes: [i, j]
  - file: 002_bees.sql
    tables: []
)",
     "0t: ants nests; 0i: i j; 1t:"},
    {"inline tables of toml",
     "db/all.toml",
     R"(all = [
  { file = "001_ants.sql", tables = ["ants"] },
  { file = "002_bees.sql", tables = ["bees"] },
]
)",
     "0t: ants; 1t: bees"},
    {"variables, calls and parts",
     "db/all.ts",
     R"(export const all = [
  { file: "001_ants.sql", tables: antTables, indexes: [...old, "i"] },
  { file: "002_bees.sql", tables: ["a"].concat(b), indexes: f(["x"]) },
];
)",
     ""},
    {"go's append and nil",
     "db/all.go",
     R"(package db

var all = []Migration{
	{File: "001_ants.sql", Tables: append([]string{"a"}, more...)},
	{File: "002_bees.sql", Tables: nil},
}
)",
     ""},
    {"prose, templates and lists of objects",
     "db/all.ts",
     R"(export const all = [
  { file: "001_ants.sql", tables: ["the ants"], indexes: [`i_${n}`] },
  { file: "002_bees.sql", tables: [{ name: "bees" }] },
];
)",
     ""},
    {"twice in one element",
     "db/all.ts",
     R"(export const all = [
  { file: "001_ants.sql", tables: ["a"], down: { tables: ["b"] } },
  { file: "002_bees.sql", tables: ["bees"] },
];
)",
     "1t: bees"},
    {"other keys",
     "db/all.ts",
     R"(export const all = [
  { file: "001_ants.sql", timetables: ["a"], columns: ["tables", "b"] },
  { file: "002_bees.sql", note: "tables" },
];
)",
     ""},
};

TEST(DeclaredObjects, OfElements) {
  for (const Case& one : cases) {
    EXPECT_EQ(declared(one.path, one.text), one.expected) << one.name;
  }
}

} // namespace
} // namespace migcheck::lists
