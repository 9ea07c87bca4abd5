// Shape C, a map keyed by number or name, in the languages that
// shapes_struct_test has not.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

TEST(MapShape, InFurtherLanguages) {
  check({
      {"javascript",
       "db/run.js",
       R"(
module.exports = {
  '001_ants.sql': ants,
  ...
};
)",
       "\n  '004_dogs.sql': dogs,"},
      {"javascript Map",
       "db/run.mjs",
       R"(
export const steps = new Map([
  [1, '001_ants.sql'],
  ...
]);
)",
       "\n  [4, '004_dogs.sql'],"},
      {"rust",
       "src/db.rs",
       R"(
fn steps() -> BTreeMap<u32, &'static str> {
    BTreeMap::from([
        (1, "001_ants.sql"),
        ...
    ])
}
)",
       "\n        (4, \"004_dogs.sql\"),"},
      {"rust, a match",
       "src/db.rs",
       R"(
fn step(version: u32) -> &'static str {
    match version {
        1 => "001_ants.sql",
        ...
        _ => unreachable!(),
    }
}
)",
       "no fix"},
      {"go, keyed by name",
       "db/all.go",
       R"(package db

var steps = map[string]int{
	"001_ants.sql": 1,
	...
}
)",
       "\n\t\"004_dogs.sql\": 4,"},
      {"java",
       "src/main/java/Db.java",
       R"(
class Db {
  static final Map<Integer, String> STEPS = Map.ofEntries(
      entry(1, "001_ants.sql"),
      entry(2, "002_bees.sql"),
      entry(3, "003_cats.sql"),
      entry(5, "005_eels.sql"));
}
)",
       "\n      entry(4, \"004_dogs.sql\"),"},
      {"java, a pair after the other",
       "src/main/java/Db.java",
       R"(
class Db {
  static final Map<String, Integer> STEPS = Map.of(
      "001_ants.sql", 1,
      "002_bees.sql", 2,
      "003_cats.sql", 3,
      "005_eels.sql", 5);
}
)",
       "no fix"},
      {"scala",
       "src/Db.scala",
       R"(
val steps = Map(
  1 -> "001_ants.sql",
  2 -> "002_bees.sql",
  3 -> "003_cats.sql",
  5 -> "005_eels.sql"
)
)",
       "\n  4 -> \"004_dogs.sql\","},
      {"csharp, indexed",
       "src/Db.cs",
       R"(
var steps = new Dictionary<int, string>
{
    [1] = "001_ants.sql",
    ...
};
)",
       "\n    [4] = \"004_dogs.sql\","},
      {"php",
       "src/Db.php",
       R"(<?php
return [
    1 => '001_ants.sql',
    ...
];
)",
       "\n    4 => '004_dogs.sql',"},
      {"cpp",
       "src/db.cpp",
       R"(
const std::map<int, std::string> steps = {
    {1, "001_ants.sql"},
    ...
};
)",
       "\n    {4, \"004_dogs.sql\"},"},
      {"c",
       "src/db.c",
       R"(
static const char *const steps[] = {
    [1] = "001_ants.sql",
    ...
};
)",
       "\n    [4] = \"004_dogs.sql\","},
      {"swift",
       "Sources/Db.swift",
       R"(
let steps: [Int: String] = [
    1: "001_ants.sql",
    ...
]
)",
       "\n    4: \"004_dogs.sql\","},
      {"dart",
       "lib/db.dart",
       R"(
const steps = {
  1: 'assets/sql/001_ants.sql',
  ...
};
)",
       "\n  4: 'assets/sql/004_dogs.sql',"},
      {"lua",
       "db.lua",
       R"(
local steps = {
  [1] = "001_ants.sql",
  ...
}
)",
       "\n  [4] = \"004_dogs.sql\","},
      {"perl",
       "lib/Db.pm",
       R"(
my %steps = (
    1 => '001_ants.sql',
    ...
);
)",
       "\n    4 => '004_dogs.sql',"},
      {"nim",
       "src/db.nim",
       R"(
const steps = {
  1: "001_ants.sql",
  ...
}.toTable
)",
       "\n  4: \"004_dogs.sql\","},
      {"r",
       "R/db.R",
       R"(
steps <- c(
  "1" = "001_ants.sql",
  "2" = "002_bees.sql",
  "3" = "003_cats.sql",
  "5" = "005_eels.sql"
)
)",
       "\n  \"4\" = \"004_dogs.sql\","},
      {"haskell",
       "src/Db.hs",
       R"(
steps = Map.fromList
  [ (1, "001_ants.sql")
  , (2, "002_bees.sql")
  , (3, "003_cats.sql")
  , (5, "005_eels.sql")
  ]
)",
       "\n  , (4, \"004_dogs.sql\")"},
  });
}

} // namespace
} // namespace migcheck::lists
