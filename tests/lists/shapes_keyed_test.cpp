// Shape C: maps, with the file named once or more in each element.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

TEST(MapShape, KeyedByName) {
  check({
      {"typescript",
       "src/db.ts",
       R"(
export const steps = {
  '001_ants': ants,
  ...
};
)",
       "\n  '004_dogs': dogs,"},
      {"typescript, a loader",
       "src/db.ts",
       R"(
export const steps: Record<string, () => string> = {
  "001_ants.sql": () => read("001_ants.sql"),
  ...
};
)",
       "\n  \"004_dogs.sql\": () => read(\"004_dogs.sql\"),"},
      {"python",
       "db/run.py",
       R"(
STEPS = {
    "001_ants.sql": 1,
    ...
}
)",
       "\n    \"004_dogs.sql\": 4,"},
      {"go",
       "db/all.go",
       R"(package db

var steps = map[int]string{
	1: "001_ants.sql",
	...
}
)",
       "\n\t4: \"004_dogs.sql\","},
      {"ruby",
       "db/run.rb",
       R"(
STEPS = {
  1 => "001_ants.sql",
  ...
}.freeze
)",
       "\n  4 => \"004_dogs.sql\","},
      {"kotlin",
       "src/Db.kt",
       R"(
val steps = mapOf(
    "001_ants" to 1,
    ...
)
)",
       "\n    \"004_dogs\" to 4,"},
      {"csharp",
       "src/Db.cs",
       R"(
var steps = new Dictionary<int, string>
{
    { 1, "001_ants.sql" },
    ...
};
)",
       "\n    { 4, \"004_dogs.sql\" },"},
      {"elixir",
       "lib/db.ex",
       R"(
  @steps %{
    1 => "001_ants.sql",
    ...
    5 => "005_eels.sql"
  }
)",
       "\n    4 => \"004_dogs.sql\","},
      {"yaml, values of a config map",
       "deploy/map.yaml",
       R"(
kind: ConfigMap
data:
  001_ants.sql: |
    create table ants (id int);
  002_bees.sql: |
    create table bees (id int);
  003_cats.sql: |
    create table cats (id int);
  005_eels.sql: |
    create table eels (id int);
)",
       "no fix"},
      {"json",
       "db.json",
       R"({
  "001_ants": 1,
  ...
  "005_eels": 5
}
)",
       "\n  \"004_dogs\": 4,"},
      {"toml, a key for each",
       "db.toml",
       R"(
[checksums]
"001_ants.sql" = "aa"
"002_bees.sql" = "bb"
"003_cats.sql" = "cc"
"005_eels.sql" = "dd"
)",
       "no fix"},
  });
}

} // namespace
} // namespace migcheck::lists
