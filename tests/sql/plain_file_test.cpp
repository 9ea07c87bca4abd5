#include "sql/load.hpp"
#include "sql/plain_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace migcheck::sql {
namespace {

SqlFile read(std::string_view text, Digests digests = Digests::no) {
  return read_sql_file(
      text, Dialect::postgresql, LayoutId::goose, Limits{}, digests);
}

// One word a line, so that a difference names itself.
std::string shown(const SqlFile& file) {
  const Annotations& marks = file.annotations;
  std::string text = fmt::format(
      "{} {} {} {} {} {} {} {}\n{} {} {} {} {} {} {} {} {} {}\n{} {} {}\n",
      file.read,
      file.sql,
      file.size,
      file.content.first,
      file.content.second,
      file.acts.first,
      file.acts.second,
      static_cast<int>(file.failure),
      file.commands,
      file.statement_too_long,
      file.nested_too_deep,
      marks.has_up,
      marks.has_down,
      marks.down_explained,
      marks.up_transaction,
      marks.down_transaction,
      file.lf,
      file.crlf + 1000 * file.cr,
      hex(file.raw),
      hex(file.neutral),
      hex(file.tokens));
  for (const Statement& statement : file.statements) {
    text += fmt::format(
        "{}-{} {} {}{}{}{}{}{} {} {} {} {} {}\n",
        statement.span.begin,
        statement.span.end,
        static_cast<int>(statement.section),
        statement.terminated,
        statement.bare,
        statement.acknowledged,
        statement.conditional,
        statement.raises,
        statement.by_range,
        statement.part,
        statement.hash24,
        static_cast<int>(statement.kind.verb),
        static_cast<int>(statement.kind.object),
        statement.kind.flags);
  }
  return text;
}

constexpr std::string_view plain_texts[] = {
    "-- +goose Up\nCREATE TABLE a (b int);\n",
    "-- +goose Up\r\nCREATE TABLE a (t date) PARTITION BY RANGE (t);\r\n"
    "-- +goose Down\r\nDROP TABLE a;\r\n",
    "-- +goose Up\nSELECT 1;\n-- nothing to be done, since nobody asked\n"
    "-- +goose Down\nSELECT 2;\n",
    "-- +goose NO TRANSACTION\n-- +goose Up\n"
    "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON a (b);\n"
    "-- +goose Down\n-- obsolete since then: dropped\nDROP TABLE IF EXISTS a "
    "CASCADE;\n",
    "-- +goose Up\n-- +goose StatementBegin\nDO $$ BEGIN IF true THEN\n"
    "CREATE TABLE x (); END IF; RAISE NOTICE 'x'; END $$;\n"
    "-- +goose StatementEnd\n",
};

TEST(PlainFile, ComesBackAsItWas) {
  for (const std::string_view text : plain_texts) {
    for (const Digests digests : {Digests::no, Digests::yes}) {
      SqlFile file = read(text, digests);
      file.head_comment = {};
      file.blob = blob_id(text, GitHash::sha1);
      const std::string record = plain_record(file);
      ASSERT_FALSE(record.empty()) << text;
      SqlFile back;
      ASSERT_TRUE(read_plain_record(record, back));
      EXPECT_EQ(shown(back), shown(file)) << text;
      EXPECT_EQ(back.blob, file.blob);
      EXPECT_EQ(plain_record(back), record);
    }
  }
}

// Each differs from a plain one by one thing that the record has no room for.
TEST(PlainFile, IsNoOtherFile) {
  const std::string_view others[] = {
      "\xEF\xBB\xBF-- +goose Up\nSELECT 1;\n",
      "-- +goose Up\nSELECT 'a;\n",
      "-- DEPENDS: 001_a.sql\n-- +goose Up\nSELECT 1;\n",
      "-- Depends on: 001_a.sql\n-- +goose Up\nSELECT 1;\n",
      "-- +goose Up\nSELECT 1;\n-- +goose Up\nSELECT 2;\n",
      "-- +gose Up\n-- +goose Up\nSELECT 1;\n",
      "-- migcheck: allow(version-gap) on purpose\n-- +goose Up\nSELECT 1;\n",
      "-- +goose Up\nCREATE FUNCTION f() AS $$\nSELECT 1;\nSELECT 2;\n$$;\n"};
  for (const std::string_view text : others) {
    SqlFile file = read(text);
    file.head_comment = {};
    EXPECT_EQ(plain_record(file), "") << text;
  }
  SqlFile file = read(plain_texts[0]);
  EXPECT_NE(plain_record(file), "");
  file.head_comment = "words";
  EXPECT_EQ(plain_record(file), "");
  file = read(plain_texts[0]);
  file.failure = ReadFailure::denied;
  EXPECT_EQ(plain_record(file), "");
  EXPECT_EQ(plain_record(SqlFile()), "");
}

TEST(PlainFile, RefusesOtherSizes) {
  const std::string record = plain_record(read(plain_texts[0]));
  SqlFile file;
  for (std::size_t size = 0; size < record.size(); ++size) {
    const bool whole = size + 20 == record.size(); // one statement less
    EXPECT_EQ(read_plain_record(record.substr(0, size), file), whole) << size;
  }
  EXPECT_FALSE(read_plain_record({}, file));
}

} // namespace
} // namespace migcheck::sql
