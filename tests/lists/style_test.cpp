// Each row: a list, and the source after the fix.
#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;
using sample::JudgedProject;
using sample::patched;

struct Row {
  const char* what;
  const char* path;
  const char* source;
  const char* expected;
};

void check(const std::vector<Row>& rows, bool add) {
  for (const Row& row : rows) {
    JudgedProject project(
        {directory("sql", {"001_ants.sql", "002_bees.sql", "003_cats.sql"})});
    project.source(row.path, row.source);
    const std::vector<MigrationList>& lists = project.judge();
    ASSERT_EQ(lists.size(), 1u) << row.what;
    EXPECT_EQ(
        patched(row.source, add ? lists[0].add_missing : lists[0].drop_stale),
        row.expected)
        << row.what;
  }
}

TEST(Style, NewElementsLookLikeTheirNeighbours) {
  check(
      {{"go, with comments behind the elements",
        "x.go",
        "var All = []string{\n\t\"001_ants.sql\", // "
        "first\n\t\"003_cats.sql\", "
        "// last\n}\n",
        "var All = []string{\n\t\"001_ants.sql\", // first\n\t\"002_bees.sql\","
        "\n\t\"003_cats.sql\", // last\n}\n"},
       {"no comma after the last",
        "x.ts",
        "const all = [\n  './sql/001_ants.sql',\n  './sql/002_bees.sql'\n];\n",
        "const all = [\n  './sql/001_ants.sql',\n  './sql/002_bees.sql',\n  "
        "'./sql/003_cats.sql'\n];\n"},
       {"the same with a comment",
        "x.ts",
        "const all = [\n  '001_ants.sql',\n  '002_bees.sql' // b\n];\n",
        "const all = [\n  '001_ants.sql',\n  '002_bees.sql', // b\n  "
        "'003_cats.sql'\n];\n"},
       {"on one line",
        "x.py",
        "ALL = ['001_ants.sql', '002_bees.sql']\n",
        "ALL = ['001_ants.sql', '002_bees.sql', '003_cats.sql']\n"},
       {"tuples with a number and a path",
        "x.rs",
        "pub const ALL: &[(u32, &str, &str)] = &[\n    (1, \"ants\", "
        "include_str!(\"../sql/001_ants.sql\")),\n    (2, \"bees\", "
        "include_str!(\"../sql/002_bees.sql\")),\n];\n",
        "pub const ALL: &[(u32, &str, &str)] = &[\n    (1, \"ants\", "
        "include_str!(\"../sql/001_ants.sql\")),\n    (2, \"bees\", "
        "include_str!(\"../sql/002_bees.sql\")),\n    (3, \"cats\", "
        "include_str!(\"../sql/003_cats.sql\")),\n];\n"},
       {"structs over several lines",
        "x.rs",
        "pub fn all() -> Vec<Step> {\n    vec![\n        Step {\n            "
        "name: \"001_ants.sql\",\n            sql: "
        "include_str!(\"sql/001_ants.sql\"),\n        },\n        Step {\n     "
        "       name: \"002_bees.sql\",\n            sql: "
        "include_str!(\"sql/002_bees.sql\"),\n        },\n    ]\n}\n",
        "pub fn all() -> Vec<Step> {\n    vec![\n        Step {\n            "
        "name: \"001_ants.sql\",\n            sql: "
        "include_str!(\"sql/001_ants.sql\"),\n        },\n        Step {\n     "
        "       name: \"002_bees.sql\",\n            sql: "
        "include_str!(\"sql/002_bees.sql\"),\n        },\n        Step {\n     "
        "       name: \"003_cats.sql\",\n            sql: "
        "include_str!(\"sql/003_cats.sql\"),\n        },\n    ]\n}\n"},
       {"fields that only a person can fill are left out",
        "x.go",
        "var All = []Step{\n\t{\n\t\tFile: \"001_ants.sql\",\n\t\tWhat: \"the "
        "ants\",\n\t\tKind: \"up\",\n\t},\n\t{\n\t\tFile: \"002_bees.sql\",\n"
        "\t\tWhat: \"the bees\",\n\t\tKind: \"up\",\n\t},\n}\n",
        "unsafe\nvar All = []Step{\n\t{\n\t\tFile: "
        "\"001_ants.sql\",\n\t\tWhat: "
        "\"the ants\",\n\t\tKind: \"up\",\n\t},\n\t{\n\t\tFile: "
        "\"002_bees.sql\",\n\t\tWhat: \"the bees\",\n\t\tKind: \"up\",\n\t},\n"
        "\t{\n\t\tFile: \"003_cats.sql\",\n\t\tKind: \"up\",\n\t},\n}\n"},
       {"with the comma that stood before the last of them",
        "x.go",
        "var All = []Step{\n\t{File: \"001_ants.sql\", What: \"the ants\"},\n"
        "\t{File: \"002_bees.sql\", What: \"the bees\"},\n}\n",
        "unsafe\nvar All = []Step{\n\t{File: \"001_ants.sql\", What: \"the "
        "ants\"},\n\t{File: \"002_bees.sql\", What: \"the bees\"},\n"
        "\t{File: \"003_cats.sql\"},\n}\n"},
       {"an element with a comment inside is no model",
        "x.ts",
        "const all = [\n  ['001_ants.sql'],\n  ['002_bees.sql' /* old */],\n];"
        "\n",
        "const all = [\n  ['001_ants.sql'],\n  ['002_bees.sql' /* old */],\n  "
        "['003_cats.sql'],\n];\n"},
       {"or make a copy impossible",
        "x.rs",
        "const ALL: &[(&str, &str)] = &[(\"001_ants.sql\", \"the ants\"), "
        "(\"002_bees.sql\", \"the bees\")];\n",
        "no fix"},
       {"yaml",
        "x.yaml",
        "all:\n  - sql/001_ants.sql\n  - sql/002_bees.sql\nmore: 1\n",
        "all:\n  - sql/001_ants.sql\n  - sql/002_bees.sql\n  - "
        "sql/003_cats.sql\nmore: 1\n"},
       {"shell array",
        "x.sh",
        "ALL=(\n  001_ants.sql\n  002_bees.sql\n)\n",
        "ALL=(\n  001_ants.sql\n  002_bees.sql\n  003_cats.sql\n)\n"},
       {"shell command with continued lines",
        "x.sh",
        "for f in 001_ants.sql \\\n  002_bees.sql; do psql -f $f; done\n",
        "for f in 001_ants.sql \\\n  002_bees.sql \\\n  003_cats.sql; do psql "
        "-f $f; done\n"},
       {"shell, in the middle of continued lines",
        "x.sh",
        "for m in \\\n  001_ants.sql \\\n  003_cats.sql\ndo\n  psql -f "
        "sql/$m\ndone\n",
        "for m in \\\n  001_ants.sql \\\n  002_bees.sql \\\n  003_cats.sql\n"
        "do\n  psql -f sql/$m\ndone\n"},
       {"shell, after the last of them",
        "x.sh",
        "for m in \\\n  001_ants.sql \\\n  002_bees.sql\ndo\n  psql -f "
        "sql/$m\ndone\n",
        "for m in \\\n  001_ants.sql \\\n  002_bees.sql \\\n  003_cats.sql\n"
        "do\n  psql -f sql/$m\ndone\n"},
       {"generated file",
        "x.ts",
        "// Code generated by make. DO NOT EDIT.\nconst all = "
        "['001_ants.sql', '002_bees.sql'];\n",
        "no fix"}},
      true);
}

