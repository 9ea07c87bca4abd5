// Shape H: containers, workflows and shell.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;

TEST(ScriptShape, Shell) {
  check({
      {"loop",
       "db/run.sh",
       R"(
for f in 001_ants 002_bees 003_cats 005_eels; do
  psql -f "sql/$f.sql"
done
)",
       " 004_dogs"},
      {"array",
       "db/run.sh",
       R"(
steps=(
  001_ants.sql
  ...
)
)",
       "\n  004_dogs.sql"},
      {"commands",
       "db/run.sh",
       R"(
psql -f sql/001_ants.sql
...
)",
       "\npsql -f sql/004_dogs.sql"},
      {"redirected",
       "db/run.sh",
       R"(
psql "$DB" < sql/001_ants.sql
...
)",
       "\npsql \"$DB\" < sql/004_dogs.sql"},
      {"calls of a function",
       "db/run.sh",
       R"(
apply() {
  psql -v ON_ERROR_STOP=1 -f "$1"
}
apply sql/001_ants.sql
...
)",
       "\napply sql/004_dogs.sql"},
      {"calls of a function that knows the folder",
       "db/run.sh",
       R"(
function apply {
  local file=$2
  psql "$1" -f "sql/$file"
}
apply "$DB" 001_ants.sql
...
)",
       "\napply \"$DB\" 004_dogs.sql"},
      {"one command",
       "db/run.sh",
       R"(
cat sql/001_ants.sql sql/002_bees.sql sql/003_cats.sql sql/005_eels.sql | psql
)",
       " sql/004_dogs.sql"},
      {"case",
       "db/run.sh",
       R"(
case "$version" in
  0) run sql/001_ants.sql ;;
  1) run sql/002_bees.sql ;;
  2) run sql/003_cats.sql ;;
  4) run sql/005_eels.sql ;;
esac
)",
       "no fix"},
      {"elif",
       "db/run.sh",
       R"(
if [ "$v" -lt 1 ]; then
  run sql/001_ants.sql
elif [ "$v" -lt 2 ]; then
  run sql/002_bees.sql
elif [ "$v" -lt 3 ]; then
  run sql/003_cats.sql
elif [ "$v" -lt 5 ]; then
  run sql/005_eels.sql
fi
)",
       "no fix"},
      {"string of names",
       "db/run.sh",
       R"(
STEPS="001_ants.sql 002_bees.sql 003_cats.sql 005_eels.sql"
)",
       " 004_dogs.sql"},
      {"here document",
       "db/run.sh",
       R"(
psql <<'SQL'
\i sql/001_ants.sql
...
SQL
)",
       "\n\\i sql/004_dogs.sql"},
      {"powershell",
       "run.ps1",
       R"(
psql -f 'sql/001_ants.sql'
...
)",
       "\npsql -f 'sql/004_dogs.sql'"},
      {"batch",
       "run.bat",
       R"(
sqlcmd -i sql\001_ants.sql
...
)",
       "\nsqlcmd -i sql\\004_dogs.sql"},
      {"make recipe",
       "Makefile",
       R"(
migrate:
	psql -f db/sql/001_ants.sql
	...
)",
       "\n\tpsql -f db/sql/004_dogs.sql"},
  });
}

