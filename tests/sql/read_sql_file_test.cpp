#include "random_text.hpp"
#include "sql/acting_comments.hpp"
#include "sql/load.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace migcheck {
namespace {

SqlFile read(
    std::string_view text,
    LayoutId layout = LayoutId::numbered,
    Dialect dialect = Dialect::postgresql) {
  return read_sql_file(text, dialect, layout, Limits{});
}

// Statements as SECTION`text`.
std::string statements(std::string_view text, LayoutId layout) {
  std::string shown;
  for (const Statement& statement : read(text, layout).statements) {
    shown += "nud"[static_cast<std::size_t>(statement.section)];
    shown += "`" + std::string(statement.span.of(text)) + "`";
  }
  return shown;
}

TEST(ReadSqlFile, PutsStatementsIntoSections) {
  struct Case {
    LayoutId layout;
    std::string_view text;
    std::string_view expected;
  };

  const Case cases[] = {
      {LayoutId::numbered, "a; b", "u`a;`u`b`"},
      {LayoutId::goose, "-- +goose Up\na;\n-- +goose Down\nb;", "u`a;`d`b;`"},
      {LayoutId::goose, "-- +goose Up\n(a\n-- +goose Down\nb;", "u`(a`d`b;`"},
      {LayoutId::goose,
       "-- +goose Up\n-- +goose StatementBegin\na\n-- +goose StatementEnd\n"
       "b;\n",
       "u`a`u`b;`"},
      {LayoutId::goose, "a;\n-- +goose Up\nb;", "n`a;`u`b;`"},
      {LayoutId::goose, "a;", "u`a;`"},
      {LayoutId::dbmate, "-- migrate:up\na\n-- migrate:down\nb", "u`a`d`b`"},
      {LayoutId::drizzle, "a\n--> statement-breakpoint\nb", "u`a`u`b`"},
      {LayoutId::goose, "-- +goose Up\n-- +goose Down\nb;", "d`b;`"}};
  for (const Case& c : cases) {
    EXPECT_EQ(statements(c.text, c.layout), c.expected) << c.text;
  }
}

struct Pair {
  std::string_view a;
  std::string_view b;
  Dialect dialect = Dialect::postgresql;
};

Digest token_hash(std::string_view text, Dialect dialect) {
  return read(text, LayoutId::numbered, dialect).tokens;
}

TEST(TokenHash, IgnoresBlanksAndProse) {
  const Pair pairs[] = {
      {"a b;", "a\n\tb ;"},
      {"a;", "-- x\na /* y */ ; -- z\n"},
      {"a=-1", "a = - 1"},
      {"f(a,b)", "f ( a , b )"},
      {"'x\ny'", "'x\r\ny'"},
      {"$$x\r\ny$$;", "$$x\ny$$;\r\n"},
      {"-- atlas\na", "a"},
      {"-- rollback x\na", "a"},
      {"-- +goose Up\r\na;", "-- +goose Up\n\na;"},
      {"a-- b\nc", "a c", Dialect::mysql}};
  for (const Pair& pair : pairs) {
    EXPECT_EQ(
        token_hash(pair.a, pair.dialect), token_hash(pair.b, pair.dialect))
        << pair.a << " / " << pair.b;
  }
}

TEST(TokenHash, KeepsEverythingThatActs) {
  const Pair pairs[] = {
      {"a b", "ab"},
      {"a b", "a c"},
      {"a", "A"},
      {"a;", "a"},
      {"'a b'", "'a  b'"},
      {"'a' 'b'", "'a'' b'"},
      {"$$ a$$", "$$a$$"},
      {"a < = b", "a <= b"},
      {"a; b;", "a b;"},
      {"-- +goose Up\na", "a"},
      {"-- +goose Up\na", "-- +goose Down\na"},
      {"-- migrate:up\na", "a"},
      {"-- migrate:up\na", " -- migrate:up\na"},
      {"-- no-transaction\na", "\n-- no-transaction\na"},
      {"a\n--> statement-breakpoint\nb", "a\nb"},
      {"-- atlas:txmode none\n\na", "-- atlas:txmode none\na"},
      {"/*+ x */ a", "a"},
      {"-- liquibase formatted sql\n--rollback a;\nb",
       "-- liquibase formatted sql\nb"},
      {"--changeset a:1\nb", "--changeset a:2\nb"},
      {"/*! a */", "", Dialect::mysql},
      {"COPY t FROM stdin;\n1\n\\.\n", "COPY t FROM stdin;\n2\n\\.\n"},
      {"\\set a 1\n", "\\set a 2\n"},
      {"\xEF\xBB\xBF"
       "a",
       "a"}};
  for (const Pair& pair : pairs) {
    EXPECT_NE(
        token_hash(pair.a, pair.dialect), token_hash(pair.b, pair.dialect))
        << pair.a << " / " << pair.b;
  }
}

TEST(TokenKey, IsTheSameWithAndWithoutDigests) {
  const std::string_view texts[] = {
      "",
      "SELECT 'a';\r\nSELECT 2",
      "-- atlas:txmode none\n\na",
      "COPY t FROM stdin;\n1\n\\.\n"};
  for (const std::string_view text : texts) {
    const SqlFile with = read(text);
    const SqlFile without = read_sql_file(
        text, Dialect::postgresql, LayoutId::numbered, Limits{}, Digests::no);
    EXPECT_EQ(with.acts, without.acts) << text;
    EXPECT_EQ(with.content, without.content) << text;
    EXPECT_EQ(with.statements.size(), without.statements.size()) << text;
    EXPECT_EQ(without.raw, Digest{}) << text;
    EXPECT_EQ(without.neutral, Digest{}) << text;
    EXPECT_EQ(without.tokens, Digest{}) << text;
  }
}

// Another value here means: raise lexer_version.
TEST(TokenHash, IsWhatLockfilesHold) {
  const SqlFile file =
      read("-- +goose Up\n-- x\nSELECT 'a';\nSELECT 2;\n", LayoutId::goose);
  EXPECT_EQ(
      hex(file.tokens),
      "9ffbcf7e98f00b185736960c8a8edd2187d30008b12b66c853c5f1a3a77d33a2");
  ASSERT_EQ(file.statements.size(), 2u);
  // SHA-256 of "t" 6,0,0,0 "SELECT" "t" 3,0,0,0 "'a'" "t" 1,0,0,0 ";".
  using namespace std::string_view_literals;
  const Digest first = sha256("t\6\0\0\0SELECTt\3\0\0\0'a't\1\0\0\0;"sv);
  EXPECT_EQ(
      hex(first).substr(0, 6),
      fmt::format("{:06x}", file.statements[0].hash24));
}

TEST(TokenHash, OfAStatementStandsAlone) {
  const SqlFile one = read("a; b; c;");
  const SqlFile two = read("-- x\na;\n/* y */ x; c ;");
  ASSERT_EQ(one.statements.size(), 3u);
  ASSERT_EQ(two.statements.size(), 3u);
  EXPECT_EQ(one.statements[0].hash24, two.statements[0].hash24);
  EXPECT_NE(one.statements[1].hash24, two.statements[1].hash24);
  EXPECT_EQ(one.statements[2].hash24, two.statements[2].hash24);
}

// Defects as letter@begin-end*count, in the order of ByteDefect.
std::string defects(std::string_view text) {
  constexpr std::string_view letters = "bunCmdc";
  std::string shown;
  for (const FoundDefect& defect : read(text).defects) {
    shown += shown.empty() ? "" : " ";
    shown += letters[static_cast<std::size_t>(defect.kind)];
    shown += fmt::format(
        "@{}-{}*{}", defect.first.begin, defect.first.end, defect.count);
  }
  return shown;
}

TEST(ByteDefects, AreFoundAtTheirFirstPlace) {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a;\n\t\f\n", ""},
      {"\xEF\xBB\xBF"
       "a",
       "b@0-3*1"},
      {"a\xFFz\xC3", "u@1-2*2"},
      {"a\0b\0"sv, "n@1-2*2"},
      {"\xFF\xFE"
       "a\0;\0"sv,
       "u@0-2*1"},
      {"a\0b\0;\0\n\0"sv, "u@0-2*1"},
      {"a\r\nb\r\n", ""},
      {"a\nb\r\nc\n", "m@3-5*1"},
      {"a\nb\r\n", "m@3-5*1"},
      {"a\r\nb\r\nc\nd", "m@7-8*1"},
      {"a\nb\rc\nd", "m@3-4*1"},
      {"a\x1B[0m\x7F", "c@1-2*2"},
      {"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", "C@0-12*1"},
      {"/*\n<<<<<<< HEAD\n>>>>>>> x\n*/", "C@3-15*1"},
      {"-- =======\n=======\n<<<<<<<\n", ""},
      {"a <<<<<<< b\n>>>>>>> c\n", ""},
      {"-- \xE2\x80\xAE x", "d@3-6*1"},
      {"a\xE2\x80\x8B;", "d@1-4*1"},
      {"a\xEF\xBB\xBF;", "d@1-4*1"}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(defects(text), expected) << text;
  }
}

