#include "lists/intent.hpp"
#include "lists/words.hpp"
#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;
using sample::JudgedProject;

// A directory of ten, `01_t.sql` to `10_t.sql`.
std::vector<std::string> ten() {
  std::vector<std::string> names;
  for (int i = 1; i <= 10; ++i) {
    names.push_back((i < 10 ? "0" : "") + std::to_string(i) + "_t.sql");
  }
  return names;
}

// `"01_t.sql", "02_t.sql"` for a range, both ends included.
std::string range(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) {
    text += "\"" + ten()[static_cast<std::size_t>(i - 1)] + "\", ";
  }
  return text;
}

// A Go list of a range, of the given name.
std::string go_list(const std::string& name, int from, int to) {
  return "var " + name + " = []string{" + range(from, to) + "}\n";
}

// A Python list of a range, of the given name.
std::string python_list(const std::string& name, int from, int to) {
  return name + " = [" + range(from, to) + "]\n";
}

std::string intent_in(const std::string& path, const std::string& source) {
  JudgedProject project({directory("sql", ten())});
  project.source(path, source);
  std::string intents;
  for (const MigrationList& list : project.judge()) {
    intents += std::string(intent_name(list.intent)) + ": " +
               list.intent_reason + "\n";
  }
  return intents;
}

struct Row {
  const char* what;
  const char* path;
  std::string source;
  const char* expected; // the beginning
};

