#include "session.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

Session shop() {
  Session session;
  session.files["/project/.git/HEAD"] = "ref: refs/heads/main\n";
  session.files["/project/migrations/001_ants.sql"] =
      "-- +goose Up\n"
      "CREATE TYPE mood AS ENUM ('calm', 'busy');\n"
      "CREATE TABLE nests (id bigserial PRIMARY KEY, name text NOT NULL);\n"
      "CREATE TABLE ants (\n"
      "    id bigint PRIMARY KEY,\n"
      "    nest bigint REFERENCES nests,\n"
      "    mood mood NOT NULL DEFAULT 'calm',\n"
      "    legs int CHECK (legs > 0)\n"
      ");\n"
      "CREATE INDEX ON ants (nest, lower(mood::text)) WHERE legs = 6;\n"
      "-- +goose Down\n"
      "DROP TABLE ants;\n";
  session.files["/project/migrations/002_days.sql"] =
      "-- +goose Up\n"
      "CREATE TABLE days (day date) PARTITION BY RANGE (day);\n"
      "CREATE TABLE days_2026 PARTITION OF days\n"
      "    FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\n"
      "ALTER TABLE ants DROP COLUMN legs;\n"
      "CREATE VIEW busy AS SELECT id FROM ants WHERE mood = 'busy';\n"
      "-- +goose StatementBegin\n"
      "DO $$ BEGIN\n"
      "    EXECUTE 'CREATE TABLE extra_' || current_user || ' (x int)';\n"
      "END $$;\n"
      "-- +goose StatementEnd\n"
      "-- +goose Down\n"
      "DROP TABLE days;\n";
  return session;
}

TEST(SchemaCommand, PrintsTablesForPeople) {
  Session session = shop();
  ASSERT_EQ(session.run({"schema"}), 0) << session.error;
  const std::string known =
      "migrations: postgresql, 2 migrations, 3 tables\n"
      "\n"
      "table ants\n"
      "  id    bigint  not null\n"
      "  nest  bigint\n"
      "  mood  mood    not null  default 'calm'\n"
      "  primary key (id)  ants_pkey\n"
      "  foreign key (nest) references nests (id)  ants_nest_fkey\n"
      "\n"
      "table days, partitioned by RANGE (day)\n"
      "  day  date\n"
      "  partition days_2026  FOR VALUES FROM ('2026-01-01') TO "
      "('2027-01-01')\n"
      "\n"
      "table nests\n"
      "  id    bigint  not null  default nextval('nests_id_seq'::regclass)\n"
      "  name  text    not null\n"
      "  primary key (id)  nests_pkey\n"
      "\n"
      "view busy\n"
      "\n"
      "type mood: enum 'calm', 'busy'\n"
      "\n"
      "not known without running it\n"
      "  extra_*  migrations/002_days.sql:";
  EXPECT_EQ(session.out.substr(0, known.size()), known);
}

TEST(SchemaCommand, PrintsWhatItsSchemaPromises) {
  Session session = shop();
  ASSERT_EQ(session.run({"schema", "--format", "json"}), 0) << session.error;
  const auto json = nlohmann::json::parse(session.out);
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["directory"], "migrations");
  const auto& ants = json["tables"]["ants"];
  EXPECT_EQ(ants["primary_key"], nlohmann::json({"id"}));
  EXPECT_EQ(ants["created_by"], "migrations/001_ants.sql");
  EXPECT_EQ(
      ants["columns"][2],
      nlohmann::json(
          {{"name", "mood"},
           {"type", "mood"},
           {"nullable", false},
           {"default", "'calm'"}}));
  EXPECT_EQ(json["tables"]["days"]["kind"], "partitioned-table");
  EXPECT_EQ(json["tables"]["days_2026"]["partition_of"], "days");
  EXPECT_EQ(json["indexes"]["ants_pkey"]["unique"], true);
  EXPECT_EQ(json["sequences"]["nests_id_seq"]["owned_by"], "nests.id");
  EXPECT_EQ(json["unknown"][0]["object"], "extra_*");
  EXPECT_EQ(json["unknown"][0]["path"], "migrations/002_days.sql");
}

TEST(SchemaCommand, DrawsForMermaid) {
  Session session = shop();
  ASSERT_EQ(session.run({"schema", "--format", "mermaid"}), 0) << session.error;
  EXPECT_EQ(
      session.out,
      "erDiagram\n"
      "  \"ants\" {\n"
      "    bigint id PK\n"
      "    bigint nest FK\n"
      "    mood mood\n"
      "  }\n"
      "  \"days\" {\n"
      "    date day\n"
      "  }\n"
      "  \"nests\" {\n"
      "    bigint id PK\n"
      "    text name\n"
      "  }\n"
      "  \"ants\" }o--o| \"nests\" : \"ants_nest_fkey\"\n");
}

TEST(SchemaCommand, ShowsSeveralDirectories) {
  Session session = shop();
  session.files["/project/other/db/migrations/001_a.sql"] =
      "-- +goose Up\nCREATE TABLE bees (id int);\n-- +goose Down\n";
  session.files["/project/other/db/migrations/002_b.sql"] =
      "-- +goose Up\nCREATE TABLE hives (id int);\n-- +goose Down\n";
  ASSERT_EQ(session.run({"schema", "--format", "json"}), 0) << session.error;
  const auto json = nlohmann::json::parse(session.out);
  ASSERT_EQ(json["schemas"].size(), 2U);
  EXPECT_EQ(json["schemas"][1]["directory"], "other/db/migrations");
  EXPECT_EQ(session.run({"schema", "--format", "mermaid"}), 2);
  ASSERT_EQ(
      session.run(
          {"schema",
           "--format",
           "mermaid",
           "--directory",
           "other/db/migrations"}),
      0)
      << session.error;
  EXPECT_EQ(
      session.out,
      "erDiagram\n"
      "  \"bees\" {\n    integer id\n  }\n"
      "  \"hives\" {\n    integer id\n  }\n");
}

} // namespace
} // namespace migcheck
