// Shape B: tuples and structs, with the file named once or more in each
// element.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

TEST(StructShape, InCode) {
  check({
      {"go structs with a path",
       "db/all.go",
       R"(package db

var steps = []Step{
	{Version: 1, Name: "ants", File: "sql/001_ants.sql"},
	...
}
)",
       "\n\t{Version: 4, Name: \"dogs\", File: \"sql/004_dogs.sql\"},"},
      {"rust tuples",
       "src/db.rs",
       R"(
static STEPS: &[(&str, &str)] = &[
    ("001_ants", include_str!("../db/sql/001_ants.sql")),
    ...
];
)",
       "\n    (\"004_dogs\", include_str!(\"../db/sql/004_dogs.sql\")),"},
      {"rust calls",
       "src/db.rs",
       R"(
fn steps() -> Vec<M<'static>> {
    vec![
        M::up(include_str!("../db/sql/001_ants.sql")),
        ...
    ]
}
)",
       "\n        M::up(include_str!(\"../db/sql/004_dogs.sql\")),"},
      {"typescript objects",
       "src/db.ts",
       R"(
export const steps: Step[] = [
  { id: 1, name: '001_ants', sql: read('001_ants.sql') },
  ...
];
)",
       "\n  { id: 4, name: '004_dogs', sql: read('004_dogs.sql') },"},
      {"javascript",
       "src/db.mjs",
       R"(
module.exports = [
  { version: 1, file: '001_ants.sql', transactional: true },
  ...
];
)",
       "\n  { version: 4, file: '004_dogs.sql', transactional: true },"},
      {"python tuples",
       "db/run.py",
       R"(
STEPS = [
    (1, "ants", load("001_ants.sql")),
    ...
]
)",
       "\n    (4, \"dogs\", load(\"004_dogs.sql\")),"},
      {"java records",
       "src/main/java/Db.java",
       R"(
class Db {
  List<Step> steps() {
    return List.of(
        new Step(1, "db/sql/001_ants.sql"),
        ...
        new Step(5, "db/sql/005_eels.sql"));
  }
}
)",
       "\n        new Step(4, \"db/sql/004_dogs.sql\"),"},
      {"kotlin pairs",
       "src/Db.kt",
       R"(
val steps = listOf(
    1 to "001_ants.sql",
    ...
)
)",
       "\n    4 to \"004_dogs.sql\","},
      {"scala",
       "src/Db.scala",
       R"(
val steps = List(
  Step(1, "001_ants.sql"),
  ...
  Step(5, "005_eels.sql")
)
)",
       "\n  Step(4, \"004_dogs.sql\"),"},
      {"csharp",
       "src/Db.cs",
       R"(
var steps = new List<Step>
{
    new(1, "001_ants.sql"),
    ...
};
)",
       "\n    new(4, \"004_dogs.sql\"),"},
      {"ruby hashes",
       "db/run.rb",
       R"(
STEPS = [
  { version: 1, file: "001_ants.sql" },
  ...
]
)",
       "\n  { version: 4, file: \"004_dogs.sql\" },"},
      {"php",
       "src/Db.php",
       R"(<?php
return [
    ['version' => 1, 'file' => __DIR__ . '/sql/001_ants.sql'],
    ...
];
)",
       "\n    ['version' => 4, 'file' => __DIR__ . '/sql/004_dogs.sql'],"},
      {"c structs",
       "src/db.c",
       R"(
static const struct step steps[] = {
    { 1, "001_ants.sql" },
    ...
    { 0, NULL }
};
)",
       "\n    { 4, \"004_dogs.sql\" },"},
      {"c++",
       "src/db.cpp",
       R"(
const std::vector<Step> steps{
    Step{1, "001_ants.sql", true},
    ...
};
)",
       "\n    Step{4, \"004_dogs.sql\", true},"},
      {"swift",
       "Sources/Db.swift",
       R"(
let steps = [
    Step(id: 1, file: "001_ants"),
    ...
]
)",
       "\n    Step(id: 4, file: \"004_dogs\"),"},
      {"dart",
       "lib/db.dart",
       R"(
final steps = [
  Step(1, 'assets/001_ants.sql'),
  ...
];
)",
       "\n  Step(4, 'assets/004_dogs.sql'),"},
      {"haskell",
       "src/Db.hs",
       R"(
steps =
  [ ("001_ants", $(embedFile "db/sql/001_ants.sql"))
  , ("002_bees", $(embedFile "db/sql/002_bees.sql"))
  , ("003_cats", $(embedFile "db/sql/003_cats.sql"))
  , ("005_eels", $(embedFile "db/sql/005_eels.sql"))
  ]
)",
       "\n  , (\"004_dogs\", $(embedFile \"db/sql/004_dogs.sql\"))"},
      {"nim",
       "src/db.nim",
       R"(
const steps = [
  (1, staticRead("../db/sql/001_ants.sql")),
  ...
]
)",
       "\n  (4, staticRead(\"../db/sql/004_dogs.sql\")),"},
      {"lua",
       "db.lua",
       R"(
return {
  { version = 1, file = "001_ants.sql" },
  ...
}
)",
       "\n  { version = 4, file = \"004_dogs.sql\" },"},
      {"elixir",
       "lib/db.ex",
       R"(
  @steps [
    {1, "001_ants.sql"},
    ...
    {5, "005_eels.sql"}
  ]
)",
       "\n    {4, \"004_dogs.sql\"},"},
      {"r",
       "R/db.R",
       R"(
steps <- list(
  list(version = 1, file = "001_ants.sql"),
  ...
  list(version = 5, file = "005_eels.sql")
)
)",
       "\n  list(version = 4, file = \"004_dogs.sql\"),"},
      {"perl",
       "lib/Db.pm",
       R"(
my @steps = (
    { version => 1, file => '001_ants.sql' },
    ...
);
)",
       "\n    { version => 4, file => '004_dogs.sql' },"},
  });
}

TEST(StructShape, InData) {
  check({
      {"json objects",
       "db.json",
       R"({"steps": [
  {"version": 1, "file": "001_ants.sql"},
  ...
  {"version": 5, "file": "005_eels.sql"}
]}
)",
       "\n  {\"version\": 4, \"file\": \"004_dogs.sql\"},"},
      {"yaml mappings",
       "db.yml",
       R"(
steps:
  - version: 1
    file: sql/001_ants.sql
  - version: 2
    file: sql/002_bees.sql
  - version: 3
    file: sql/003_cats.sql
  - version: 5
    file: sql/005_eels.sql
)",
       "\n  - version: 4\n    file: sql/004_dogs.sql"},
      {"toml tables",
       "db.toml",
       R"(
steps = [
  { version = 1, file = "001_ants.sql" },
  ...
]
)",
       "\n  { version = 4, file = \"004_dogs.sql\" },"},
  });
}

} // namespace
} // namespace migcheck::lists
