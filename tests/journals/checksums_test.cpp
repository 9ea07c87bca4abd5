// What runners compute of their migrations.
#include "io/digest.hpp"
#include "io/runner_hashes.hpp"
#include "journals/blind_edits.hpp"
#include "journals/checksums.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

TEST(Checksums, AreThoseOfFlyway) {
  const std::vector<std::pair<std::string, std::int32_t>> vectors = {
      {"alter table location_history add column valid_until timestamp with "
       "time zone;",
       -1039259818},
      {"alter table location_history add column valid_until timestamp with "
       "time zone;\n",
       -1039259818},
      {"alter table location_history add column valid_until timestamp with "
       "time zone;\r\n",
       -1039259818},
      {"\xEF\xBB\xBF"
       "alter table location_history add column valid_until timestamp with "
       "time zone;\n",
       -1039259818},
      {"alter table location_history add column valid_until timestamp with "
       "time zone; \n",
       1806054819},
      {"SELECT 1\n2;", -804122100},
      {"SELECT 12;", -804122100},
      {"-- x\nDROP TABLE t;", -351716841},
      {"-- xDROP TABLE t;", -351716841},
      {"alter table location_history add column valid_until timestamp with "
       "time zone;\r",
       -1039259818},
      {"", 0},
      {"\n", 0}};
  for (const auto& [text, checksum] : vectors) {
    EXPECT_EQ(flyway_checksum(text), checksum) << text;
  }
  EXPECT_FALSE(flyway_checksum("\xFF"));
}

TEST(Checksums, AreThoseOfSqlx) {
  const std::vector<std::pair<std::string, std::string>> vectors = {
      {"",
       "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edeb"
       "fe76f65fbd51ad2f14898b95b"},
      {"create table t (id int);\n",
       "0e37b66c356105a67af66eb871304635b21b40de899555fa4aaf8553ad0c1f1c2529399"
       "018b3b2d9c5d1e9b4837d02d9"},
      {"create table t (id int);\r\n",
       "b11a13755db5532b2c7f6815cec8a748122740600d3489f8dd5a03cf181f4cc95ca805d"
       "6241aea4e5e2e6cf4f9f68698"}};
  for (const auto& [text, checksum] : vectors) {
    EXPECT_EQ(sha384_hex(text), checksum) << text;
  }
}

TEST(Checksums, PrismaAcceptsOtherLineEnds) {
  struct Accepted {
    std::string text;
    std::string recorded;
    bool match;
  };

  const std::vector<Accepted> vectors = {
      {"hello",
       "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
       true},
      {"a\nb\n",
       "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2",
       true},
      {"a\r\nb\r\n",
       "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2",
       true},
      {"a\nb\n",
       "58055bdcc73787eb88c78d36f0b4939e9c5dc1c3ad17e25cc85a6833cf1a0cab",
       true},
      {"a\nb\n",
       "953bba9ac9726eaea07e844abcf144a0afe998039257c7a88b6665819597f39d",
       false},
      {"a\r\nb\r\n",
       "9bbafcaae6bf6f1f6fdfe401771085f7e002e2f67137211f687eeb6941370168",
       true},
      {"a\nb\n",
       "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78",
       false}};
  for (const Accepted& vector : vectors) {
    EXPECT_EQ(prisma_accepts(vector.text, vector.recorded), vector.match)
        << vector.text << vector.recorded;
  }
}

TEST(Checksums, AreThoseOfLiquibase) {
  struct Changes {
    std::vector<std::string> texts;
    std::vector<std::string> checksums;
    std::string changeset;
  };

  const std::vector<Changes> vectors = {
      {{}, {}, "9:d41d8cd98f00b204e9800998ecf8427e"},
      {{"select 1"},
       {"9:f6bf37efedbc0a2dfffc1caf5088d86e"},
       "9:3b78b9910981c62ca27148640fad7bc2"},
      {{"create table thisShouldRun(id int)\n"},
       {"9:1cfef48c96c34e90d4d6402f630bbb12"},
       "9:62336a615e62e89c9d86128d1ca60ecf"}};
  for (const Changes& vector : vectors) {
    std::vector<std::string> checksums;
    for (const std::string& text : vector.texts) {
      checksums.push_back(liquibase_change_checksum(text));
    }
    EXPECT_EQ(checksums, vector.checksums);
    EXPECT_EQ(liquibase_changeset_checksum(checksums), vector.changeset);
  }
}

