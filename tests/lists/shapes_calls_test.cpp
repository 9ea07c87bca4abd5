// Shapes D and E in the languages that shapes_chain_test has not, and F in all
// that read a file by its name.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;
using shapes::Project;

TEST(ChainShape, ImportsInFurtherLanguages) {
  check({
      {"zig",
       "src/db.zig",
       R"(
const ants = @embedFile("sql/001_ants.sql");
const bees = @embedFile("sql/002_bees.sql");
const cats = @embedFile("sql/003_cats.sql");
const eels = @embedFile("sql/005_eels.sql");
)",
       "\nconst dogs = @embedFile(\"sql/004_dogs.sql\");"},
      {"nim",
       "src/db.nim",
       R"(
const ants = staticRead("../db/sql/001_ants.sql")
const bees = staticRead("../db/sql/002_bees.sql")
const cats = staticRead("../db/sql/003_cats.sql")
const eels = staticRead("../db/sql/005_eels.sql")
)",
       "\nconst dogs = staticRead(\"../db/sql/004_dogs.sql\")"},
      {"typescript, imports as text",
       "src/db.ts",
       R"(
import ants from "../db/sql/001_ants.sql" with { type: "text" };
import bees from "../db/sql/002_bees.sql" with { type: "text" };
import cats from "../db/sql/003_cats.sql" with { type: "text" };
import eels from "../db/sql/005_eels.sql" with { type: "text" };
)",
       "\nimport dogs from \"../db/sql/004_dogs.sql\" with { type: \"text\" "
       "};"},
      {"haskell",
       "src/Db.hs",
       R"(
ants = $(embedFile "db/sql/001_ants.sql")
bees = $(embedFile "db/sql/002_bees.sql")
cats = $(embedFile "db/sql/003_cats.sql")
eels = $(embedFile "db/sql/005_eels.sql")
)",
       "\ndogs = $(embedFile \"db/sql/004_dogs.sql\")"},
  });
}

TEST(ChainShape, CallsInFurtherLanguages) {
  check({
      {"rust",
       "src/db.rs",
       R"(
fn all(db: &Db) -> Result<()> {
    db.run("001_ants.sql")?;
    db.run("002_bees.sql")?;
    db.run("003_cats.sql")?;
    db.run("005_eels.sql")?;
    Ok(())
}
)",
       "\n    db.run(\"004_dogs.sql\")?;"},
      {"typescript",
       "src/db.ts",
       R"(
export async function all(db: Db) {
  await db.run('001_ants.sql');
  await db.run('002_bees.sql');
  await db.run('003_cats.sql');
  await db.run('005_eels.sql');
}
)",
       "\n  await db.run('004_dogs.sql');"},
      {"javascript version gates",
       "src/db.js",
       R"(
function apply(v) {
  if (v < 1) run('001_ants.sql');
  if (v < 2) run('002_bees.sql');
  if (v < 3) run('003_cats.sql');
  if (v < 5) run('005_eels.sql');
}
)",
       "\n  if (v < 4) run('004_dogs.sql');"},
      {"scala",
       "src/Db.scala",
       R"(
def all(): Unit = {
  run("001_ants.sql")
  run("002_bees.sql")
  run("003_cats.sql")
  run("005_eels.sql")
}
)",
       "\n  run(\"004_dogs.sql\")"},
      {"dart",
       "lib/db.dart",
       R"(
Future<void> all(Db db) async {
  await db.run('assets/sql/001_ants.sql');
  await db.run('assets/sql/002_bees.sql');
  await db.run('assets/sql/003_cats.sql');
  await db.run('assets/sql/005_eels.sql');
}
)",
       "\n  await db.run('assets/sql/004_dogs.sql');"},
      {"elixir",
       "lib/db.ex",
       R"(
  def all do
    run("001_ants.sql")
    run("002_bees.sql")
    run("003_cats.sql")
    run("005_eels.sql")
  end
)",
       "\n    run(\"004_dogs.sql\")"},
      {"haskell",
       "src/Db.hs",
       R"(
all db = do
  run db "001_ants.sql"
  run db "002_bees.sql"
  run db "003_cats.sql"
  run db "005_eels.sql"
)",
       "\n  run db \"004_dogs.sql\""},
      {"c",
       "src/db.c",
       R"(
int all(struct db *db) {
  run(db, "001_ants.sql");
  run(db, "002_bees.sql");
  run(db, "003_cats.sql");
  run(db, "005_eels.sql");
  return 0;
}
)",
       "\n  run(db, \"004_dogs.sql\");"},
      {"dockerfile ADD",
       "Dockerfile",
       R"(FROM postgres
ADD db/sql/001_ants.sql /docker-entrypoint-initdb.d/1.sql
ADD db/sql/002_bees.sql /docker-entrypoint-initdb.d/2.sql
ADD db/sql/003_cats.sql /docker-entrypoint-initdb.d/3.sql
ADD db/sql/005_eels.sql /docker-entrypoint-initdb.d/5.sql
)",
       "\nADD db/sql/004_dogs.sql /docker-entrypoint-initdb.d/4.sql"},
  });
}

TEST(ScatteredShape, InEveryLanguage) {
  struct Step {
    const char* path;   // `%` is the number
    const char* source; // `%` is the name
  };

  const Step steps[] = {
      {"db/steps/step%.go", "package steps\n\nvar _ = add(\"%.sql\")\n"},
      {"src/steps/m%.rs", "pub fn up() -> &str { sql(\"%.sql\") }\n"},
      {"src/steps/%.ts", "export const up = sql('%.sql');\n"},
      {"src/steps/%-up.js", "exports.up = (db) => db.run('%.sql');\n"},
      {"src/java/V%.java", "class V { String up = load(\"%.sql\"); }\n"},
      {"src/kotlin/V%.kt", "class V { val up = load(\"%.sql\") }\n"},
      {"src/scala/V%.scala", "class V { val up = load(\"%.sql\") }\n"},
      {"Steps/M%.cs", "class M { string Up => Load(\"%.sql\"); }\n"},
      {"db/steps/%_up.rb", "up load_sql(\"%.sql\")\n"},
      {"src/Steps/V%.php", "<?php $this->run('%.sql');\n"},
      {"src/steps/m%.cpp", "void up() { run(\"%.sql\"); }\n"},
      {"Sources/Steps/M%.swift", "let up = load(\"%.sql\")\n"},
      {"lib/steps/m%.dart", "final up = load('%.sql');\n"},
      {"lib/steps/m%.ex", "def up, do: run(\"%.sql\")\n"},
  };
  const auto filled = [](std::string text, const std::string& with) {
    return text.replace(text.find('%'), 1, with);
  };
  for (const Step& step : steps) {
    Project project;
    for (const std::string name :
         {"001_ants", "002_bees", "003_cats", "005_eels"}) {
      project.source(
          filled(step.path, name.substr(0, 3)), filled(step.source, name));
    }
    EXPECT_EQ(project.summary(), "db/sql: 001 002 003 005 -004\n") << step.path;
  }
}

} // namespace
} // namespace migcheck::lists
