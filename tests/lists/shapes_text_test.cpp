// Shape J inside strings: rows of SQL in each language's long literals.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

// The rows in a literal, with what stands before and after them.
std::string rows(const std::string& before, const std::string& after) {
  return before + R"(INSERT INTO steps (name) VALUES
    ('001_ants.sql'),
    ('002_bees.sql'),
    ('003_cats.sql'),
    ('005_eels.sql'))" +
         after;
}

TEST(RowsShape, InLongLiterals) {
  struct Literal {
    const char* path;
    const char* before;
    const char* after;
  };

  const Literal literals[] = {
      {"db/boot.ts", "await db.query(`\n  ", "`);\n"},
      {"db/boot.js", "db.query(sql`", "`);\n"},
      {"src/boot.rs", "fn boot() { run(r#\"", "\"#); }\n"},
      {"src/boot.rs", "const BOOT: &str = \"", "\";\n"},
      {"src/Boot.java", "class B { String b = \"\"\"\n    ", "\"\"\"; }\n"},
      {"src/Boot.kt", "val boot = \"\"\"\n    ", "\"\"\".trimIndent()\n"},
      {"src/Boot.scala", "val boot = \"\"\"", "\"\"\"\n"},
      {"src/Boot.cs", "class B { string b = @\"", "\"; }\n"},
      {"src/Boot.cs", "class B { string b = \"\"\"\n    ", "\n    \"\"\"; }\n"},
      {"src/boot.php", "<?php\n$db->exec(<<<SQL\n", "\nSQL);\n"},
      {"src/boot.php", "<?php\n$db->exec(\"", "\");\n"},
      {"db/boot.rb", "execute <<~SQL\n  ", "\nSQL\n"},
      {"src/boot.cpp", "const char* boot = R\"(", ")\";\n"},
      {"src/boot.cpp", "const char* boot = R\"sql(", ")sql\";\n"},
      {"Sources/Boot.swift", "let boot = \"\"\"\n    ", "\n    \"\"\"\n"},
      {"lib/boot.dart", "const boot = '''\n", "''';\n"},
      {"lib/boot.ex", "@boot \"\"\"\n", "\n\"\"\"\n"},
      {"db/boot.lua", "local boot = [[", "]]\n"},
      {"lib/Boot.pm", "my $boot = <<'SQL';\n", "\nSQL\n"},
      {"src/boot.nim", "const boot = \"\"\"", "\"\"\"\n"},
      {"src/Boot.hs", "boot = [sql|", "|]\n"},
      {"src/Boot.hs", "boot = [r|\n", "\n|]\n"},
      {"boot.ps1", "$boot = @'\n", "\n'@\n"},
      {"db/boot.sh", "psql <<SQL\n", ";\nSQL\n"},
      {"deploy/boot.yml", "boot: \"", "\"\n"},
      {"db/boot.toml", "boot = '''\n", "'''\n"},
  };
  for (const Literal& literal : literals) {
    shapes::Project project;
    project.source(literal.path, rows(literal.before, literal.after));
    EXPECT_EQ(project.summary(), "db/sql: 001 002 003 005 -004\n")
        << literal.path << ": " << literal.before;
    if (project.lists().size() == 1) {
      EXPECT_EQ(
          shapes::inserted(project.lists()[0].add_missing),
          "\n    ('004_dogs.sql'),")
          << literal.path << ": " << literal.before;
    }
  }
}

} // namespace
} // namespace migcheck::lists