TEST(Checksums, OfLiquibaseTakeNoNoticeOfBlanks) {
  struct Equal {
    std::string one;
    std::string other;
    std::string checksum;
  };

  const std::vector<Equal> vectors = {
      {"insert into t values ('a b');",
       "insert into t values ('ab');",
       "9:053f50d0c04b8cea4ccca9169b7bd4ec"},
      {"-- x\ndrop table t",
       "-- x drop table t",
       "9:727dec6ed9a0fba439ed0e7c393b623a"}};
  for (const Equal& vector : vectors) {
    EXPECT_EQ(liquibase_change_checksum(vector.one), vector.checksum);
    EXPECT_EQ(liquibase_change_checksum(vector.other), vector.checksum);
  }
}

TEST(Checksums, OfSqitchScriptsAreSha1) {
  const std::vector<std::pair<std::string, std::string>> vectors = {
      {"-- Deploy flipr:users to pg\n",
       "4cceada5711aca2727de7617f98897db8565db89"},
      {"", "da39a3ee5e6b4b0d3255bfef95601890afd80709"}};
  for (const auto& [text, checksum] : vectors) {
    const auto digest = sha1(text);
    EXPECT_EQ(
        hex(std::string_view(
            reinterpret_cast<const char*>(digest.data()), digest.size())),
        checksum);
  }
}

TEST(Changesets, AreReadFromFormattedSql) {
  const std::string head = "--liquibase formatted sql\n";
  const std::string sum =
      liquibase_changeset_checksum({liquibase_change_checksum("SELECT 1;")});

  struct Changeset {
    std::string text;
    std::string shown; // author:id, "?" behind it where the text is not all
  };

  const std::vector<Changeset> cases = {
      {"--changeset ann:1\nSELECT 1;\n", "ann:1"},
      {"-- changeset ann:1 runInTransaction:false\nSELECT 1;\n", "ann:1"},
      {"--changeset \"ann b\":\"1 2\" x:y\nSELECT 1;\n", "ann b:1 2"},
      {"--changeset ann:1\n--comment why\nSELECT 1;\n--rollback DROP\n",
       "ann:1"},
      {"--changeset ann:1\n--preconditions onFail:HALT\n"
       "--precondition-sql-check x\nSELECT 1;\n",
       "ann:1"},
      {"--changeset ann:1\nSELECT 1;\n--changeset ann:2\nSELECT 1;\n",
       "ann:1 ann:2"},
      {"--changeset ann:1 runOnChange:true\nSELECT 1;\n", "ann:1?"},
      {"--changeset ann:1\n--validCheckSum: any\nSELECT 1;\n", "ann:1?"},
      {"--changeset ann:1\nSELECT ${x};\n", "ann:1?"},
      {"--changeset ann:1\n/* liquibase rollback x */\nSELECT 1;\n", "ann:1?"},
      {"--changeset ann:1\n", "ann:1?"},
      {"--changeset ann runOnChange:true\nSELECT 1;\n",
       "ann runOnChange:true?"},
      {"--changeset\nSELECT 1;\n", ""}};
  for (const Changeset& which : cases) {
    std::string shown;
    for (const LiquibaseChangeset& found : read_changesets(head + which.text)) {
      shown += (shown.empty() ? "" : " ") + found.author + ":" + found.id +
               (found.checksum.empty() ? "?" : "");
      if (!found.checksum.empty()) {
        EXPECT_EQ(found.checksum, sum) << which.text;
      }
    }
    EXPECT_EQ(shown, which.shown) << which.text;
  }
}

TEST(BlindEdits, AreThoseThatTheChecksumDoesNotShow) {
  const auto blind = [](LayoutId id, const char* then, const char* now) {
    return looks_unchanged(id, then, now);
  };
  EXPECT_TRUE(blind(LayoutId::flyway, "-- x\nDROP;", "-- xDROP;"));
  EXPECT_FALSE(blind(LayoutId::flyway, "-- x\nDROP;", "-- y\nDROP;"));
  EXPECT_FALSE(blind(LayoutId::goose, "a", "a"));
  const char* ab = "--changeset a:1\nINSERT 'a b';\n";
  EXPECT_TRUE(
      blind(LayoutId::liquibase_sql, ab, "--changeset a:1\nINSERT 'ab';\n"));
  EXPECT_FALSE(
      blind(LayoutId::liquibase_sql, ab, "--changeset a:1\nINSERT 'ac';\n"));
  EXPECT_FALSE(
      blind(LayoutId::liquibase_sql, ab, "--changeset a:2\nINSERT 'ab';\n"));
  EXPECT_FALSE(blind(LayoutId::liquibase_sql, "", ""));
}

} // namespace
} // namespace migcheck
