// Checksums as sqlx 0.9 makes them.
#include "io/memory_reader.hpp"
#include "journals/sqlx_checksums.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

const std::string create = "create table t (id int);";
const std::string of_create_lf =
    "0e37b66c356105a67af66eb871304635b21b40de899555fa4aaf8553ad0c1f1c"
    "2529399018b3b2d9c5d1e9b4837d02d9";
const std::string of_create_crlf =
    "b11a13755db5532b2c7f6815cec8a748122740600d3489f8dd5a03cf181f4cc9"
    "5ca805d6241aea4e5e2e6cf4f9f68698";
const std::string of_createtable = // without any blank or mark
    "e83f3a68233b5f3c61801de32a3fcf56d0101910e17ea9ad86c65fd7f3bcd937"
    "7d6dac3ac87a52c86eb317f42527c515";
const std::string no_blanks =
    "[migrate]\nignored-chars = [\" \", \"\\t\", \"\\r\", \"\\n\", "
    "\"\\uFEFF\"]\n";

class SqlxChecksumsTest : public testing::Test {
 protected:
  bool accept(const std::string& text, const std::string& checksum) {
    const auto files = list_files(reader_, {});
    const Config config;
    const std::vector<MigrationDirectory> directories;
    return SqlxChecksums(
               {reader_, *files, config, directories, nullptr, {}, unread_})
        .accept(text, checksum);
  }

  MemoryReader reader_;
  std::vector<UnreadJournal> unread_;
};

TEST_F(SqlxChecksumsTest, AreOfTheBytes) {
  EXPECT_TRUE(accept(create + "\n", of_create_lf));
  EXPECT_TRUE(accept(create + "\r\n", of_create_crlf));
  EXPECT_FALSE(accept(create + "\n", of_create_crlf));
  EXPECT_FALSE(accept(create + "\n", of_createtable));
}

TEST_F(SqlxChecksumsTest, LeaveIgnoredCharactersOut) {
  reader_.add("server/sqlx.toml", no_blanks);
  EXPECT_TRUE(accept("\xEF\xBB\xBF" + create + "\r\n", of_createtable));
  EXPECT_TRUE(accept(" create table\tt(id int) ;\n", of_createtable));
  EXPECT_FALSE(accept("create table u (id int);\n", of_createtable));
}

// It may run under another one, or under none.
TEST_F(SqlxChecksumsTest, MayBeOfAnyPackage) {
  reader_.add("a/sqlx.toml", "[migrate]\nignored-chars = [\"t\"]\n");
  reader_.add("b/sqlx.toml", no_blanks);
  reader_.add("c/sqlx.toml", "[common]\n");
  EXPECT_TRUE(accept(create, of_createtable));
  EXPECT_TRUE(accept(create + "\r\n", of_create_crlf));
  EXPECT_FALSE(accept(create + "\r\n", of_create_lf));
}

TEST_F(SqlxChecksumsTest, AreNotHeldAgainstSettingsThatAreUnclear) {
  for (const std::string text :
       {"[migrate\n",
        "[migrate]\nignored-chars = 1\n",
        "[migrate]\nignored-chars = [1]\n",
        "[migrate]\nignored-chars = [\"\"]\n"}) {
    reader_.add("sqlx.toml", text);
    EXPECT_TRUE(accept("anything", of_create_lf)) << text;
  }
  EXPECT_TRUE(unread_.empty());
  reader_.add("sqlx.toml", "[migrate]\nmigrations-dir = \"db\"\n");
  EXPECT_FALSE(accept("anything", of_create_lf));
  reader_.add_failing("sqlx.toml", ReadFailure::denied);
  EXPECT_TRUE(accept("anything", of_create_lf));
  ASSERT_EQ(unread_.size(), 1U);
  EXPECT_EQ(unread_[0].path, "sqlx.toml");
}

} // namespace
} // namespace migcheck
