// What a script hands to a database or to a runner.
#include "runs/shell.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck::runs {
namespace {

std::string shown(std::string text) {
  for (char& c : text) {
    c = c == unknown_part ? '?' : c == root_part ? '@' : c;
  }
  return text;
}

// "tool files order", one line for each use.
std::string describe(const std::vector<NamedUse>& uses) {
  const std::vector<std::string> orders = {
      "written", "name", "number", "time", "unsorted", "unknown"};
  std::string text;
  for (const NamedUse& use : uses) {
    text += text.empty() ? "" : "; ";
    text += use.tool + (use.whole ? "" : " cut");
    for (const std::string& pattern : use.files.patterns) {
      text += " " + shown(pattern);
    }
    if (!use.runner) {
      text += " " + orders[static_cast<std::size_t>(use.files.order)];
    }
    for (const Mount& mount : use.mounts) {
      text += " " + shown(mount.source) + "=" + mount.target;
    }
  }
  return text;
}

std::string uses_of(const std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<NamedUse> uses;
  read_shell(plain_script(text, {0, size}), {"", "scripts/run.sh", {}}, uses);
  return describe(uses);
}

struct Row {
  std::string_view script;
  std::string_view uses;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(uses_of(std::string(row.script)), row.uses) << row.script;
  }
}

TEST(Shell, FollowsFilesToClients) {
  expect({
      {"psql -f a/1.sql", "psql a/1.sql written"},
      {"psql -d db -v ON_ERROR_STOP=1 -qXf a/1.sql", "psql a/1.sql written"},
      {"psql --file=a/1.sql --file a/2.sql",
       "psql a/1.sql written; psql a/2.sql written"},
      {"psql < a/1.sql", "psql a/1.sql written"},
      {"docker exec -i db psql -U x < a/1.sql 2>&1 > /dev/null",
       "psql a/1.sql written"},
      {"PGPASSWORD=x psql -f a/1.sql", "psql a/1.sql written"},
      {"cat a/*.sql | psql", "psql a/*.sql name"},
      {"cat a/1.sql a/2.sql | docker compose exec -T db psql",
       "psql a/1.sql a/2.sql written"},
      {"envsubst < a/1.sql | psql", "psql a/1.sql written"},
      {"mysql -u root db < a/1.sql", "mysql a/1.sql written"},
      {"sqlite3 x.db < a/1.sql", "sqlite3 a/1.sql written"},
      {"sqlite3 x.db '.read a/1.sql'", "sqlite3 a/1.sql written"},
      {"psql -c '\\i a/1.sql'", "psql a/1.sql written"},
      {"bash -c 'psql -f a/1.sql'", "psql a/1.sql written"},
      {"docker run -v ./a:/m postgres psql -f /m/1.sql",
       "psql /m/1.sql written a=/m"},
      {"psql -c 'SELECT 1'", ""},
      {"echo psql -f a/1.sql", ""},
      {"echo \"psql -f a/1.sql\"", ""},
      {"# psql -f a/1.sql", ""},
      {"which psql < a/1.sql", ""},
      {"cat <<EOF\npsql -f a/1.sql\nEOF\n", ""},
  });
}

