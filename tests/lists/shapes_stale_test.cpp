// Removing what is stale, in each syntax: exactly the given bytes go.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::Project;

struct Row {
  const char* what;
  const char* path;
  const char* before;
  const char* gone;
  const char* after;
};

TEST(StaleElements, GoWithTheirMarks) {
  const Row rows[] = {
      {"go",
       "a.go",
       "var x = []string{\n\t\"001_ants.sql\",\n\t\"002_bees.sql\",\n\t"
       "\"003_cats.sql\",\n\t\"004_dogs.sql\",\n\t\"005_eels.sql\",\n",
       "\t\"009_gone.sql\",\n",
       "}\n"},
      {"on one line",
       "a.py",
       "x = ['001_ants.sql', '002_bees.sql', '003_cats.sql', ",
       "'009_gone.sql', ",
       "'004_dogs.sql', '005_eels.sql']\n"},
      {"haskell",
       "A.hs",
       "x =\n  [ \"001_ants.sql\"\n  , \"002_bees.sql\"\n  , \"003_cats.sql\"\n"
       "  , \"004_dogs.sql\"\n",
       "  , \"009_gone.sql\"\n",
       "  , \"005_eels.sql\"\n  ]\n"},
      {"perl",
       "a.pl",
       "my @x = qw(\n  001_ants.sql\n  002_bees.sql\n  003_cats.sql\n  "
       "004_dogs.sql\n",
       "  009_gone.sql\n",
       "  005_eels.sql\n);\n"},
      {"make",
       "Makefile",
       "DATA = db/sql/001_ants.sql \\\n\tdb/sql/002_bees.sql \\\n\t"
       "db/sql/003_cats.sql \\\n\tdb/sql/004_dogs.sql",
       " \\\n\tdb/sql/009_gone.sql",
       " \\\n\tdb/sql/005_eels.sql\n"},
      {"make, the last",
       "Makefile",
       "DATA = db/sql/001_ants.sql \\\n\tdb/sql/002_bees.sql \\\n\t"
       "db/sql/003_cats.sql \\\n\tdb/sql/004_dogs.sql \\\n\t"
       "db/sql/005_eels.sql",
       " \\\n\tdb/sql/009_gone.sql",
       "\n"},
      {"xml",
       "db/a.qrc",
       "<RCC><qresource>\n  <file>sql/001_ants.sql</file>\n  "
       "<file>sql/002_bees.sql</file>\n  <file>sql/003_cats.sql</file>\n  "
       "<file>sql/004_dogs.sql</file>\n",
       "  <file>sql/009_gone.sql</file>\n",
       "  <file>sql/005_eels.sql</file>\n</qresource></RCC>\n"},
      {"compose",
       "compose.yml",
       "volumes:\n  - ./db/sql/001_ants.sql:/i/1.sql\n  - "
       "./db/sql/002_bees.sql:/i/2.sql\n  - ./db/sql/003_cats.sql:/i/3.sql\n"
       "  - ./db/sql/004_dogs.sql:/i/4.sql\n",
       "  - ./db/sql/009_gone.sql:/i/9.sql\n",
       "  - ./db/sql/005_eels.sql:/i/5.sql\n"},
      {"dockerfile",
       "Dockerfile",
       "COPY db/sql/001_ants.sql /i/\nCOPY db/sql/002_bees.sql /i/\nCOPY "
       "db/sql/003_cats.sql /i/\nCOPY db/sql/004_dogs.sql /i/\n",
       "COPY db/sql/009_gone.sql /i/\n",
       "COPY db/sql/005_eels.sql /i/\n"},
      {"rows",
       "a.sql",
       "INSERT INTO t (n) VALUES\n  ('001_ants.sql'),\n  ('002_bees.sql'),\n  "
       "('003_cats.sql'),\n  ('004_dogs.sql'),\n",
       "  ('009_gone.sql'),\n",
       "  ('005_eels.sql');\n"},
      {"json",
       "a.json",
       "{\"x\": [\n  \"001_ants.sql\",\n  \"002_bees.sql\",\n  "
       "\"003_cats.sql\",\n  \"004_dogs.sql\",\n",
       "  \"009_gone.sql\",\n",
       "  \"005_eels.sql\"\n]}\n"},
      {"calls",
       "a.rb",
       "run '001_ants.sql'\nrun '002_bees.sql'\nrun '003_cats.sql'\nrun "
       "'004_dogs.sql'\n",
       "run '009_gone.sql'\n",
       "run '005_eels.sql'\n"},
      {"one per line",
       "db/sql/order.txt",
       "001_ants.sql\n002_bees.sql\n003_cats.sql\n004_dogs.sql\n",
       "009_gone.sql\n",
       "005_eels.sql\n"},
  };
  for (const Row& row : rows) {
    const std::string source = std::string(row.before) + row.gone + row.after;
    Project project;
    project.source(row.path, source);
    const std::vector<MigrationList>& lists = project.lists();
    ASSERT_EQ(lists.size(), 1u) << row.what;
    EXPECT_EQ(lists[0].stale.size(), 1u) << row.what;
    EXPECT_EQ(
        sample::patched(source, lists[0].drop_stale),
        std::string(row.before) + row.after)
        << row.what;
  }
}

} // namespace
} // namespace migcheck::lists
