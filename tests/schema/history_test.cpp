#include "ddl/recognise.hpp"
#include "schema/history.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck::schema {
namespace {

using Texts = std::vector<std::string>;

struct UpDown {
  std::string up;
  std::string down;
};

MigrationDirectory directory_of(const std::vector<UpDown>& migrations) {
  MigrationDirectory directory;
  directory.path = "migrations";
  for (const UpDown& texts : migrations) {
    Migration& migration = directory.migrations.emplace_back();
    migration.entry = std::to_string(directory.migrations.size());
    migration.version = migration.entry;
    migration.path = "migrations/" + migration.entry;
    migration.file.script = std::make_shared<const ddl::Script>(
        ddl::recognise_text(texts.up, directory.dialect));
    if (texts.down.empty()) {
      continue;
    }
    ddl::Script down = ddl::recognise_text(texts.down, directory.dialect);
    for (ddl::Recognised& statement : down) {
      statement.section = Section::down;
    }
    migration.down_file.make().script =
        std::make_shared<const ddl::Script>(std::move(down));
  }
  return directory;
}

Texts names_of(const std::vector<Fact>& facts) {
  Texts names;
  for (const Fact& fact : facts) {
    names.push_back((fact.table.empty() ? "" : fact.table + '.') + fact.name);
  }
  return names;
}

TEST(History, KnowsWhatADownDoesNotUndo) {
  const MigrationDirectory directory = directory_of(
      {{"CREATE TABLE t (a int, b int CHECK (b > 0));", "DROP TABLE t;"},
       {"CREATE INDEX i ON t (a); ALTER TABLE t ADD COLUMN c int;",
        "ALTER TABLE t DROP COLUMN c;"},
       {"ALTER TABLE t DROP COLUMN b;", "ALTER TABLE t ADD COLUMN b bigint;"},
       {"ALTER TABLE t RENAME TO u;", "ALTER TABLE u RENAME TO t;"},
       {"DROP TABLE u;", "CREATE TABLE u (a int, c int);"}});
  const auto history = replay(directory, WithDowns::yes);
  ASSERT_EQ(history->undo.size(), 3U);
  EXPECT_EQ(history->undo[0].migration, 1U);
  EXPECT_EQ(names_of(history->undo[0].left), Texts{"t.i"});
  EXPECT_EQ(names_of(history->undo[1].lost), Texts{"t.t_b_check"});
  EXPECT_EQ(names_of(history->undo[1].changed), Texts{"t.b"});
  EXPECT_EQ(history->undo[2].migration, 4U);
  EXPECT_EQ(names_of(history->undo[2].lost), Texts{"u.i"});
}

TEST(History, SaysNothingOfDownsThatAreNotKnown) {
  const MigrationDirectory directory = directory_of(
      {{"CREATE TABLE t (id serial PRIMARY KEY, a int NOT NULL, d date);"
        "CREATE UNIQUE INDEX t_a ON t (a);",
        ""},
       // what is made where it is needed
       {"ALTER TABLE t DROP CONSTRAINT t_pkey,"
        " ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_a, DROP COLUMN id;",
        "DO $$ BEGIN IF (SELECT count(*) FROM t) < 9 THEN"
        " ALTER TABLE t ADD COLUMN id serial;"
        " CREATE UNIQUE INDEX t_tmp ON t (id);"
        " CREATE UNIQUE INDEX t_a ON t (a); END IF; END $$;"
        "ALTER TABLE t DROP CONSTRAINT t_pkey,"
        " ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_tmp;"},
       // a `;` is missing
       {"ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);"
        "ALTER TABLE t ALTER COLUMN d TYPE timestamp;",
        "ALTER TABLE t DROP CONSTRAINT c\n"
        "ALTER TABLE t ALTER COLUMN d TYPE date;"}});
  EXPECT_TRUE(replay(directory, WithDowns::yes)->undo.empty());
}

TEST(History, GoesOnAfterTheUpPartAlone) {
  const std::vector<UpDown> migrations = {
      {"CREATE TABLE t (a int);", "DROP TABLE t;"},
      {"ALTER TABLE t ADD b int;", "ALTER TABLE t DROP b, DROP a;"},
      {"CREATE TABLE u (LIKE t);", "DROP TABLE u, t;"}};
  const MigrationDirectory directory = directory_of(migrations);
  const auto with = replay(directory, WithDowns::yes);
  const auto without = replay(directory, WithDowns::no);
  std::vector<Fact> facts[2];
  for (const auto* history : {with.get(), without.get()}) {
    std::vector<Fact>& found = facts[history == with.get() ? 0 : 1];
    for (Id id = 0; id < history->catalogue.relations.size(); ++id) {
      add_facts(history->catalogue, history->catalogue.relations[id], found);
    }
  }
  EXPECT_EQ(facts[0], facts[1]);
  EXPECT_EQ(facts[0].size(), 6U);
}

TEST(History, IsTakenFromWhoeverKeepsIt) {
  MigrationDirectory directory =
      directory_of({{"CREATE TABLE t (a int);", ""}});
  const auto made = history_of(directory);
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->catalogue.relations.size(), 1U);
  EXPECT_NE(history_of(directory), made);
  directory.history = made;
  EXPECT_EQ(history_of(directory), made);
}

TEST(History, ReportsForeignKeysThatACascadeTakes) {
  const MigrationDirectory directory = directory_of(
      {{"CREATE TABLE a (x int PRIMARY KEY) PARTITION BY RANGE (x);"
        "CREATE TABLE p PARTITION OF a DEFAULT;"
        "CREATE TABLE b (x int REFERENCES a);",
        ""},
       {"DROP TABLE p CASCADE;", ""}});
  const auto history = replay(directory, WithDowns::no);
  ASSERT_EQ(history->events.size(), 1U);
  EXPECT_EQ(history->events[0].kind, EventKind::constraint_dropped);
  EXPECT_EQ(history->events[0].object, "b_x_fkey");
  EXPECT_EQ(history->events[0].cause, "p");
  EXPECT_EQ(history->events[0].references, "a");
}

TEST(History, ForgetsForeignKeysThatAreMadeAgain) {
  const MigrationDirectory directory = directory_of(
      {{"CREATE TABLE a (x int PRIMARY KEY);"
        "CREATE TABLE b (x int REFERENCES a);",
        ""},
       {"ALTER TABLE a DROP CONSTRAINT a_pkey CASCADE, ADD PRIMARY KEY (x);"
        "ALTER TABLE b ADD FOREIGN KEY (x) REFERENCES a;",
        ""}});
  EXPECT_TRUE(replay(directory, WithDowns::no)->events.empty());
}

TEST(History, SaysNothingOfWhatItCannotKnow) {
  MigrationDirectory directory = directory_of(
      {{"DO $$ BEGIN EXECUTE 'CREATE TABLE made_' || now(); END $$;"
        "ALTER TABLE made_today ADD COLUMN x int;",
        ""}});
  EXPECT_TRUE(replay(directory, WithDowns::no)->events.empty());
  directory = directory_of({{"ALTER TABLE nothing ADD COLUMN x int;", ""}});
  EXPECT_EQ(replay(directory, WithDowns::no)->events.size(), 1U);
  directory.code.emplace_back();
  EXPECT_TRUE(replay(directory, WithDowns::no)->events.empty());
}

} // namespace
} // namespace migcheck::schema