TEST(Shell, FollowsLoops) {
  expect({
      {"for f in a/*.sql; do psql -f \"$f\"; done", "psql a/*.sql name"},
      {"for f in a/*.sql\ndo\n  psql < $f || exit 1\ndone",
       "psql a/*.sql name"},
      {"for f in a/1.sql a/2.sql; do psql -f $f; done",
       "psql a/1.sql a/2.sql written"},
      {"for f in $(ls a/*.sql | sort -V); do psql -f $f; done",
       "psql a/*.sql number"},
      {"for f in `ls -v a/*.sql`; do psql -f $f; done", "psql a/*.sql number"},
      {"for f in $(ls -tr a/*.sql); do psql -f $f; done",
       "psql a/*.sql unknown"},
      {"for f in $(ls -t a/*.sql); do psql -f $f; done", "psql a/*.sql time"},
      {"for f in $(ls a); do psql -f a/$f; done", "psql a/* name"},
      {"for f in $(find a -name '*.sql'); do psql -f $f; done",
       "psql a/**/*.sql unsorted"},
      {"find a -maxdepth 1 -name '*.sql' | sort | while read -r f; do\n"
       "  psql -f \"$f\"\ndone",
       "psql a/*.sql name"},
      {"while IFS= read -r f; do psql -f \"$f\"; done"
       " < <(find a -name '*.sql' | sort)",
       "psql a/**/*.sql name"},
      {"while read -r d; do\n  for x in 1 2; do :; done\n"
       "  while read -r f; do psql -f \"$f\"; done < <(ls b)\n"
       "done < <(ls a)",
       "psql b/* name"},
      {"while read -r f; do\n  for x in 1 2; do :; done\n"
       "  psql -f \"$f\"\ndone < <(ls a)",
       "psql a/* name"},
      {"find a -name '*.sql' -exec psql -f {} \\;", "psql a/**/*.sql unsorted"},
      {"ls a/*.sql | xargs -n1 psql -f", "psql a/*.sql name"},
      {"find a -name '*.sql' | sort -n | xargs -I{} psql -f {}",
       "psql a/**/*.sql number"},
      {"files=(a/*.sql)\nfor f in \"${files[@]}\"; do psql -f \"$f\"; done",
       "psql a/*.sql name"},
      {"m=$(find ./a/*)\nfor f in $m; do psql -f $f; done",
       "psql a/* unsorted"},
      {"mapfile -t files < <(ls a/*.sql | sort)\n"
       "for f in \"${files[@]}\"; do psql -f \"$f\"; done",
       "psql a/*.sql name"},
      {"for d in a/*/; do psql -f \"$d/up.sql\"; done", "psql a/*/up.sql name"},
      {"for f in a/*.sql; do cat $f; done | psql", "psql a/*.sql name"},
      {"for f in a/*.sql; do docker cp $f db:/tmp/$(basename $f);"
       " docker exec db psql -f /tmp/$(basename $f); done",
       "psql a/*.sql name"},
      {"for f in $(ls a/*.sql | sort -r); do psql -f $f; done",
       "psql a/*.sql unknown"},
  });
}

TEST(Shell, KnowsWhatFiltersCutAway) {
  expect({
      {"sed '/Down/,$d' a/1.sql | psql", "psql cut a/1.sql written"},
      {"for f in a/*.sql; do sed '/-- +goose Down/,$d' \"$f\" | psql; done",
       "psql cut a/*.sql name"},
      {"for f in a/*.sql; do\n"
       "  sed -n '1,/Down/p' \"$f\" | grep -v Down | psql\ndone",
       "psql cut a/*.sql name"},
      {"awk '/Down/ {exit} {print}' a/1.sql | psql",
       "psql cut a/1.sql written"},
      {"cat a/1.sql | ./only-up | psql", "psql cut a/1.sql written"},
      {"psql -f <(sed '/Down/,$d' a/1.sql)", "psql cut a/1.sql written"},
      {"for f in a/*.sql; do sed '/Down/,$d' $f > /tmp/$(basename $f);"
       " psql -f /tmp/$(basename $f); done",
       "psql /tmp/?? written"},
      {"for f in a/*.sql; do psql -f \"${f%.sql}.up.sql\"; done",
       "psql ?.up.sql? written"},
      {"sed '/Down/,$d' a/1.sql > /tmp/x.sql\npsql -f /tmp/x.sql",
       "psql /tmp/x.sql written"},
  });
}

TEST(Shell, FollowsVariablesAndFolders) {
  expect({
      {"D=a/b\npsql -f $D/1.sql", "psql a/b/1.sql written"},
      {"D=\"${1:-a}\"\npsql -f \"$D/1.sql\"", "psql a/1.sql written"},
      {"psql -f \"$X/a/1.sql\"", "psql ?/a/1.sql written"},
      {"D=a\npsql -f ${Dx", "psql ? written"},
      {"psql -f \"$(pwd)/a/1.sql\"", "psql a/1.sql written"},
      {"psql -f $PWD/a/1.sql", "psql a/1.sql written"},
      {"cd a && psql -f 1.sql", "psql a/1.sql written"},
      {"(cd a && psql -f 1.sql); psql -f 2.sql",
       "psql a/1.sql written; psql 2.sql written"},
      {"cd \"$(dirname \"$0\")/..\"\npsql -f a/1.sql",
       "psql @/scripts/../a/1.sql written"},
      {"R=\"$(cd \"$(dirname \"${BASH_SOURCE[0]}\")/..\" && pwd)\"\n"
       "psql -f \"$R/a/1.sql\"",
       "psql @/scripts/../a/1.sql written"},
      {"psql -f \"$(git rev-parse --show-toplevel)/a/1.sql\"",
       "psql @/a/1.sql written"},
      {"P='docker exec -i db psql'\n$P -f a/1.sql", "psql a/1.sql written"},
      {"run() { psql -f a/1.sql; }", "psql a/1.sql written"},
      {"if psql -f a/1.sql; then echo ok; fi", "psql a/1.sql written"},
      {"case $x in\n up) psql -f a/1.sql ;;\nesac", "psql a/1.sql written"},
      {"psql \\\n  -f a/1.sql", "psql a/1.sql written"},
  });
}