TEST(ByteDefects, LeaveOrdinaryJoinersAlone) {
  const std::string emoji = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB";
  const std::string persian = "\xD9\x85\xE2\x80\x8C\xD8\xAE";
  const std::string hebrew = "\xD7\x90\xE2\x80\x8F!";
  EXPECT_EQ(defects("'" + emoji + "'"), "");
  EXPECT_EQ(defects("-- " + persian), "");
  EXPECT_EQ(defects("'" + hebrew + "'"), "");
  EXPECT_EQ(defects("SELECT " + persian), "d@9-12*1");
  EXPECT_EQ(
      defects("'a\xE2\x80\x8D"
              "b'"),
      "d@2-5*1");
}

// Items as target(remark); problems as letter<suggestion>.
std::string depends(std::string_view text) {
  const SqlFile file = read(text);
  std::string shown;
  for (const DependsItem& item : file.depends) {
    shown += shown.empty() ? "" : " ";
    shown += item.target + "(" + item.remark + ")";
    EXPECT_EQ(item.span.of(text), item.target);
  }
  for (const MalformedDepends& malformed : file.malformed_depends) {
    shown += shown.empty() ? "" : " ";
    shown += "nheb"[static_cast<std::size_t>(malformed.problem)];
    shown += "<" + malformed.suggestion + ">";
  }
  return shown;
}