TEST(Intent, FirstRuleThatFires) {
  const std::vector<Row> rows = {
      {"directive",
       "x.go",
       "// migcheck: list(subset) the tests need no more\n" +
           go_list("All", 1, 9),
       "subset: the comment above it says so"},
      {"ignored",
       "x.py",
       "# migcheck: list(ignore) frozen\n" + python_list("ALL", 1, 9),
       "ignored: "},
      {"name all",
       "x.go",
       go_list("AllMigrations", 2, 4),
       "complete: its name says \"all\""},
      {"name says legacy first",
       "x.go",
       go_list("allLegacyMigrations", 1, 9),
       "subset: its name says \"legacy\""},
      {"all of some",
       "x.go",
       go_list("AllAuditMigrations", 2, 4),
       "subset: it holds fewer than half"},
      {"prose that says all of something else",
       "x.go",
       "// These two create all tables.\n" + go_list("audit", 3, 4),
       "subset: it holds fewer than half"},
      {"a linter's exceptions",
       "lint.yaml",
       "lint:\n  ignore:\n    files:\n      - sql/01_t.sql\n      - "
       "sql/02_t.sql\n      - sql/03_t.sql\n      - sql/04_t.sql\n      - "
       "sql/05_t.sql\n      - sql/06_t.sql\n      - sql/07_t.sql\n      - "
       "sql/08_t.sql\n      - sql/09_t.sql\n",
       "exclusion: "},
      {"pinned hashes",
       "hashes.json",
       "{\"hashes\": {\"01_t.sql\": \"a\", \"02_t.sql\": \"b\", "
       "\"03_t.sql\": \"c\", \"04_t.sql\": \"d\", \"05_t.sql\": "
       "\"e\"}}",
       "subset: its name says \"hashes\""},
      {"a loop that writes",
       "x.py",
       "def scaffold(to):\n  for f in [" + range(1, 9) +
           "]:\n    with open(to + f, 'w') as out:\n      out.write(f)\n",
       "fixture: the code writes"},
      {"a call that makes a migration of a file",
       "x.go",
       "var steps = []migration{newFileMigration(\"01_t\"), "
       "newFileMigration(\"02_t\"), newFileMigration(\"03_t\"), "
       "newFileMigration(\"04_t\"), newFileMigration(\"05_t\"), "
       "newFileMigration(\"06_t\"), newFileMigration(\"07_t\"), "
       "newFileMigration(\"08_t\"), newFileMigration(\"09_t\")}\n",
       "complete: "},
      {"a loop that reads and writes",
       "x.py",
       "def bundle(to):\n  for f in [" + range(1, 9) +
           "]:\n    to.write(open('sql/' + f).read())\n",
       "complete: a loop"},
      {"exclusion by name",
       "x.ts",
       "const SKIPPED = new Set([" + range(3, 4) + "]);",
       "exclusion: its name says \"skipped\""},
      {"comment subset",
       "x.go",
       "// Audit returns the subset of migrations that audit needs.\n" +
           go_list("Audit", 3, 4),
       "subset: the comment above it says \"subset\""},
      {"comment all",
       "x.go",
       "// Apply ALL migrations in order\nsteps := []string{" + range(1, 7) +
           "}\n",
       "complete: the comment above it says \"all\""},
      {"a hyphenated word is not its part",
       "x.go",
       "// label-only architecture\n" + go_list("steps", 1, 9),
       "complete: it holds at least four fifths"},
      {"journal",
       "sql/meta/_journal.json",
       "{\"entries\": [{\"tag\": \"01_t\"}, {\"tag\": \"02_t\"}]}",
       "complete: a journal"},
      {"embedded loader",
       "x.rs",
       "const M: &[(&str, &str)] = &[(\"01_t\", "
       "include_str!(\"sql/01_t.sql\")), (\"02_t\", "
       "include_str!(\"sql/02_t.sql\")), (\"03_t\", "
       "include_str!(\"sql/03_t.sql\")), (\"04_t\", "
       "include_str!(\"sql/04_t.sql\")), (\"05_t\", "
       "include_str!(\"sql/05_t.sql\"))];",
       "complete: the program carries"},
      {"the code writes the files",
       "x.test.ts",
       "it('x', () => { writeFileSync(join(dir, '01_t.sql'), ''); "
       "writeFileSync(join(dir, '02_t.sql'), ''); writeFileSync(join(dir, "
       "'03_t.sql'), ''); });",
       "fixture: the code writes"},
      {"prefix in an upgrade test",
       "db/x_test.go",
       "func f() { for _, s := range []string{" + range(1, 6) +
           "} { run(s) } }\n",
       "subset: a test that stops"},
      {"set-up in a test that fell behind",
       "db/x_test.go",
       "func f() {\n steps := []string{" + range(1, 9) +
           "}\n for _, s := range steps { run(s) }\n}\n",
       "complete: a loop goes through it"},
      {"the same, but the test goes on with the next one",
       "db/x_test.go",
       "func f() {\n steps := []string{" + range(1, 9) +
           "}\n for _, s := range steps { run(s) }\n check()\n "
           "run(\"10_t.sql\")\n}\n",
       "subset: a test that stops"},
      {"the loop's function says all",
       "src/test/X.java",
       "class X { List<String> REQUIRED = List.of(" + range(1, 5) +
           "\"06_t.sql\");\n@Test void allFilesExist() { for (String p : "
           "REQUIRED) "
           "{ check(p); } } }",
       "complete: the function that uses it says \"all\""},
      {"rows of the first ones, beside a loop over the folder",
       "up.sh",
       "if [ \"$rows\" = 0 ]; then\n  psql -c \"INSERT INTO applied VALUES\n"
       "('01_t.sql'), ('02_t.sql'), ('03_t.sql')\"\nfi\n"
       "for f in sql/*.sql; do psql -f $f; done\n",
       "subset: "},
      {"a health check among other files",
       "x.php",
       "<?php\n$files = ['a.php', 'b.php', 'c.php', 'd.php', 'e.php', "
       "'sql/01_t.sql', 'sql/02_t.sql'];\n",
       "subset: most of its elements are not SQL"},
      {"a loop over few chosen ones",
       "x.sh",
       "for f in 03_t.sql 07_t.sql; do psql -f sql/$f; done\n",
       "subset: it holds fewer than half"},
      {"a loop over most",
       "x.py",
       python_list("steps", 2, 8) + "for s in steps:\n  run(s)\n",
       "complete: a loop goes through it"},
      {"a short prefix says nothing",
       "x.py",
       python_list("steps", 1, 3),
       "unknown: "},
      {"all but the newest",
       "x.py",
       python_list("steps", 1, 6),
       "complete: it lacks the newest"},
      {"two statements",
       "x.go",
       "func f() {\n run(\"01_t.sql\")\n run(\"02_t.sql\")\n}\n",
       "unknown: two statements"},
      {"makefile",
       "Makefile",
       "DATA = 01_t.sql 02_t.sql 03_t.sql \\\n 04_t.sql 05_t.sql 06_t.sql "
       "07_t.sql 08_t.sql 09_t.sql\n",
       "complete: what a build does not name is not installed"},
      {"makefile with the last ones",
       "Makefile",
       "DATA = 06_t.sql 07_t.sql 08_t.sql 09_t.sql\n",
       "unknown: a build may leave files out"},
      {"it fell behind, and had left one out before",
       "x.go",
       "var steps = []string{" + range(1, 2) + range(4, 7) + "}\n",
       "complete: it held nearly all before"},
      {"compose with the first ones",
       "docker-compose.yml",
       "services:\n  db:\n    volumes:\n      - "
       "./sql/01_t.sql:/docker-entrypoint-initdb.d/01_t.sql\n      - "
       "./sql/02_t.sql:/docker-entrypoint-initdb.d/02_t.sql\n",
       "complete: it sets up a database"},
      {"a loader with the first ones",
       "src/db.rs",
       "const M: &[&str] = &[include_str!(\"../sql/01_t.sql\"), "
       "include_str!(\"../sql/02_t.sql\"), "
       "include_str!(\"../sql/03_t.sql\")];\n",
       "complete: it sets up a database"},
      {"compose with two in the middle",
       "docker-compose.yml",
       "services:\n  db:\n    volumes:\n      - "
       "./sql/04_t.sql:/docker-entrypoint-initdb.d/01_t.sql\n      - "
       "./sql/05_t.sql:/docker-entrypoint-initdb.d/02_t.sql\n",
       "subset: it holds fewer than half"},
      {"compose of a project that reads the directory",
       "docker-compose.yml",
       "services:\n  db:\n    volumes:\n      - "
       "./sql/01_t.sql:/docker-entrypoint-initdb.d/01_t.sql\n      - "
       "./sql/02_t.sql:/docker-entrypoint-initdb.d/02_t.sql\n"
       "  app:\n    command: run ./sql\n",
       "unknown: "},
  };
  for (const Row& row : rows) {
    const std::string found = intent_in(row.path, row.source);
    EXPECT_TRUE(found.starts_with(row.expected))
        << row.what << ": " << found << " instead of " << row.expected;
  }
}