TEST(ScriptShape, ContainersAndWorkflows) {
  check({
      {"dockerfile",
       "Dockerfile",
       R"(FROM postgres
COPY db/sql/001_ants.sql /docker-entrypoint-initdb.d/1.sql
...
)",
       "\nCOPY db/sql/004_dogs.sql /docker-entrypoint-initdb.d/4.sql"},
      {"dockerfile, one COPY",
       "Dockerfile",
       R"(FROM postgres
COPY db/sql/001_ants.sql db/sql/002_bees.sql \
     db/sql/003_cats.sql db/sql/005_eels.sql \
     /docker-entrypoint-initdb.d/
)",
       " db/sql/004_dogs.sql"},
      {"dockerfile, json form",
       "Dockerfile",
       R"(FROM postgres
COPY ["db/sql/001_ants.sql", "db/sql/002_bees.sql", "db/sql/003_cats.sql", "db/sql/005_eels.sql", "/init/"]
)",
       " \"db/sql/004_dogs.sql\","},
      {"compose volumes",
       "compose.yaml",
       R"(
services:
  db:
    volumes:
      - data:/var/lib/postgresql
      - ./db/sql/001_ants.sql:/docker-entrypoint-initdb.d/001_ants.sql:ro
      ...
)",
       "\n      - "
       "./db/sql/004_dogs.sql:/docker-entrypoint-initdb.d/004_dogs.sql:ro"},
      {"compose volumes, long",
       "compose.yaml",
       R"(
services:
  db:
    volumes:
      - type: bind
        source: ./db/sql/001_ants.sql
        target: /docker-entrypoint-initdb.d/001_ants.sql
      - type: bind
        source: ./db/sql/002_bees.sql
        target: /docker-entrypoint-initdb.d/002_bees.sql
      - type: bind
        source: ./db/sql/003_cats.sql
        target: /docker-entrypoint-initdb.d/003_cats.sql
      - type: bind
        source: ./db/sql/005_eels.sql
        target: /docker-entrypoint-initdb.d/005_eels.sql
)",
       "\n      - type: bind\n        source: ./db/sql/004_dogs.sql\n        "
       "target: /docker-entrypoint-initdb.d/004_dogs.sql"},
      {"compose command",
       "compose.yaml",
       R"(
services:
  migrate:
    command: >
      sh -c "psql -f /sql/001_ants.sql &&
             psql -f /sql/002_bees.sql &&
             psql -f /sql/003_cats.sql &&
             psql -f /sql/005_eels.sql"
    volumes:
      - ./db/sql:/sql
)",
       "no fix"},
      {"github workflow",
       ".github/workflows/ci.yml",
       R"(
jobs:
  test:
    steps:
      - uses: actions/checkout@v4
      - name: Migrate
        run: |
          psql -f db/sql/001_ants.sql
          psql -f db/sql/002_bees.sql
          # psql -f db/sql/004_dogs.sql
          psql -f db/sql/003_cats.sql
          psql -f db/sql/005_eels.sql
)",
       "\n          psql -f db/sql/004_dogs.sql"},
      {"github workflow, a step for each",
       ".github/workflows/ci.yml",
       R"(
jobs:
  test:
    steps:
      - run: psql -f db/sql/001_ants.sql
      ...
)",
       "\n      - run: psql -f db/sql/004_dogs.sql"},
      {"gitlab",
       ".gitlab-ci.yml",
       R"(
test:
  before_script:
    - psql -f db/sql/001_ants.sql
    ...
)",
       "\n    - psql -f db/sql/004_dogs.sql"},
      {"npm scripts",
       "package.json",
       R"({
  "scripts": {
    "migrate": "psql -f db/sql/001_ants.sql && psql -f db/sql/002_bees.sql && psql -f db/sql/003_cats.sql && psql -f db/sql/005_eels.sql"
  }
}
)",
       "no fix"},
      {"kubernetes arguments",
       "deploy/job.yaml",
       R"(
spec:
  containers:
    - name: migrate
      args: ["001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql"]
)",
       " \"004_dogs.sql\","},
      {"kustomize",
       "db/kustomization.yaml",
       R"(
configMapGenerator:
  - name: steps
    files:
      - sql/001_ants.sql
      ...
)",
       "\n      - sql/004_dogs.sql"},
      {"just",
       "justfile",
       R"(
migrate:
    psql -f db/sql/001_ants.sql
    ...
)",
       "\n    psql -f db/sql/004_dogs.sql"},
  });
}

TEST(ScriptShape, AMountThatACommandRuns) {
  check({
      {"once in the mounts",
       "compose.yaml",
       R"(
services:
  one:
    command: psql -f /sql/001_ants.sql
    volumes:
      - ./db/sql/001_ants.sql:/sql/001_ants.sql
      ...
)",
       "\n      - ./db/sql/004_dogs.sql:/sql/004_dogs.sql"},
  });
}

} // namespace
} // namespace migcheck::lists
