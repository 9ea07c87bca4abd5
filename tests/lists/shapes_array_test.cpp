// Shape A, a flat list, in every language that has one.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

TEST(ArrayShape, InLanguagesWithBraces) {
  check({
      {"go",
       "db/all.go",
       R"(package db

var steps = []string{
	"sql/001_ants.sql",
	...
}
)",
       "\n\t\"sql/004_dogs.sql\","},
      {"rust",
       "src/db.rs",
       R"(
pub const STEPS: [&str; 4] = [
    "001_ants.sql", "002_bees.sql",
    "003_cats.sql", "005_eels.sql",
];
)",
       " \"004_dogs.sql\","},
      {"typescript",
       "src/db.ts",
       R"(
export const steps = [
  './001_ants.sql',
  ...
  './005_eels.sql'
] as const;
)",
       "\n  './004_dogs.sql',"},
      {"javascript",
       "db/run.mjs",
       R"(
const steps = ["001_ants", "002_bees", "003_cats", "005_eels"];
for (const step of steps) await run(`${dir}/${step}.sql`);
)",
       " \"004_dogs\","},
      {"java",
       "src/main/java/Db.java",
       R"(
class Db {
  static final List<String> STEPS = List.of(
      "sql/001_ants.sql",
      ...
      "sql/005_eels.sql");
}
)",
       "\n      \"sql/004_dogs.sql\","},
      {"kotlin",
       "src/Db.kt",
       R"(
private val steps = listOf(
    "001_ants.sql",
    ...
)
)",
       "\n    \"004_dogs.sql\","},
      {"scala",
       "src/Db.scala",
       R"(
object Db {
  val steps = Seq(
    "001_ants.sql",
    ...
    "005_eels.sql"
  )
}
)",
       "\n    \"004_dogs.sql\","},
      {"csharp",
       "src/Db.cs",
       R"(
class Db {
    private static readonly string[] Steps = {
        @"db\sql\001_ants.sql",
        ...
    };
}
)",
       "\n        @\"db\\sql\\004_dogs.sql\","},
      {"csharp 12",
       "src/Db.cs",
       R"(
string[] steps = ["001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"];
)",
       " \"004_dogs.sql\","},
      {"php",
       "src/Db.php",
       R"(<?php
class Db {
    const STEPS = [
        '001_ants.sql',
        ...
    ];
}
)",
       "\n        '004_dogs.sql',"},
      {"c",
       "src/db.c",
       R"(
static const char *const steps[] = {
    "001_ants.sql",
    ...
    NULL
};
)",
       "\n    \"004_dogs.sql\","},
      {"cpp",
       "src/db.cpp",
       R"(
const std::vector<std::string> steps{
    "001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"};
)",
       " \"004_dogs.sql\","},
      {"swift",
       "Sources/Db.swift",
       R"(
let steps = [
    "001_ants",
    ...
]
)",
       "\n    \"004_dogs\","},
      {"dart",
       "lib/db.dart",
       R"(
const steps = <String>[
  'assets/sql/001_ants.sql',
  ...
];
)",
       "\n  'assets/sql/004_dogs.sql',"},
      {"groovy",
       "build.gradle",
       R"(
def steps = ['001_ants.sql', '002_bees.sql', '003_cats.sql', '005_eels.sql']
)",
       " '004_dogs.sql',"},
      {"zig",
       "src/db.zig",
       R"(
const steps = [_][]const u8{
    "001_ants.sql",
    ...
};
)",
       "\n    \"004_dogs.sql\","},
  });
}

TEST(ArrayShape, InOtherLanguages) {
  check({
      {"python",
       "db/run.py",
       R"(
STEPS = (
    "001_ants.sql",
    ...
)
)",
       "\n    \"004_dogs.sql\","},
      {"ruby",
       "db/run.rb",
       R"(
STEPS = %w[
  001_ants.sql
  ...
].freeze
)",
       "\n  004_dogs.sql"},
      {"nim",
       "src/db.nim",
       R"(
const steps = @["001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"]
)",
       " \"004_dogs.sql\","},
      {"r",
       "R/db.R",
       R"(
steps <- c(
  "001_ants.sql",
  ...
  "005_eels.sql"
)
)",
       "\n  \"004_dogs.sql\","},
      {"haskell",
       "src/Db.hs",
       R"(
steps :: [FilePath]
steps =
  [ "001_ants.sql"
  , "002_bees.sql"
  , "003_cats.sql"
  , "005_eels.sql"
  ]
)",
       "\n  , \"004_dogs.sql\""},
      {"lua",
       "db.lua",
       R"(
local steps = {
  "001_ants.sql",
  ...
}
)",
       "\n  \"004_dogs.sql\","},
      {"elixir",
       "lib/db.ex",
       R"(
  @steps ~w(001_ants.sql 002_bees.sql 003_cats.sql 005_eels.sql)
)",
       " 004_dogs.sql"},
      {"perl",
       "lib/Db.pm",
       R"(
my @steps = qw(
    001_ants.sql
    ...
);
)",
       "\n    004_dogs.sql"},
      {"ocaml",
       "src/db.ml",
       R"(
let steps = [ "001_ants.sql"; "002_bees.sql"; "003_cats.sql"; "005_eels.sql" ]
)",
       " \"004_dogs.sql\";"},
      {"clojure",
       "src/db.clj",
       R"(
(def steps
  ["001_ants.sql"
   "002_bees.sql"
   "003_cats.sql"
   "005_eels.sql"])
)",
       "\n   \"004_dogs.sql\""},
      {"julia",
       "src/db.jl",
       R"(
const STEPS = ["001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"]
)",
       " \"004_dogs.sql\","},
      {"powershell",
       "db.ps1",
       R"(
$steps = @(
    '001_ants.sql'
    ...
)
)",
       "\n    '004_dogs.sql'"},
      {"a language that is not known",
       "db.vala",
       R"(
string[] steps = { "001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql" };
)",
       " \"004_dogs.sql\","},
      {"toml",
       "db.toml",
       R"(
[migrations]
files = [
  "sql/001_ants.sql",
  ...
]
)",
       "\n  \"sql/004_dogs.sql\","},
      {"json",
       "db.json",
       R"({
  "files": [
    "001_ants.sql",
    ...
    "005_eels.sql"
  ]
}
)",
       "\n    \"004_dogs.sql\","},
      {"yaml",
       "db.yaml",
       R"(
files:
  - 001_ants.sql
  ...
)",
       "\n  - 004_dogs.sql"},
      {"terraform",
       "db.tf",
       R"(
locals {
  steps = [
    "001_ants.sql",
    ...
  ]
}
)",
       "\n    \"004_dogs.sql\","},
      {"plist",
       "db.plist",
       R"(<plist><dict>
  <key>steps</key>
  <array>
    <string>001_ants</string>
    ...
  </array>
</dict></plist>
)",
       "\n    <string>004_dogs</string>"},
  });
}

} // namespace
} // namespace migcheck::lists
