#include "ddl/recognise.hpp"
#include "schema/inference.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace migcheck::schema {
namespace {

ddl::Script
script_of(std::string_view sql, Dialect dialect = Dialect::postgresql) {
  return ddl::recognise_text(sql, dialect);
}

// `from>on:objects` of each dependency.
std::string inferred(
    const std::vector<std::string>& files,
    Dialect dialect = Dialect::postgresql) {
  std::vector<ddl::Script> kept;
  kept.reserve(files.size());
  Scripts scripts;
  for (const std::string& file : files) {
    scripts.push_back(&kept.emplace_back(script_of(file, dialect)));
  }
  std::string text;
  for (const InferredDependency& one :
       infer_dependencies(scripts, dialect).dependencies) {
    text += (text.empty() ? "" : " ") + std::to_string(one.from) + ">" +
            std::to_string(one.on);
    for (std::size_t i = 0; i < one.objects.size(); ++i) {
      text += (i == 0 ? ":" : ",") + one.objects[i].name;
    }
  }
  return text;
}

constexpr const char* users = "CREATE TABLE users (id bigint PRIMARY KEY);";

struct Case {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};

const Case cases[] = {
    {"nothing in common", {users, "CREATE TABLE b (id int);"}, ""},
    {"foreign key of a column",
     {users, "CREATE TABLE o (u bigint REFERENCES users);"},
     "1>0:users"},
    {"foreign key of a table",
     {users,
      "CREATE TABLE o (u bigint);",
      "ALTER TABLE o ADD FOREIGN KEY (u) REFERENCES users;"},
     "2>0:users 2>1:o"},
    {"the last that changed it",
     {users,
      "ALTER TABLE users ADD a text;",
      "ALTER TABLE users ADD b text;",
      "SELECT 1 FROM users;"},
     "1>0:users 2>1:users 3>2:users"},
    {"a reader changes nothing",
     {users, "INSERT INTO users VALUES (1);", "DELETE FROM users;"},
     "1>0:users 2>0:users"},
    {"index, then its name",
     {users, "CREATE INDEX u ON users (id);", "DROP INDEX u;"},
     "1>0:users 2>1:u"},
    {"view and what it reads",
     {users, "CREATE VIEW v AS SELECT * FROM users;", "DROP VIEW v;"},
     "1>0:users 2>1:v"},
    {"type of a column",
     {"CREATE TYPE mood AS ENUM ('a');", "CREATE TABLE t (m mood);"},
     "1>0:mood"},
    {"array of a type",
     {"CREATE TYPE mood AS ENUM ('a');", "CREATE TABLE t (m mood[]);"},
     "1>0:mood"},
    {"a table's row type",
     {users, "CREATE FUNCTION f(u users) RETURNS int LANGUAGE sql AS '1';"},
     "1>0:users"},
    {"trigger and function",
     {users,
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN END$$;",
      "CREATE TRIGGER t AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION "
      "f();"},
     "2>0:users 2>1:f"},
    {"renamed",
     {users,
      "ALTER TABLE users RENAME TO people;",
      "SELECT 1 FROM people;",
      "SELECT 1 FROM users;"},
     "1>0:users 2>1:people 3>1:users"},
    {"partition and parent",
     {"CREATE TABLE p (d date) PARTITION BY RANGE (d);",
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2025-01-01') TO "
      "('2026-01-01');",
      "INSERT INTO p VALUES ('2025-02-02');"},
     "1>0:p 2>1:p"},
    {"schema and usual schema",
     {"CREATE SCHEMA app; CREATE TABLE app.t (id int);",
      "CREATE TABLE t (id int);",
      "ALTER TABLE app.t ADD a int;",
      "ALTER TABLE public.t ADD a int;"},
     "2>0:app.t 3>1:t"},
    {"search_path",
     {"CREATE SCHEMA app; SET search_path = app; CREATE TABLE t (id int);",
      "SET search_path TO app, public; ALTER TABLE t ADD a int;",
      "ALTER TABLE t ADD b int;"},
     "1>0:app.t"},
    {"names without case",
     {"CREATE TABLE Users (id int);", "ALTER TABLE USERS ADD a int;"},
     "1>0:users"},
    {"quoted names with case",
     {"CREATE TABLE \"Users\" (id int);", "ALTER TABLE users ADD a int;"},
     ""},
    {"dropped and made again",
     {users, "DROP TABLE users;", users},
     "1>0:users 2>1:users"},
    {"a block",
     {users, "DO $$ BEGIN ALTER TABLE users ADD a int; END $$;"},
     "1>0:users"},
};

TEST(Inference, FindsTheLastMigrationThatMadeOrChangedWhatIsTouched) {
  for (const Case& one : cases) {
    EXPECT_EQ(inferred(one.files), one.expected) << one.name;
  }
}

TEST(Inference, ComparesNamesAsTheDialectDoes) {
  const std::vector<std::string> files = {
      "CREATE TABLE `Users` (id int);", "ALTER TABLE users ADD a int;"};
  EXPECT_EQ(inferred(files, Dialect::mysql), "1>0:users");
}

TEST(Inference, IsTheSameForMigrationsThatCannotBeRead) {
  const ddl::Script script = script_of(users);
  const ddl::Script reader = script_of("SELECT 1 FROM users;");
  const Inferred found =
      infer_dependencies({&script, nullptr, &reader}, Dialect::postgresql);
  ASSERT_EQ(found.dependencies.size(), 1u);
  EXPECT_EQ(found.dependencies[0].from, 2u);
  EXPECT_EQ(found.dependencies[0].on, 0u);
  EXPECT_TRUE(found.dependencies[0].objects[0].made);
}

TEST(Inference, LeavesOutWhatTheRunnerDoesNotName) {
  MigrationDirectory directory;
  for (const std::string_view sql :
       {"CREATE TABLE users (id int);",
        "ALTER TABLE users ADD a int;",
        "ALTER TABLE users ADD b int;"}) {
    directory.migrations.emplace_back().file.script =
        std::make_shared<const ddl::Script>(script_of(sql));
  }
  directory.migrations[1].unlisted = true;
  const Inferred found = infer_dependencies(directory);
  ASSERT_EQ(found.objects.size(), 1u);
  EXPECT_EQ(found.objects[0].migrations, (std::vector<std::size_t>{0, 2}));
}

TEST(Inference, KeepsTheHistoryOfEachObject) {
  const ddl::Script made = script_of(users);
  const ddl::Script changed = script_of("ALTER TABLE users ADD a int;");
  const ddl::Script read = script_of("SELECT 1 FROM users;");
  const Inferred found =
      infer_dependencies({&made, &changed, &read}, Dialect::postgresql);
  ASSERT_EQ(found.objects.size(), 1u);
  EXPECT_EQ(found.objects[0].name, "users");
  EXPECT_EQ(found.objects[0].migrations, (std::vector<std::size_t>{0, 1}));
}

} // namespace
} // namespace migcheck::schema