TEST(Intent, ALoopOverWhatWasArchivedIsComplete) {
  std::vector<std::string> live = {"01_base.sql", "02_next.sql"};
  JudgedProject project({directory("sql", live)});
  for (int i = 1; i <= 9; ++i) {
    project.file("sql/archive/0" + std::to_string(i) + "_old.sql");
  }
  project.source(
      "db/setup.go",
      "package db\nfunc apply() {\n\tsteps := "
      "[]string{\"01_old.sql\", \"02_old.sql\", \"03_old.sql\"}\n\tfor _, s "
      ":= range steps {\n\t\trun(\"sql\", s)\n\t}\n}\n");
  EXPECT_EQ(
      project.summary(),
      "steps sql complete -01_base.sql -02_next.sql +01_old.sql +02_old.sql "
      "+03_old.sql\n");
}

TEST(Intent, ConfigurationOverrules) {
  JudgedProject project({directory("sql", ten())});
  project.source("x.go", go_list("All", 1, 9));
  ListConfig list;
  list.file = "x.go";
  list.name = "All";
  list.except = {"10_t.sql"};
  project.config.lists.push_back(list);
  list.name = "Other";
  project.config.lists.push_back(list);
  EXPECT_EQ(project.summary(), "All sql complete\n");
  ASSERT_EQ(project.unmatched().size(), 1u);
  EXPECT_EQ(project.unmatched()[0]->name, "Other");
}

TEST(Intent, WordsOfNamesAndProse) {
  EXPECT_EQ(
      split_words("REQUIRED_forV2Only"),
      (std::vector<std::string>{"required", "for", "v2", "only"}));
  EXPECT_EQ(
      split_words("SQLFiles"), (std::vector<std::string>{"sql", "files"}));
  EXPECT_EQ(
      split_prose("label-only list"),
      (std::vector<std::string>{"labelonly", "list"}));
  EXPECT_EQ(split_sentences("One. Two: three v1.2").size(), 3u);
}

} // namespace
} // namespace migcheck::lists