TEST(Shell, FollowsWhatHereDocumentsInclude) {
  expect({
      {"psql <<EOF\n\\i a/1.sql\nSELECT 1;\n  \\ir 'a/2.sql'\nEOF",
       "psql a/1.sql a/2.sql written"},
      {"psql -v x=1 \"$DB\" <<-'SQL' | tee log\n\t\\i a/1.sql\n\tSQL\ncd b",
       "psql a/1.sql written"},
      {"docker exec -i db psql <<EOF\n\\include $DIR/1.sql\nEOF",
       "psql ?/1.sql written"},
      {"D=a\npsql <<EOF\n\\i ${D}/1.sql\nEOF", "psql a/1.sql written"},
      {"D=a\npsql <<'EOF'\n\\i $D/1.sql\nEOF", "psql $D/1.sql written"},
      {"mysql db <<EOF\nsource a/1.sql;\n\\. a/2.sql\nEOF",
       "mysql a/1.sql a/2.sql written"},
      {"sqlite3 x.db <<EOF\n.read a/1.sql\nEOF", "sqlite3 a/1.sql written"},
      {"psql <<A; psql <<B\n\\i a/1.sql\nA\n\\i a/2.sql\nB\ncd b\npsql -f "
       "3.sql",
       "psql a/1.sql written; psql a/2.sql written; psql b/3.sql written"},
      {"cat > x.sql <<EOF\n\\i a/1.sql\nEOF\npsql -f a/2.sql",
       "psql a/2.sql written"},
      {"psql <<EOF\n-- \\i a/1.sql\nsay source a/1.sql\n\\i\n\\i a b\nEOF", ""},
      {"psql <<EOF\n\\i a/1.sql", "psql a/1.sql written"},
      {"<<EOF\n\\i a/1.sql\nEOF\npsql -f a/2.sql", "psql a/2.sql written"},
  });
}

TEST(Shell, FollowsWhatFunctionsAreCalledWith) {
  expect({
      {"run() { psql -f \"$1\"; }\nrun a/1.sql",
       "psql ? written; psql a/1.sql written"},
      {"run() {\n  echo $1\n  psql -f \"$1\"\n}\nrun a/1.sql\nrun a/2.sql",
       "psql ? written; psql a/1.sql written; psql a/2.sql written"},
      {"function run {\n  psql \"$1\" -f \"${2}\"\n}\nrun db a/1.sql",
       "psql ? written; psql a/1.sql written"},
      {"run()\n{\n  psql -f \"$1\"\n}\nrun a/1.sql",
       "psql ? written; psql a/1.sql written"},
      {"run() {\n  local f=$1\n  psql -f \"a/$f\"\n}\nrun 1.sql",
       "psql a/? written; psql a/1.sql written"},
      {"run() { psql -f \"$1\"; }\nfor f in a/*.sql; do run \"$f\"; done",
       "psql ? written; psql a/*.sql name"},
      {"run() { local d=$1; shift; psql -f $d/$1; }\nrun a 1.sql",
       "psql ?/? written; psql a/1.sql written"},
      {"run() { shift 2; psql -f $1; }\nrun x y a/1.sql",
       "psql ? written; psql ? written"},
      {"run() { psql \"$@\"; }\nrun -f a/1.sql", "psql a/1.sql written"},
      {"run() { for f in \"$@\"; do psql -f $f; done; }\nrun a/1.sql a/2.sql",
       "psql ? written; psql a/1.sql a/2.sql written"},
      {"psql() { command psql \"$@\"; }\npsql -f a/1.sql",
       "psql a/1.sql written"},
      {"run() { psql -f a/1.sql; }\nrun b/2.sql", "psql a/1.sql written"},
      {"run() { psql -f \"$1\"; run \"$1\"; }",
       "psql ? written; psql ? written; psql ? written; psql ? written; psql "
       "? written"},
      {"run() { psql -f \"$1\"", "psql ? written"},
      {"run a/1.sql\nrun() { psql -f \"$1\"; }", "psql ? written"},
  });
}

