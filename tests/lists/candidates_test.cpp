// Each row: a language, a source, and the lists that stand in it.
#include "lists/candidates.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::describe;
using sample::tree;

struct Row {
  const char* what;
  const char* language;
  const char* source;
  const char* expected;
};

std::vector<MigrationDirectory> directories() {
  return {
      sample::directory(
          "sql", {"001_ants.sql", "002_bees.sql", "003_cats.sql"}),
      sample::directory("folders", {"2024_dogs/", "2025_eels/"})};
}

void check(const std::vector<Row>& rows) {
  const std::vector<MigrationDirectory> known = directories();
  const NameIndex index(known);
  for (const Row& row : rows) {
    const SourceTree parsed = tree(row.source, row.language);
    EXPECT_EQ(describe(find_candidates(parsed, index)), row.expected)
        << row.what;
  }
}

TEST(Candidates, ArraysAndTheirNames) {
  check({
      {"go variable",
       "go",
       "var AllSteps = "
       "[]string{\n\t\"001_ants.sql\",\n\t\"002_bees.sql\",\n}\n",
       "AllSteps array: 001_ants.sql 002_bees.sql\n"},
      {"go short declaration in a function",
       "go",
       "func f() {\n  x := 1\n  steps := []string{\"001_ants.sql\", "
       "\"002_bees.sql\"}\n}\n",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"python",
       "python",
       "steps = [\n  '001_ants.sql',  # first\n  '009_gone.sql',\n]\n",
       "steps array: 001_ants.sql 009_gone.sql\n"},
      {"typescript with a type",
       "typescript",
       "export const STEPS: readonly string[] = ['001_ants.sql', "
       "'002_bees.sql'] as const;",
       "STEPS array: 001_ants.sql 002_bees.sql\n"},
      {"set",
       "javascript",
       "const SKIP = new Set([\"001_ants.sql\", \"002_bees.sql\"]);",
       "SKIP array: 001_ants.sql 002_bees.sql\n"},
      {"java",
       "java",
       "class T { private static final List<String> REQUIRED = List.of(\n"
       "\"sql/001_ants.sql\",\n\"sql/002_bees.sql\"); }",
       "REQUIRED array: 001_ants.sql 002_bees.sql\n"},
      {"java array",
       "java",
       "class T { String[] all = {\"001_ants.sql\", \"002_bees.sql\"}; }",
       "all array: 001_ants.sql 002_bees.sql\n"},
      {"kotlin",
       "kotlin",
       "val steps = listOf(\"001_ants.sql\", \"002_bees.sql\")\n",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"csharp",
       "csharp",
       "class T { static readonly string[] Steps = new[] { \"001_ants.sql\", "
       "@\"sql\\002_bees.sql\" }; }",
       "Steps array: 001_ants.sql 002_bees.sql\n"},
      {"csharp list",
       "csharp",
       "var steps = new List<string>() { \"001_ants.sql\", \"002_bees.sql\" };",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"ruby",
       "ruby",
       "STEPS = %w[001_ants.sql 002_bees.sql].freeze\n",
       "STEPS array: 001_ants.sql 002_bees.sql\n"},
      {"php",
       "php",
       "<?php\n$steps = ['001_ants.sql', '002_bees.sql'];\n",
       "$steps array: 001_ants.sql 002_bees.sql\n"},
      {"php property",
       "php",
       "<?php\nreturn ['steps' => ['001_ants.sql', '002_bees.sql']];\n",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"rust constant",
       "rust",
       "const STEPS: &[&str] = &[\"001_ants\", \"002_bees\"];",
       "STEPS array: 001_ants 002_bees\n"},
      {"json",
       "json",
       "{\"steps\": [\"001_ants.sql\", \"002_bees.sql\"]}",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"yaml",
       "yaml",
       "steps:\n  - 001_ants.sql\n  - 002_bees.sql\n",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"words of one string",
       "python",
       "steps = '''\n001_ants.sql\n002_bees.sql\n'''.split()\n",
       "steps array: 001_ants.sql 002_bees.sql\n"},
      {"go const block",
       "go",
       "const (\n  Ants = \"001_ants.sql\"\n  Bees = \"002_bees.sql\"\n)\n",
       "- constants: 001_ants.sql 002_bees.sql\n"},
  });
}