TEST(Depends, AreReadFromTheHead) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"-- DEPENDS: 001_a.sql", "001_a.sql()"},
      {"--DEPENDS:001_a.sql,002\n-- depends: m/3_c.sql (t, u (v))\r\na;",
       "001_a.sql() 002() m/3_c.sql(t, u (v))"},
      {"-- +goose Up\n\n-- DEPENDS: a.sql(x)\na;", "a.sql(x)"},
      {"a;\n-- DEPENDS: b.sql\n", "h<-- DEPENDS: b.sql>"},
      {"-- DEPENDS:", "e<>"},
      {"-- DEPENDS: a.sql,", "a.sql() e<-- DEPENDS: a.sql>"},
      {"-- DEPENDS: a.sql b.sql", "b<-- DEPENDS: a.sql, b.sql>"},
      {"-- DEPENDS: a.sql (x", "b<>"},
      {"-- DEPENDS: a.sql (x) y", "b<>"},
      {"-- DEPENDS: a.sql)", "b<-- DEPENDS: a.sql)>"},
      {"-- Depends on a.sql", "n<-- DEPENDS: a.sql>"},
      {"--DEPEND: a.sql, b.sql (x)", "n<-- DEPENDS: a.sql, b.sql (x)>"},
      {"-- depends on a.sql and b.sql", "n<-- DEPENDS: a.sql, b.sql>"},
      {"-- DEPENDS_ON: a.sql", "n<-- DEPENDS: a.sql>"},
      {"-- Depends on the users table of a.sql", ""},
      {"-- Depends on 007", ""},
      {"-- dependent views follow", ""},
      {"-- this DEPENDS: a.sql", ""},
      {"a;\n-- depends on b.sql", ""},
      {"SELECT $$\n-- DEPENDS: a.sql\n$$;", ""}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(depends(text), expected) << text;
  }
}

TEST(ReadSqlFile, KeepsSuppressionsAndTheHead) {
  const SqlFile file =
      read("-- Licence\n/*\n * Two lines,\n * one text */\n"
           "-- migcheck: allow(empty-migration) nothing to do\n-- +goose Up\na;"
           "-- tail\n");
  ASSERT_EQ(file.suppressions.size(), 1u);
  EXPECT_EQ(file.suppressions[0].rule, "empty-migration");
  EXPECT_EQ(file.suppressions[0].reason, "nothing to do");
  EXPECT_EQ(
      file.head_comment,
      "Licence\nTwo lines,\none text\n"
      "migcheck: allow(empty-migration) nothing to do");
}

