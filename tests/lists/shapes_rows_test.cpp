// Shape J: rows in SQL text.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;
using shapes::Project;

TEST(RowsShape, InSqlAndInStrings) {
  check({
      {"names",
       "db/seed/applied.sql",
       R"(
INSERT INTO schema_migrations (filename) VALUES
  ('001_ants.sql'),
  ...
  ('005_eels.sql')
ON CONFLICT DO NOTHING;
)",
       "\n  ('004_dogs.sql'),"},
      {"versions with words",
       "db/init.sql",
       R"(
INSERT INTO app.migration (id, version)
VALUES
    (0, '001 Add ants'),
    (1, '002 Add bees'),
    (2, '003 Add cats'),
    (3, '005 Add eels');
)",
       "no fix"},
      {"leading commas",
       "db/init.sql",
       R"(
INSERT INTO steps VALUES
    (1, '001_ants')
  , (2, '002_bees')
  , (3, '003_cats')
  , (5, '005_eels');
)",
       "\n  , (4, '004_dogs')"},
      {"a statement for each",
       "db/init.sql",
       R"(
INSERT INTO steps (name) VALUES ('001_ants.sql');
...
)",
       "\nINSERT INTO steps (name) VALUES ('004_dogs.sql');"},
      {"dumped",
       "db/structure.sql",
       "COPY public.steps (name) FROM stdin;\n"
       "001_ants.sql\n002_bees.sql\n"
       "003_cats.sql\n005_eels.sql\n\\.\n",
       "\n004_dogs.sql"},
      {"psql includes",
       "db/all.sql",
       R"(
BEGIN;
\i sql/001_ants.sql
...
COMMIT;
)",
       "\n\\i sql/004_dogs.sql"},
      {"mysql includes",
       "db/all.sql",
       R"(
source sql/001_ants.sql;
...
)",
       "\nsource sql/004_dogs.sql;"},
      {"sqlplus includes",
       "db/all.sql",
       R"(
@@sql/001_ants.sql
...
)",
       "\n@@sql/004_dogs.sql"},
      {"go string",
       "db/boot.go",
       R"(package db

const bootstrap = `INSERT INTO steps (name) VALUES
	('001_ants.sql'),
	...
	('005_eels.sql')`
)",
       "\n\t('004_dogs.sql'),"},
      {"python string",
       "db/boot.py",
       R"(
execute("""
    insert into steps (name)
    values ('001_ants.sql'), ('002_bees.sql'), ('003_cats.sql'), ('005_eels.sql')
""")
)",
       " ('004_dogs.sql'),"},
      {"shell string",
       "db/boot.sh",
       R"(
run_sql "INSERT INTO steps (name) VALUES
  ('001_ants.sql'),
  ...
  ('005_eels.sql')
ON CONFLICT DO NOTHING;"
)",
       "\n  ('004_dogs.sql'),"},
      {"yaml scalar",
       "deploy/boot.yaml",
       R"(
data:
  boot.sql: |
    INSERT INTO steps (name) VALUES
      ('001_ants.sql'),
      ...
      ('005_eels.sql');
)",
       "\n      ('004_dogs.sql'),"},
  });
}

TEST(RowsShape, AskingForNamesIsNoList) {
  Project project;
  project.source("db/check.sql", R"(
SELECT * FROM steps WHERE name IN ('001_ants.sql', '002_bees.sql');
DELETE FROM steps WHERE name = '001_ants.sql';
DELETE FROM steps WHERE name = '002_bees.sql';
-- VALUES ('001_ants.sql'), ('002_bees.sql')
SELECT 'run 001_ants.sql and 002_bees.sql';
)");
  EXPECT_EQ(project.summary(), "");
}

} // namespace
} // namespace migcheck::lists