TEST(Candidates, TuplesStructsAndMaps) {
  check({
      {"go structs, one field; a code migration is a plain entry",
       "go",
       "var all = append([]Step{\n {Name: \"001_ants\", Version: 1},\n {Name: "
       "\"kv_move\", Version: 2},\n {Name: \"002_bees\", Version: 3},\n}, "
       "more...)\n",
       "all struct-array: 001_ants kv_move? 002_bees\n"},
      {"the file field wins over the title",
       "go",
       "var All = []Step{{Name: \"ants\", File: \"001_ants.sql\", Tables: "
       "[]string{\"ants\"}}, {Name: \"gone\", File: \"009_gone.sql\"}}\n",
       "All struct-array: 001_ants.sql 009_gone.sql\n"},
      {"rust tuples with include_str",
       "rust",
       "let steps: &[(&str, &str)] = &[\n(\"001_ants\", "
       "include_str!(\"../sql/001_ants.sql\")),\n(\"002_bees\", "
       "include_str!(\"../sql/002_bees.sql\")),\n];",
       "steps struct-array: 001_ants.sql 002_bees.sql\n"},
      {"rust function that returns them",
       "rust",
       "pub fn bundled() -> Vec<Step> {\n vec![\n Step { name: "
       "\"001_ants.sql\", sql: include_str!(\"../sql/001_ants.sql\") },\n Step "
       "{ name: \"002_bees.sql\", sql: include_str!(\"../sql/002_bees.sql\") "
       "},\n ]\n}",
       "bundled struct-array: 001_ants.sql 002_bees.sql\n"},
      {"closures inside elements",
       "go",
       "var m = New(Steps(\n&Step{Name: \"1 Fix it\", Func: func(ctx C) error "
       "{\n return run(ctx, \"001_ants.sql\")\n},\n},\n&Step{Func: func(ctx C) "
       "error {\n return run(ctx, \"002_bees.sql\")\n}},\n))\n",
       "m struct-array: 001_ants.sql 002_bees.sql\n"},
      {"object keyed by name",
       "typescript",
       "export const steps = { \"001_ants.sql\": String.raw`create table "
       "ants();`, \"002_bees.sql\": `x` };",
       "steps map: 001_ants.sql 002_bees.sql\n"},
      {"python dict",
       "python",
       "steps = {'001_ants.sql': 1, '002_bees.sql': 2}\n",
       "steps map: 001_ants.sql 002_bees.sql\n"},
      {"config map with SQL as values",
       "yaml",
       "data:\n  001_ants.sql: |-\n    -- see 002_bees.sql\n    select 1;\n  "
       "002_bees.sql: |-\n    select 2;\n",
       "data map: 001_ants.sql 002_bees.sql\n"},
      {"journal",
       "json",
       "{\"entries\": [{\"idx\": 0, \"tag\": \"001_ants\"}, {\"idx\": 1, "
       "\"tag\": \"002_bees\"}]}",
       "entries struct-array: 001_ants 002_bees\n"},
      {"changelog",
       "yaml",
       "databaseChangeLog:\n  - include:\n      file: sql/001_ants.sql\n  - "
       "include:\n      file: sql/002_bees.sql\n",
       "databaseChangeLog struct-array: 001_ants.sql 002_bees.sql\n"},
      {"folders",
       "rust",
       "const A: &[&str] = &[\"2024_dogs/up.sql\", \"2025_eels/up.sql\"];",
       "A array: up.sql up.sql\n"},
  });
}

