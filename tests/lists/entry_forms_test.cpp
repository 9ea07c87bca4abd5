// Every way in which an entry may name a migration, and the directory that it
// leads to where several have the same names.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::Project;

TEST(EntryForms, LeadToTheDirectory) {
  shapes::check({
      {"bare name",
       "src/a.go",
       R"(var x = []string{"001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"})"},
      {"path from the file",
       "db/go/a.go",
       R"(var x = []string{"../sql/001_ants.sql", "../sql/002_bees.sql", "../sql/003_cats.sql", "../sql/005_eels.sql"})"},
      {"path from the root",
       "db/go/a.go",
       R"(var x = []string{"db/sql/001_ants.sql", "db/sql/002_bees.sql", "db/sql/003_cats.sql", "db/sql/005_eels.sql"})"},
      {"tail of a path",
       "a.py",
       R"(x = ["sql/001_ants.sql", "sql/002_bees.sql", "sql/003_cats.sql", "sql/005_eels.sql"])"},
      {"class path",
       "src/A.java",
       R"(String[] x = {"classpath:sql/001_ants.sql", "classpath:sql/002_bees.sql", "classpath:sql/003_cats.sql", "classpath:sql/005_eels.sql"};)"},
      {"absolute path of a container",
       "a.yaml",
       "x: [/app/db/sql/001_ants.sql, /app/db/sql/002_bees.sql, "
       "/app/db/sql/003_cats.sql, /app/db/sql/005_eels.sql]\n"},
      {"url",
       "src/a.ts",
       R"(const x = ["file:///app/sql/001_ants.sql", "file:///app/sql/002_bees.sql", "file:///app/sql/003_cats.sql", "file:///app/sql/005_eels.sql"];)"},
      {"backslashes",
       "a/A.cs",
       R"(var x = new[] { @"..\db\sql\001_ants.sql", @"..\db\sql\002_bees.sql", @"..\db\sql\003_cats.sql", @"..\db\sql\005_eels.sql" };)"},
      {"escaped backslashes",
       "a/A.cs",
       R"(var x = new[] { "db\\sql\\001_ants.sql", "db\\sql\\002_bees.sql", "db\\sql\\003_cats.sql", "db\\sql\\005_eels.sql" };)"},
      {"interpolated",
       "a.ts",
       "const x = [`${dir}/001_ants.sql`, `${dir}/002_bees.sql`, "
       "`${dir}/003_cats.sql`, `${dir}/005_eels.sql`];"},
      {"interpolated twice",
       "a.py",
       R"(x = [f"{root}/{kind}/001_ants.sql", f"{root}/{kind}/002_bees.sql", f"{root}/{kind}/003_cats.sql", f"{root}/{kind}/005_eels.sql"])"},
      {"with a verb",
       "a.go",
       R"(var x = []string{"%s/001_ants.sql", "%s/002_bees.sql", "%s/003_cats.sql", "%s/005_eels.sql"})"},
      {"joined",
       "a.py",
       R"(x = [D / "001_ants.sql", D / "002_bees.sql", D / "003_cats.sql", D / "005_eels.sql"])"},
      {"added",
       "a.js",
       R"(const x = [d + "/001_ants.sql", d + "/002_bees.sql", d + "/003_cats.sql", d + "/005_eels.sql"];)"},
      {"stem",
       "a.rb",
       R"(X = ["001_ants", "002_bees", "003_cats", "005_eels"])"},
      {"stem with its extension apart",
       "a.go",
       R"(var x = []string{"001_ants" + ext, "002_bees" + ext, "003_cats" + ext, "005_eels" + ext})"},
      {"struct field",
       "a.go",
       R"(var x = []S{{Title: "a b", File: "001_ants.sql"}, {Title: "c d", File: "002_bees.sql"}, {File: "003_cats.sql"}, {File: "005_eels.sql"}})"},
      {"with a suffix",
       "db/a.ts",
       R"(const x = [await import("./sql/001_ants.sql?raw"), await import("./sql/002_bees.sql?raw"), await import("./sql/003_cats.sql?raw"), await import("./sql/005_eels.sql?raw")];)"},
      {"several in one string",
       "a.py",
       R"(x = "001_ants.sql, 002_bees.sql, 003_cats.sql, 005_eels.sql".split(", "))"},
      {"names of embedded files",
       "A.cs",
       R"(string[] x = ["App.Sql.001_ants.sql", "App.Sql.002_bees.sql", "App.Sql.003_cats.sql", "App.Sql.005_eels.sql"];)"},
      {"with semicolons",
       "a.csproj",
       R"(<Project><ItemGroup><None Include="db\sql\001_ants.sql;db\sql\002_bees.sql;db\sql\003_cats.sql;db\sql\005_eels.sql" /></ItemGroup></Project>)"},
      {"number and text",
       "seed.sql",
       "INSERT INTO v VALUES (1, '001 Add ants'), (2, '002 Add bees'), "
       "(3, '003 Add cats'), (4, '005 Add eels');"},
      {"source and target",
       "compose.yml",
       "volumes: ['./db/sql/001_ants.sql:/i/1.sql', "
       "'./db/sql/002_bees.sql:/i/2.sql', './db/sql/003_cats.sql:/i/3.sql', "
       "'./db/sql/005_eels.sql:/i/5.sql']\n"},
  });
}

// The same names in other directories of the project.
struct Sibling {
  const char* what;
  const char* path;
  const char* folder; // before each name, as the list writes it
  const char* expected;
};

TEST(EntryForms, TellSiblingsApart) {
  const Sibling siblings[] = {
      {"by path", "tools/a.go", "../b/sql/", "b/sql"},
      {"by path from the root", "tools/a.go", "a/sql/", "a/sql"},
      {"by place", "b/run/a.go", "", "b/sql"},
      {"by place, with a tail", "a/run/a.go", "sql/", "a/sql"},
      {"class path",
       "web/src/test/java/A.go",
       "db/",
       "web/src/main/resources/db"},
      {"served at the root", "site/src/a.go", "/steps/", "site/public/steps"},
      {"assets", "app/lib/a.go", "assets/steps/", "app/assets/steps"},
  };
  for (const Sibling& row : siblings) {
    Project project("a/sql");
    for (const char* folder :
         {"b/sql",
          "web/src/main/resources/db",
          "api/src/main/resources/db",
          "site/public/steps",
          "shop/public/steps",
          "app/assets/steps",
          "kit/assets/steps"}) {
      project.directory(sample::directory(folder, shapes::names));
    }
    std::string text = "var x = []string{";
    for (const char* name : {"001_ants", "002_bees", "003_cats", "005_eels"}) {
      text += "\"" + std::string(row.folder) + name + ".sql\", ";
    }
    project.source(row.path, text + "}\n");
    EXPECT_EQ(
        project.summary(),
        std::string(row.expected) + ": 001 002 003 005 -004\n")
        << row.what;
  }
}

TEST(EntryForms, FoldersAreMigrations) {
  Project project("unused");
  project.directory(sample::directory(
      "m", {"2024-01-01_ants/", "2024-01-02_bees/", "2024-01-03_cats/"}));
  project.source(
      "a.rs",
      "const A: [&str; 2] = [include_str!(\"m/2024-01-01_ants/up.sql\"), "
      "include_str!(\"m/2024-01-02_bees/up.sql\")];");
  project.source("b.ts", "const b = ['2024-01-01_ants', '2024-01-02_bees'];");
  EXPECT_EQ(
      project.summary(),
      "m: 2024 2024 -2024\n"
      "m: 2024 2024\n");
}

TEST(EntryForms, BareTagsOnlyInPlansAndJournals) {
  const std::vector<std::string> bare = {
      "ants.sql", "bees.sql", "cats.sql", "dogs.sql", "eels.sql"};
  const auto summary = [&](const char* path, const char* source) {
    Project project("unused");
    project.directory(sample::directory("deploy", bare));
    project.source(path, source);
    std::string text;
    for (const MigrationList& list : project.lists()) {
      text += list.directory == nullptr ? "?" : list.directory->path;
      for (const Migration* missing : list.missing) {
        text += " -" + missing->entry;
      }
    }
    return text;
  };
  EXPECT_EQ(
      summary(
          "sqitch.plan",
          "%project=x\n\nants 2024-01-01T00:00:00Z A <a@b> # x\n"
          "bees [ants] 2024-01-01T00:00:00Z A <a@b> # dogs\n"
          "cats [ants bees] 2024-01-01T00:00:00Z A <a@b> # x\n"
          "eels 2024-01-01T00:00:00Z A <a@b> # x\n"),
      "deploy -dogs.sql");
  EXPECT_EQ(
      summary(
          "deploy/meta/_journal.json",
          R"({"entries": [{"tag": "ants"}, {"tag": "bees"}, {"tag": "cats"}, {"tag": "eels"}]})"),
      "deploy -dogs.sql");
  EXPECT_EQ(
      summary("a.go", R"(var x = []string{"ants", "bees", "cats", "eels"})"),
      "");
}

} // namespace
} // namespace migcheck::lists
