// The versions that dumps of the schema hold, and whose they are.
#include "io/memory_reader.hpp"
#include "journals/dump.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck {
namespace {

std::string joined(const std::string& text, const DumpText& dump) {
  std::string all;
  for (const auto& [version, span] : dump.versions) {
    if (text.find('_') == std::string::npos) {
      EXPECT_EQ(span.of(text), version);
    }
    all += (all.empty() ? "" : " ") + version;
  }
  return all;
}

TEST(Dump, ReadsRowsOfVersions) {
  const std::string insert = "INSERT INTO ";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {insert + "\"schema_migrations\" (version) VALUES\n('2'),\n('1');\n",
       "2 1"},
      {insert + "schema_migrations (version) VALUES ('1');\n" + insert +
           "schema_migrations (version) VALUES ('2');\n",
       "1 2"},
      {insert + "`schema_migrations` (version) VALUES ('1'),('2');\n", "1 2"},
      {insert + "public.schema_migrations (version) VALUES\n    ('1');\n", "1"},
      {insert + "\"public\".\"schema_migrations\" (\"version\") VALUES ('1');",
       "1"},
      {"insert into schema_migrations (version) values ('1')", "1"},
      {insert + "schema_migrations VALUES ('1'), ('2');", "1 2"},
      {"INSERT IGNORE INTO schema_migrations (version) VALUES ('1');", "1"},
      {"CREATE TABLE schema_migrations (version text);\n", ""},
      {"-- INSERT INTO schema_migrations (version) VALUES ('1');\n", ""},
      {"COPY schema_migrations (version) FROM stdin;\n1\n\\.\n", ""},
      {insert + "schema_migrations (version, dirty) VALUES ('1', 'f');", "1"},
      {insert + "schema_migrations (version) VALUES ('1", ""},
      {insert + "schema_migrations (version) VALUES (1);", ""},
      {insert + "schema_migrations", ""}};
  for (const auto& [text, versions] : cases) {
    EXPECT_EQ(joined(text, read_schema_migrations(text)), versions) << text;
  }
}

TEST(Dump, ReadsTheVersionOfSchemaRb) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"ActiveRecord::Schema[7.1].define(version: 2026_01_02_030405) do\n",
       "20260102030405"},
      {"ActiveRecord::Schema.define(version: 20260102030405) do",
       "20260102030405"},
      {"ActiveRecord::Schema.define(:version => 57) do", "57"},
      {"ActiveRecord::Schema.define() do", ""},
      {"ActiveRecord::Schema.define(version: latest) do", ""},
      {"define(version: 5)", ""},
      {"", ""}};
  for (const auto& [text, version] : cases) {
    EXPECT_EQ(joined("_", read_schema_version(text)), version) << text;
  }
}

// What was not merged may be of any of several directories.
TEST(Dump, NamesTheDirectoryOfAConflictWhereThereIsOne) {
  MemoryReader reader;
  reader.add(
      "db/schema.sql",
      "-- Dbmate schema migrations\n<<<<<<< HEAD\n=======\n>>>>>>> topic\n");
  const FileList files;
  const Config config;
  std::vector<UnreadJournal> unread;
  std::vector<MigrationDirectory> directories;
  std::string folders;
  for (const char* path : {"db/ants", "db/bees"}) {
    directories.emplace_back().path = path;
    directories.back().layout = LayoutId::dbmate;
    const auto drift = find_dbmate_drift(
        {reader, files, config, directories, nullptr, {}, unread},
        "db/schema.sql");
    ASSERT_TRUE(drift && drift->conflict);
    folders += drift->folder + ";";
  }
  EXPECT_EQ(folders, "db/ants;;");
}

} // namespace
} // namespace migcheck