TEST(Shell, KnowsRunnersAndTheirDirectories) {
  expect({
      {"goose -dir a postgres \"$DSN\" up", "goose a"},
      {"goose -dir=a/ up", "goose a"},
      {"cd a && goose postgres x up", "goose a"},
      {"GOOSE_MIGRATION_DIR=a goose up", "goose a"},
      {"export GOOSE_MIGRATION_DIR=a\ngoose up", "goose a"},
      {"GOOSE_MIGRATION_DIR=a\nGOOSE_MIGRATION_DIR=b goose up\ngoose up",
       "goose b; goose a"},
      {"goose -dir a create x sql", ""},
      {"go install github.com/pressly/goose/v3/cmd/goose@latest", ""},
      {"go run github.com/pressly/goose/v3/cmd/goose@v3 -dir a up", "goose a"},
      {"migrate -path a -database x up", "migrate a"},
      {"migrate -source file://a -database x up", "migrate a"},
      {"migrate create -ext sql -dir a x", ""},
      {"npm run migrate", ""},
      {"docker run -v $(pwd)/a:/m migrate/migrate:v4 -path=/m/ up",
       "migrate /m a=/m"},
      {"dbmate up", "dbmate db/migrations"},
      {"dbmate -d a up", "dbmate a"},
      {"dbmate --migrations-dir a migrate", "dbmate a"},
      {"dbmate new x", ""},
      {"flyway -locations=filesystem:a migrate", "flyway a"},
      {"flyway migrate", ""},
      {"sqlx migrate run", "sqlx migrations"},
      {"cargo sqlx migrate run --source a", "sqlx a"},
      {"sqlx database create", ""},
      {"diesel migration run", "diesel migrations"},
      {"diesel migration run --migration-dir a", "diesel a"},
  });
}

// Whatever is cut off, the reader ends and stays inside the text.
TEST(Shell, SurvivesEveryBeginningOfAScript) {
  const std::string script =
      "R=\"$(cd \"$(dirname \"$0\")\" && pwd)\"; x=(a b `ls c`)\n"
      "find $R/a -name '*.sql' | sort | while read -r f; do\n"
      "  (sed 's/x/$(y)/' < <(cat \"${f%.sql}\") | psql -f - <<< \"$f\") &&\n"
      "  sh -c \"psql -f '$f'\" || for g in $(ls -t \"$f\"); do :; done\n"
      "done < <(ls a)\ncat <<EOF | psql\n$(x\nEOF\n";
  for (std::size_t size = 0; size <= script.size(); ++size) {
    uses_of(script.substr(0, size));
    uses_of(script.substr(script.size() - size));
  }
}

// Values that hold themselves twice must not double without end.
TEST(Shell, KeepsGrowingValuesSmall) {
  std::string script = "a=x\nfor f in a/*.sql; do :; done\n";
  for (int i = 0; i < 64; ++i) {
    script += "a=$a$a\nfor f in $f $f; do :; done\nb=$(echo $a; c=$(ls $f))\n";
  }
  EXPECT_EQ(uses_of(script + "psql -f 1.sql"), "psql 1.sql written");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

// `before` and `after` with a number between them.
std::string
numbered(std::string_view before, std::string_view after, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += before;
    all += std::to_string(i);
    all += after;
  }
  return all;
}

// What would take minutes if any of it were quadratic.
TEST(Shell, TakesLinearTime) {
  constexpr std::size_t n = 10000;
  const std::string many = "x=(" + repeated("a ", n) + ")\n";
  const std::vector<std::string> scripts = {
      repeated("$(", n),
      '"' + repeated("$(", n) + '"',
      repeated("\"$(\" ", n),
      repeated("echo ${a\n", n),
      numbered("export A", "=1\n", n) + repeated("foo\n", n),
      repeated("while read x\ndo\n", n),
      repeated("cd aa\n", n) + repeated("( ", n) + repeated(" )", n),
      "x=(a b)\n" + repeated("x=($x $x)\n", n),
      many + repeated("echo $x/a\n", n),
      many + "cat $x " + repeated("| cat", n),
      "a=" + repeated("b", 4000) + "\n" + repeated("echo $a $a\n", n),
      "a=" + repeated("b", 4000) + "\n" + numbered("A", "=$a\n", n),
      "while read x; do\n" + repeated("read x\n", n) + "done < <(" +
          repeated("echo a;", n) + ")"};
  for (const std::string& script : scripts) {
    EXPECT_EQ(uses_of(script + "\npsql -c x"), "") << script.substr(0, 40);
  }
}

} // namespace
} // namespace migcheck::runs