TEST(Candidates, ChainsCommandsAndImports) {
  check({
      {"imports",
       "typescript",
       "import ants from \"./sql/001_ants.sql?raw\";\nimport bees from "
       "\"./sql/002_bees.sql?raw\";\n",
       "- imports: 001_ants.sql 002_bees.sql\n"},
      {"version gates",
       "go",
       "func up(v int) {\n if v < 1 {\n  run(\"001_ants.sql\")\n }\n if v < 2 "
       "{\n  run(\"002_bees.sql\")\n }\n}\n",
       "- calls: 001_ants.sql 002_bees.sql\n"},
      {"for loop",
       "shell",
       "for f in 001_ants.sql \\\n  002_bees.sql; do psql -f \"$f\"; done\n",
       "- shell: 001_ants.sql 002_bees.sql\n"},
      {"commands in a row",
       "shell",
       "psql -f sql/001_ants.sql\necho x\npsql -f sql/002_bees.sql\n",
       "- shell: 001_ants.sql 002_bees.sql\n"},
      {"calls of a function with a folder in a variable",
       "shell",
       "up \"$DIR/001_ants.sql\"\nup \"$DIR\"/002_bees.sql\n",
       "- shell: 001_ants.sql 002_bees.sql\n"},
      {"shell array",
       "shell",
       "STEPS=(\n  001_ants.sql\n  \"002_bees.sql\"\n)\n",
       "STEPS shell: 001_ants.sql 002_bees.sql\n"},
      {"mounts of two services; the target is no name",
       "yaml",
       "services:\n  a:\n    volumes:\n      - "
       "./sql/001_ants.sql:/m/1_x.sql:ro\n  b:\n    volumes:\n      - "
       "./sql/002_bees.sql:/m/2_x.sql\n",
       "services struct-array: 001_ants.sql 002_bees.sql\n"},
  });
}

TEST(Candidates, NotLists) {
  check({
      {"comments", "go", "// \"001_ants.sql\", \"002_bees.sql\"\n", ""},
      {"prose",
       "python",
       "print('run 001_ants.sql and then 002_bees.sql please')\n",
       ""},
      {"one name twice",
       "rust",
       "let a = [\"001_ants.sql\", \"001_ants.sql\"];",
       ""},
      {"single reads in separate tests",
       "java",
       "class T { @Test void a() { String s = read(\"sql/001_ants.sql\"); }\n"
       "@Test void b() throws X { String s = read(\"sql/002_bees.sql\"); } }",
       ""},
      {"tests of a suite",
       "javascript",
       "describe('x', () => { it('a', () => { read('001_ants.sql'); });\n"
       "it('b', async () => { read('002_bees.sql'); }); });",
       ""},
      {"python tests",
       "python",
       "def test_a():\n  read('001_ants.sql')\n\ndef test_b():\n  "
       "read('002_bees.sql')\n",
       ""},
      {"comparisons",
       "go",
       "func f(n string) bool {\n if n == \"001_ants.sql\" {\n  return true\n "
       "}\n return n == \"002_bees.sql\"\n}\n",
       ""},
      {"versions of packages",
       "json",
       "{\"a\": \"1.0.0-rc1\", \"b\": \"2.0.0-beta\"}",
       ""},
  });
}

TEST(Candidates, SurviveAnything) {
  const std::vector<MigrationDirectory> known = directories();
  const NameIndex index(known);
  const std::string source =
      "var A = []S{{F: \"001_ants.sql\"}, {F: \"002_bees.sql\"}}\nfunc f() { "
      "run(\"003_cats.sql\") }\n";
  for (std::size_t cut = 0; cut <= source.size(); ++cut) {
    for (const char* language : {"go", "shell", "yaml", "json", "python"}) {
      const std::string text = source.substr(cut) + source.substr(0, cut);
      const SourceTree parsed = tree(text, language);
      for (const Candidate& list : find_candidates(parsed, index).lists) {
        EXPECT_GE(list.entries.size(), 2u);
        EXPECT_LE(list.span.end, text.size());
      }
    }
  }
  const std::string deep =
      std::string(50000, '(') + "\"001_ants.sql\"" + std::string(50000, ')');
  EXPECT_TRUE(find_candidates(tree(deep, "go"), index).lists.empty());
}

} // namespace
} // namespace migcheck::lists
