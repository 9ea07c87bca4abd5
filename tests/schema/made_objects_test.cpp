#include "ddl/recognise.hpp"
#include "schema/made_objects.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace migcheck::schema {
namespace {

MigrationDirectory directory_of(
    const std::vector<std::string>& files,
    Dialect dialect = Dialect::postgresql) {
  MigrationDirectory directory;
  directory.dialect = dialect;
  for (const std::string& file : files) {
    Migration& migration = directory.migrations.emplace_back();
    migration.file.script =
        std::make_shared<const ddl::Script>(ddl::recognise_text(file, dialect));
  }
  return directory;
}

template <typename Names>
std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : " ") + name;
  }
  return text;
}

// `tables / indexes` of the last file.
std::string made(const std::vector<std::string>& files) {
  const MadeObjects last = made_objects(directory_of(files)).back();
  return joined(last.tables) + " / " + joined(last.indexes);
}

struct Case {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};

const Case cases[] = {
    {"tables and indexes",
     {"CREATE TABLE public.Ants (id int); CREATE INDEX \"I\" ON ants (id);"},
     "ants / i"},
    {"only those with a name",
     {"CREATE TABLE a (id int UNIQUE); CREATE INDEX ON a (id);"},
     "a / "},
    {"no partitions, no temporary tables",
     {"CREATE TABLE a (d date) PARTITION BY RANGE (d);"
      "CREATE TABLE a1 PARTITION OF a DEFAULT; CREATE TEMP TABLE b (c int);"},
     "a / "},
    {"attached partitions",
     {"CREATE TABLE a (d date) PARTITION BY RANGE (d); CREATE TABLE b (d date);"
      "ALTER TABLE a ATTACH PARTITION b DEFAULT;"},
     "a / "},
    {"renamed ones",
     {"CREATE TABLE a (i int); CREATE INDEX ai ON a (i);"
      "ALTER TABLE a RENAME TO b; ALTER INDEX ai RENAME TO bi;"},
     "b / bi"},
    {"dropped ones",
     {"CREATE TABLE a (i int); CREATE INDEX ai ON a (i); CREATE TABLE b (i "
      "int);"
      "CREATE INDEX bi ON b (i); DROP INDEX bi; DROP TABLE a;"},
     "b / "},
    {"indexes of a table that was renamed and dropped",
     {"CREATE TABLE a (i int); CREATE INDEX ai ON a (i);"
      "ALTER TABLE a RENAME TO b; DROP TABLE b;"},
     " / "},
    {"known before",
     {"CREATE TABLE a (i int);",
      "CREATE TABLE IF NOT EXISTS a (i int); CREATE TABLE b (i int);"},
     "b / "},
    {"made again",
     {"CREATE TABLE a (i int);", "DROP TABLE a; CREATE TABLE a (i bigint);"},
     " / "},
    {"under a condition",
     {"DO $$ BEGIN IF now() > 'epoch' THEN CREATE TABLE a (i int); END IF; "
      "CREATE TABLE b (i int); END $$;"},
     "b / "},
};

TEST(MadeObjects, OfStatements) {
  for (const Case& one : cases) {
    EXPECT_EQ(made(one.files), one.expected) << one.name;
  }
}

struct TouchCase {
  const char* name;
  const char* sql;
  const char* object;
  bool index;
  bool expected;
};

const TouchCase touch_cases[] = {
    {"made", "CREATE TABLE a (i int);", "a", false, true},
    {"not there", "CREATE TABLE a (i int);", "b", false, false},
    {"read by a function",
     "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM b $$;",
     "b",
     false,
     true},
    {"commented on", "COMMENT ON TABLE b IS 'x';", "b", false, true},
    {"a constraint's name",
     "CREATE TABLE a (i int, CONSTRAINT u UNIQUE (i));",
     "u",
     true,
     true},
    {"an automatic name",
     "CREATE TABLE a (i int UNIQUE);",
     "a_i_key",
     true,
     true},
    {"another table's automatic name",
     "CREATE TABLE a (i int UNIQUE);",
     "b_i_key",
     true,
     false},
    {"fits what is put together",
     "DO $$ BEGIN EXECUTE format('CREATE TABLE part_%s (i int)', x); END $$;",
     "part_1",
     false,
     true},
    {"does not fit it",
     "DO $$ BEGIN EXECUTE format('CREATE TABLE part_%s (i int)', x); END $$;",
     "other",
     false,
     false},
    {"may be anything", "DO $$ BEGIN EXECUTE x; END $$;", "other", false, true},
    {"a function of the migrations",
     "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE "
     "'CREATE TABLE ' || x; END $$; SELECT f();",
     "other",
     false,
     true},
    {"that is not called",
     "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE "
     "'CREATE TABLE ' || x; END $$;",
     "other",
     false,
     false},
    {"a function of an extension",
     "SELECT partman.create_parent('a');",
     "other",
     false,
     true},
    {"a built-in function", "SELECT setval('s', 1);", "other", false, false},
    {"what nobody understands", "FROBNICATE THE TABLE;", "other", false, true},
};

TEST(MadeObjects, MayTouch) {
  for (const TouchCase& one : touch_cases) {
    const MadeObjects made = made_objects(directory_of({one.sql})).back();
    EXPECT_EQ(may_touch(made, one.object, one.index), one.expected) << one.name;
  }
}

TEST(MadeObjects, WhatWasNotReadMayDoAnything) {
  MigrationDirectory directory = directory_of({"SELECT 1;"});
  directory.migrations.back().file.script = nullptr;
  EXPECT_TRUE(may_touch(made_objects(directory).back(), "a", false));
}

TEST(MadeObjects, PlainNames) {
  EXPECT_EQ(plain_object_name("\"public\".\"Ants\""), "ants");
  EXPECT_EQ(plain_object_name("[dbo].[Ants]"), "ants");
  EXPECT_EQ(plain_object_name("`ants`"), "ants");
}

} // namespace
} // namespace migcheck::schema