TEST(Style, StaleElementsGoWithTheirLines) {
  check(
      {{"a line of its own",
        "x.go",
        "var All = []string{\n\t\"001_ants.sql\",\n\t\"009_x.sql\", // "
        "gone\n\t\"002_bees.sql\",\n}\n",
        "var All = []string{\n\t\"001_ants.sql\",\n\t\"002_bees.sql\",\n}\n"},
       {"the last, without a comma",
        "x.json",
        "{\"all\": [\n  \"001_ants.sql\",\n  \"002_bees.sql\",\n  "
        "\"009_x.sql\"\n]}\n",
        "{\"all\": [\n  \"001_ants.sql\",\n  \"002_bees.sql\"\n]}\n"},
       {"in the middle of a line",
        "x.py",
        "ALL = ['001_ants.sql', '009_x.sql', '002_bees.sql']\n",
        "ALL = ['001_ants.sql', '002_bees.sql']\n"},
       {"at its end",
        "x.py",
        "ALL = ['001_ants.sql', '002_bees.sql', '009_x.sql']\n",
        "ALL = ['001_ants.sql', '002_bees.sql']\n"},
       {"yaml",
        "x.yaml",
        "all:\n  - sql/001_ants.sql\n  - sql/009_x.sql\n  - "
        "sql/002_bees.sql\n",
        "all:\n  - sql/001_ants.sql\n  - sql/002_bees.sql\n"},
       {"shell, two on continued lines, one of them the last",
        "x.sh",
        "for m in \\\n  001_ants.sql \\\n  009_x.sql \\\n  002_bees.sql \\\n"
        "  010_y.sql\ndo\n  psql -f sql/$m\ndone\n",
        "for m in \\\n  001_ants.sql \\\n  002_bees.sql\ndo\n  psql -f "
        "sql/$m\ndone\n"},
       {"shell, the first, and two at the end",
        "x.sh",
        "for m in \\\n  000_x.sql \\\n  001_ants.sql \\\n  002_bees.sql \\\n"
        "  003_cats.sql \\\n  009_y.sql \\\n  010_z.sql\ndo\n  psql -f "
        "sql/$m\ndone\n",
        "for m in \\\n  001_ants.sql \\\n  002_bees.sql \\\n  003_cats.sql\n"
        "do\n  psql -f sql/$m\ndone\n"}},
      false);
}

} // namespace
} // namespace migcheck::lists
