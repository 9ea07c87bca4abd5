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
...
)",
       "\nconst dogs = @embedFile(\"sql/004_dogs.sql\");"},
      {"nim",
       "src/db.nim",
       R"(
const ants = staticRead("../db/sql/001_ants.sql")
...
)",
       "\nconst dogs = staticRead(\"../db/sql/004_dogs.sql\")"},
      {"typescript, imports as text",
       "src/db.ts",
       R"(
import ants from "../db/sql/001_ants.sql" with { type: "text" };
...
)",
       "\nimport dogs from \"../db/sql/004_dogs.sql\" with { type: \"text\" "
       "};"},
      {"haskell",
       "src/Db.hs",
       R"(
ants = $(embedFile "db/sql/001_ants.sql")
...
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
    ...
    Ok(())
}
)",
       "\n    db.run(\"004_dogs.sql\")?;"},
      {"typescript",
       "src/db.ts",
       R"(
export async function all(db: Db) {
  await db.run('001_ants.sql');
  ...
}
)",
       "\n  await db.run('004_dogs.sql');"},
      {"javascript version gates",
       "src/db.js",
       R"(
function apply(v) {
  if (v < 1) run('001_ants.sql');
  ...
}
)",
       "\n  if (v < 4) run('004_dogs.sql');"},
      {"scala",
       "src/Db.scala",
       R"(
def all(): Unit = {
  run("001_ants.sql")
  ...
}
)",
       "\n  run(\"004_dogs.sql\")"},
      {"dart",
       "lib/db.dart",
       R"(
Future<void> all(Db db) async {
  await db.run('assets/sql/001_ants.sql');
  ...
}
)",
       "\n  await db.run('assets/sql/004_dogs.sql');"},
      {"elixir",
       "lib/db.ex",
       R"(
  def all do
    run("001_ants.sql")
    ...
  end
)",
       "\n    run(\"004_dogs.sql\")"},
      {"haskell",
       "src/Db.hs",
       R"(
all db = do
  run db "001_ants.sql"
  ...
)",
       "\n  run db \"004_dogs.sql\""},
      {"c",
       "src/db.c",
       R"(
int all(struct db *db) {
  run(db, "001_ants.sql");
  ...
  return 0;
}
)",
       "\n  run(db, \"004_dogs.sql\");"},
      {"dockerfile ADD",
       "Dockerfile",
       R"(FROM postgres
ADD db/sql/001_ants.sql /docker-entrypoint-initdb.d/1.sql
...
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