TEST(ReadSqlFile, GivesDigests) {
  const SqlFile file = read("a\r\nb\rc");
  EXPECT_EQ(hex(file.raw), hex(sha256("a\r\nb\rc")));
  EXPECT_EQ(hex(file.neutral), hex(sha256("a\nb\nc")));
  EXPECT_EQ(read("a\nb").raw, read("a\nb").neutral);
}

TEST(ReadSqlFile, SaysWhenAStatementIsTooLong) {
  Limits limits;
  limits.statement = 4;
  const auto long_one = [&](std::string_view text) {
    return read_sql_file(text, Dialect::postgresql, LayoutId::numbered, limits)
        .statement_too_long;
  };
  EXPECT_FALSE(long_one("abc; abc;"));
  EXPECT_TRUE(long_one("abc; abcd;"));
}

TEST(CommentEffect, KnowsRunnersMarks) {
  using sql::comment_effect;
  using sql::CommentEffect;
  EXPECT_EQ(comment_effect("-- plain", false), CommentEffect::none);
  EXPECT_EQ(comment_effect("-- see +GOOSE docs", false), CommentEffect::acts);
  EXPECT_EQ(comment_effect("-- x atlas:nolint", false), CommentEffect::acts);
  EXPECT_EQ(comment_effect("-- x:atlas", false), CommentEffect::none);
  EXPECT_EQ(
      comment_effect("/* liquibase rollback", false), CommentEffect::acts);
  EXPECT_EQ(
      comment_effect("--> statement-breakpoint", false), CommentEffect::breaks);
  EXPECT_EQ(comment_effect("--rollback x", true), CommentEffect::acts);
  EXPECT_EQ(comment_effect("--", true), CommentEffect::none);
}

// Whatever stands in a file: statements are ordered and disjoint, and two
// reads give the same.
TEST(ReadSqlFile, KeepsStatementsInOrderOnAnyInput) {
  constexpr std::string_view pieces[] = {
      "'",
      "\"",
      "$$",
      "--",
      "/*",
      "*/",
      "/*!",
      "\n",
      "\r\n",
      " ",
      ";",
      "a",
      "\\g\n",
      "COPY t FROM stdin;\n",
      "\n\\.\n",
      "\nGO\n",
      "\nDELIMITER //\n",
      "//",
      "CREATE FUNCTION f",
      "CREATE TRIGGER t",
      " BEGIN ",
      " END",
      "(",
      ")",
      "\n-- +goose Up\n",
      "\n-- +goose Down\n",
      "\n-- +goose X\n",
      "\n-- +goose StatementBegin\n",
      "\n-- +goose StatementEnd\n",
      "-- migrate:up\n",
      "-- migrate:down x:y transaction:false\n",
      "--> statement-breakpoint\n",
      "-- DEPENDS: a (b, c\n",
      "-- depend",
      "-- atlas:x\n",
      "\n<<<<<<< ",
      "\n>>>>>>> ",
      "\xE2\x80\x8D",
      "\xC3\xA9",
      "\xFF",
      "{{",
      "}}",
      "-- migcheck: allow(a) b\n",
      "\xEF\xBB\xBF"};
  std::uint32_t state = 11;
  for (int round = 0; round < 3000; ++round) {
    const std::string text =
        sql::random_text(state, pieces, sql::next_random(state) % 20);
    const auto dialect = static_cast<Dialect>(round % 6);
    const auto layout = static_cast<LayoutId>(round % 12);
    const SqlFile file = read(text, layout, dialect);
    std::uint32_t end = 0;
    for (const Statement& statement : file.statements) {
      ASSERT_GE(statement.span.begin, end) << text;
      ASSERT_GT(statement.span.end, statement.span.begin) << text;
      end = statement.span.end;
    }
    ASSERT_LE(end, text.size()) << text;
    ASSERT_EQ(read(text, layout, dialect).tokens, file.tokens) << text;
  }
}

TEST(ReadSqlFile, TellsParenthesesDeeperThanTheLimit) {
  Limits limits;
  limits.nesting = 3;
  const auto read = [&limits](std::string_view text) {
    return read_sql_file(text, Dialect::postgresql, LayoutId::numbered, limits);
  };
  EXPECT_FALSE(read("SELECT (((1)));").nested_too_deep);
  EXPECT_TRUE(read("SELECT ((((1))));").nested_too_deep);
  EXPECT_FALSE(read("SELECT ((1)); SELECT ((1)), ((2));").nested_too_deep);
}

} // namespace
} // namespace migcheck
