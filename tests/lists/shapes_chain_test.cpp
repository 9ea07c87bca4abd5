// Shapes D, E and F: imports, like statements, and one name in each of several
// files.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;
using shapes::Project;

TEST(ChainShape, Imports) {
  check({
      {"vite",
       "src/db.ts",
       R"(
import ants from "../db/sql/001_ants.sql?raw";
...
)",
       "\nimport dogs from \"../db/sql/004_dogs.sql?raw\";"},
      {"go embed",
       "db/embed.go",
       R"(package db

//go:embed sql/001_ants.sql
var ants string
)"
       R"(
var steps = []string{
	read("001_ants.sql"),
	...
}
)",
       "\n\tread(\"004_dogs.sql\"),"},
      {"rust constants",
       "src/db.rs",
       R"(
const ANTS: &str = include_str!("../db/sql/001_ants.sql");
const BEES: &str = include_str!("../db/sql/002_bees.sql");
const CATS: &str = include_str!("../db/sql/003_cats.sql");
const EELS: &str = include_str!("../db/sql/005_eels.sql");
)",
       "\nconst DOGS: &str = include_str!(\"../db/sql/004_dogs.sql\");"},
      {"javascript require",
       "src/db.js",
       R"(
const ants = require('../db/sql/001_ants.sql');
...
)",
       "\nconst dogs = require('../db/sql/004_dogs.sql');"},
      {"c embed",
       "src/db.c",
       R"(
static const char ants[] = {
#embed "../db/sql/001_ants.sql"
};
static const char bees[] = {
#embed "../db/sql/002_bees.sql"
};
static const char cats[] = {
#embed "../db/sql/003_cats.sql"
};
static const char eels[] = {
#embed "../db/sql/005_eels.sql"
};
)",
       "\nstatic const char dogs[] = {\n#embed \"../db/sql/004_dogs.sql\"\n};"},
      {"psql",
       "db/all.psql",
       R"(
\ir sql/001_ants.sql
...
)",
       "\n\\ir sql/004_dogs.sql"},
  });
}

TEST(ChainShape, Calls) {
  check({
      {"go version gates",
       "db/up.go",
       R"(package db

func up(v int) {
	if v < 1 {
		run("001_ants.sql")
	}
	if v < 2 {
		run("002_bees.sql")
	}
	if v < 3 {
		run("003_cats.sql")
	}
	if v < 5 {
		run("005_eels.sql")
	}
}
)",
       "no fix"},
      {"python calls",
       "db/run.py",
       R"(
def migrate(db):
    apply(db, "001_ants.sql")
    ...
)",
       "\n    apply(db, \"004_dogs.sql\")"},
      {"java builder",
       "src/main/java/Db.java",
       R"(
class Db {
  void up(Steps steps) {
    steps.add("sql/001_ants.sql");
    ...
  }
}
)",
       "\n    steps.add(\"sql/004_dogs.sql\");"},
      {"csharp",
       "src/Db.cs",
       R"(
class Db {
    void Up() {
        Run(1, "001_ants.sql");
        ...
    }
}
)",
       "\n        Run(4, \"004_dogs.sql\");"},
      {"php",
       "src/db.php",
       R"(<?php
$db->run('sql/001_ants.sql');
...
)",
       "\n$db->run('sql/004_dogs.sql');"},
      {"ruby",
       "db/run.rb",
       R"(
run "001_ants.sql"
...
)",
       "\nrun \"004_dogs.sql\""},
      {"kotlin",
       "src/Db.kt",
       R"(
fun up(db: Db) {
    db.run("001_ants.sql")
    ...
}
)",
       "\n    db.run(\"004_dogs.sql\")"},
      {"lua",
       "db.lua",
       R"(
run("001_ants.sql")
...
)",
       "\nrun(\"004_dogs.sql\")"},
      {"nim",
       "src/db.nim",
       R"(
db.run "001_ants.sql"
...
)",
       "\ndb.run \"004_dogs.sql\""},
      {"r",
       "R/db.R",
       R"(
run("001_ants.sql")
...
)",
       "\nrun(\"004_dogs.sql\")"},
      {"perl",
       "db.pl",
       R"(
run('001_ants.sql');
...
)",
       "\nrun('004_dogs.sql');"},
      {"swift",
       "Sources/Db.swift",
       R"(
func up() {
    migrator.register("001_ants")
    ...
}
)",
       "\n    migrator.register(\"004_dogs\")"},
      {"cpp",
       "src/db.cpp",
       R"(
void up(Db& db) {
  db.run("001_ants.sql");
  ...
}
)",
       "\n  db.run(\"004_dogs.sql\");"},
  });
}

const char* const step = "up = Sql(\"";

TEST(ScatteredShape, OneFileForEachMigration) {
  Project project;
  for (const char* name : {"001_ants", "002_bees", "003_cats", "005_eels"}) {
    project.source(
        std::string("app/steps/m") + std::string(name).substr(0, 3) + ".py",
        step + std::string(name) + ".sql\")\n");
  }
  project.source("app/steps/__init__.py", "");
  EXPECT_EQ(project.summary(), "db/sql: 001 002 003 005 -004\n");
  const MigrationList& list = project.lists()[0];
  EXPECT_EQ(list.shape, ListShape::scattered);
  EXPECT_EQ(list.path, "app/steps/m001.py");
  EXPECT_EQ(list.entries[3].path, "app/steps/m005.py");
  EXPECT_EQ(list_label(list), "the list in the files of \"app/steps\"");
  EXPECT_EQ(entry_location(list, 2).path, "app/steps/m003.py");
  EXPECT_FALSE(list.add_missing);
}

TEST(ScatteredShape, NotTestsNorFilesWithoutANumberNorListsNorFew) {
  const std::pair<const char*, const char*> others[] = {
      {"tests/test_%.py", "001"},
      {"app/steps/%_.py", "ants"},
  };
  for (const auto& [path, unused] : others) {
    Project project;
    for (const std::string name : {"001_ants", "002_bees", "003_cats"}) {
      std::string file = path;
      const std::string part =
          std::string(unused) == "ants" ? name.substr(4) : name.substr(0, 3);
      file.replace(file.find('%'), 1, part);
      project.source(file, step + name + ".sql\")\n");
    }
    EXPECT_EQ(project.summary(), "") << path;
  }
  Project copies;
  for (const std::string name : {"001_ants", "002_bees", "003_cats"}) {
    copies.source(
        "old/" + name + ".sql", "INSERT INTO v VALUES ('" + name + "');\n");
  }
  EXPECT_EQ(copies.summary(), "");
  Project few;
  few.source("a/m1.py", step + std::string("001_ants.sql\")\n"));
  few.source("a/m2.py", step + std::string("002_bees.sql\")\n"));
  EXPECT_EQ(few.summary(), "");
}

} // namespace
} // namespace migcheck::lists
