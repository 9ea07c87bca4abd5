// What is kept of a file's annotations: what the runner refuses, what it
// passes over, where it cuts.
#include "sql/load.hpp"
#include "sql/runner_settings.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace migcheck {
namespace {

SqlFile read(
    std::string_view text,
    LayoutId layout,
    Dialect dialect = Dialect::postgresql) {
  return read_sql_file(text, dialect, layout, Limits{});
}

struct Case {
  LayoutId layout;
  std::string_view text;
  std::string_view expected;
};

// What is refused, as NUMBER`text`.
std::string refused(LayoutId layout, std::string_view text) {
  std::string shown;
  const SqlFile file = read(text, layout);
  for (const RefusedAnnotation& one : file.annotations.refused) {
    shown += std::to_string(static_cast<int>(one.problem)) + "`" +
             std::string(one.at.of(text)) + "`";
  }
  return shown;
}

std::string number(AnnotationProblem problem) {
  return std::to_string(static_cast<int>(problem));
}

TEST(Annotations, NameWhatTheRunnerRefuses) {
  struct RefusedCase {
    LayoutId layout;
    std::string_view text;
    AnnotationProblem problem;
    std::string_view at;
  };

  using enum AnnotationProblem;
  const std::string_view head = "--liquibase formatted sql\n";
  const RefusedCase cases[] = {
      {LayoutId::goose,
       "-- +goose Up\na\n-- +goose Down\nb;",
       unfinished_at_down,
       "a"},
      {LayoutId::goose,
       "-- +goose Up\na; /* b */\n",
       unfinished_at_end,
       "a; /* b */"},
      {LayoutId::goose,
       "-- +goose Up\na;\n-- +goose Dwn",
       unknown_annotation,
       "-- +goose Dwn"},
      {LayoutId::goose, "a;\n", no_up, ""},
      {LayoutId::goose, "a;\n-- +goose Up\nb;", sql_before_up, "a;"},
      {LayoutId::goose,
       "-- +goose Up\n/*\n-- +goose Down\n*/ a;\n",
       inside_text,
       "-- +goose Down"},
      {LayoutId::dbmate, "-- migrate:up\na;", no_down, ""},
      {LayoutId::atlas, "-- atlas:txmode all\n\na;", bad_value, "all"},
      {LayoutId::atlas,
       "-- atlas:txmode none\n-- atlas:txmode file\n\na;",
       second_value,
       "-- atlas:txmode file"},
      {LayoutId::liquibase_sql,
       "-changeset a:1\nb;",
       single_dash,
       "-changeset a:1"},
      {LayoutId::liquibase_sql,
       "--changeset a\nb;",
       no_identity,
       "--changeset a"},
      {LayoutId::liquibase_sql,
       "--changeset a: 1\nb;",
       no_identity,
       "--changeset a: 1"},
      {LayoutId::liquibase_sql,
       "--changeset a:1\n--changeset a:2\nb;",
       no_sql,
       "--changeset a:1"},
      {LayoutId::liquibase_sql,
       "--changeset a:1\n--comments: b\nc;",
       wrong_word,
       "--comments: b"},
      {LayoutId::liquibase_sql,
       "--changeset a:1\n--precondition-x\nc;",
       no_value,
       "--precondition-x"},
      {LayoutId::liquibase_sql,
       "--comment: x\n--changeset a:1\nc;",
       before_changeset,
       "--comment: x"}};
  for (const RefusedCase& c : cases) {
    const std::string text =
        (c.layout == LayoutId::liquibase_sql ? std::string(head) : "") +
        std::string(c.text);
    const std::string expected =
        number(c.problem) + "`" + std::string(c.at) + "`";
    EXPECT_NE(refused(c.layout, text).find(expected), std::string::npos)
        << text << "\n"
        << refused(c.layout, text);
  }
}

TEST(Annotations, TakeWhatTheRunnerTakes) {
  const Case cases[] = {
      {LayoutId::goose, "-- +goose Up\na; -- b\n-- +goose Down\nc;\n", ""},
      {LayoutId::goose, "-- +goose Up\n\na;\n\n-- c\n", ""},
      {LayoutId::goose,
       "-- +goose Up\n-- +goose StatementBegin\na;\nb;\n-- +goose "
       "StatementEnd\n",
       ""},
      {LayoutId::numbered, "a", ""},
      {LayoutId::atlas, "-- atlas:nolint\n\na;", ""},
      {LayoutId::liquibase_sql, "a;", ""},
      {LayoutId::liquibase_sql,
       "-- Liquibase Formatted SQL\n--changeset \"a b\":\"c d\" "
       "runInTransaction:false\n--comment: e\na;\n--rollback b;\n"
       "--changeset a:2\n--ignoreLines:1\n-changeset\nc;\n"
       "--preconditions onFail:MARK_RAN\n"
       "--precondition-sql-check expectedResult:0 SELECT 1\n-- comments on d\n",
       ""}};
  for (const Case& c : cases) {
    EXPECT_EQ(refused(c.layout, c.text), c.expected) << c.text;
  }
}

// What is passed over, as its right forms.
std::string ignored(LayoutId layout, std::string_view text) {
  std::string shown;
  const SqlFile file = read(text, layout);
  for (const IgnoredAnnotation& one : file.annotations.ignored) {
    shown += (shown.empty() ? "" : "|") + one.meant;
  }
  return shown;
}

TEST(Annotations, NameWhatTheRunnerPassesOver) {
  const Case cases[] = {
      {LayoutId::goose,
       "-- +goose Up\na;\n-- + goose Down\nb;",
       "-- +goose Down"},
      {LayoutId::goose, "-- +gooose Up\n", "-- +goose Up"},
      {LayoutId::goose, "-- goose down\n", "-- +goose Down"},
      {LayoutId::goose, "-- +Goose StatementBegin", "-- +goose StatementBegin"},
      {LayoutId::goose, "/* +goose Up */", "-- +goose Up"},
      {LayoutId::goose,
       "-- goose: no  transaction",
       "-- +goose NO TRANSACTION"},
      {LayoutId::goose, "a; -- +goose Down\n", "-- +goose Down"},
      {LayoutId::goose, "-- +Goose StatmentEnd", "-- +goose StatementEnd"},
      {LayoutId::goose, "-- +goose Up\n-- goose up and down\n", ""},
      {LayoutId::goose, "-- the geese go down\n-- goose\n", ""},
      {LayoutId::goose, "-- +goose Down -- never\n", ""}, // refused instead
      {LayoutId::dbmate, "-- Migrate:Up\n", "-- migrate:up"},
      {LayoutId::dbmate, "  -- migrate:down\n", "-- migrate:down"},
      {LayoutId::dbmate, "-- migrate: down\n", "-- migrate:down"},
      {LayoutId::dbmate, "-- migrate up\n", "-- migrate:up"},
      {LayoutId::dbmate, "-- migrate:dwon\n", "-- migrate:down"},
      {LayoutId::dbmate, "-- migrate up the hill\n-- migrate:upgrade\n", ""},
      {LayoutId::dbmate,
       "-- migrate:up transaction:False\n",
       "transaction:false"},
      {LayoutId::dbmate,
       "-- migrate:up transaction=false\n",
       "transaction:false"},
      {LayoutId::dbmate, "-- migrate:up transaction:false a:b\n", ""},
      {LayoutId::sqlx, "\n-- no-transaction\na;", "-- no-transaction"},
      {LayoutId::sqlx, "--no-transaction\na;", "-- no-transaction"},
      {LayoutId::sqlx, "-- No Transaction\na;", "-- no-transaction"},
      {LayoutId::sqlx, "-- no-transaction for this\n-- no-transaction", ""},
      {LayoutId::sqlx, "-- no transaction is needed\na;", ""},
      {LayoutId::diesel,
       "-- run_in_transaction = false\n",
       "run_in_transaction = false"},
      {LayoutId::atlas, "-- atlas:txmode none\na;", "-- atlas:txmode none"},
      {LayoutId::atlas,
       "-- atlas:txmode none\r\n\r\na;",
       "-- atlas:txmode none"},
      {LayoutId::atlas, "-- atlas:txmod none\n\na;", "-- atlas:txmode none"},
      {LayoutId::atlas, "-- atlas:txmode file\na;", ""},
      {LayoutId::atlas, "-- atlas:nolint\na;", ""},
      {LayoutId::liquibase_sql, "--changset b:2\na;", "--changeset b:2"},
      {LayoutId::liquibase_sql, "--change set b:2\na;", "--changeset b:2"},
      {LayoutId::liquibase_sql, "--changes are made by b:2\na;", ""},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 runInTransaction : false\n",
       "runInTransaction:false"},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 runInTransaction:flase\n",
       "runInTransaction:false"},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 runOnChange:yes\n",
       "runOnChange:true"},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 runInTransacton:false x:y\n",
       "runInTransaction:false"},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 labels:x "
       "failOnError:FALSE\n",
       ""},
      {LayoutId::drizzle,
       "a\n--> statement breakpoint\nb",
       "--> statement-breakpoint"},
      {LayoutId::drizzle,
       "a\n-- > statement-breakpoint\nb",
       "--> statement-breakpoint"},
      {LayoutId::drizzle, "a\n--> statement-breakpoint\nb", ""},
      {LayoutId::numbered, "-- + goose Up\n-- Migrate:Up\n", ""}};
  for (const Case& c : cases) {
    EXPECT_EQ(ignored(c.layout, c.text), c.expected) << c.text;
  }
}

// Statements that are cut, `/` and what they are cut at.
std::string cut(LayoutId layout, std::string_view text) {
  std::string shown;
  const SqlFile file = read(text, layout);
  for (const CutStatement& one : file.annotations.cut) {
    const Span first{one.statement.begin, one.cut.end};
    shown += (shown.empty() ? "" : "|") + std::string(first.of(text));
  }
  return shown;
}

TEST(Annotations, ShowWhereTheRunnerCuts) {
  const Case cases[] = {
      {LayoutId::goose, "-- +goose Up\na $$\nb;\nc;\n$$;\nd;", "a $$\nb;"},
      {LayoutId::goose, "-- +goose Up\na ('b;\nc');\n", "a ('b;"},
      {LayoutId::goose, "-- +goose Up\na (1, -- b;\n2);\n", ""},
      {LayoutId::goose, "-- +goose Up\na (1,\n-- b;\n2);\n", ""},
      {LayoutId::goose, "-- +goose Up\na (1, /* b;\n*/ 2);\n", "a (1, /* b;"},
      {LayoutId::goose, "-- +goose Up\na; b;\nc $$d;$$;\n", ""},
      {LayoutId::goose, "-- +goose Up\na 'it\\'s;\n b\\' ;';\n", ""},
      {LayoutId::goose,
       "-- +goose Up\n-- +goose StatementBegin\na $$\nb;\n$$;\n-- +goose "
       "StatementEnd\n",
       ""},
      {LayoutId::numbered, "a $$\nb;\n$$;", ""},
      {LayoutId::drizzle,
       "a '\n--> statement-breakpoint\n';",
       "a '\n--> statement-breakpoint"},
      {LayoutId::drizzle, "a\n--> statement-breakpoint\nb", ""}};
  for (const Case& c : cases) {
    EXPECT_EQ(cut(c.layout, c.text), c.expected) << c.text;
  }
}

// Each statement's part of the file, with `!` where no transaction is.
TEST(Annotations, SayWhatRunsTogether) {
  const Case cases[] = {
      {LayoutId::goose, "-- +goose Up\na;\nb;\n-- +goose Down\nc;", "0 0 1"},
      {LayoutId::goose, "-- +goose NO TRANSACTION\n-- +goose Up\na;", "!1"},
      {LayoutId::dbmate,
       "-- migrate:up transaction:false\na;\n-- migrate:down\nb;",
       "!0 1"},
      {LayoutId::sqlx, "-- no-transaction\na;b;", "!0 !0"},
      {LayoutId::atlas, "-- atlas:txmode none\n\na;", "!0"},
      {LayoutId::liquibase_sql,
       "--liquibase formatted sql\n--changeset a:1 "
       "runInTransaction:false\na;\n--changeset a:2\nb;\n",
       "!1 2"},
      {LayoutId::numbered, "a;b", "0 0"}};
  for (const Case& c : cases) {
    std::string shown;
    for (const Statement& statement : read(c.text, c.layout).statements) {
      shown += shown.empty() ? "" : " ";
      shown += (statement.bare ? "!" : "") + std::to_string(statement.part);
    }
    EXPECT_EQ(shown, c.expected) << c.text;
  }
}

TEST(Annotations, KnowAnExplainedDown) {
  const auto explained = [](std::string_view down) {
    const std::string text =
        "-- +goose Up\na;\n-- b\n-- +goose Down\n" + std::string(down);
    return read(text, LayoutId::goose).annotations.down_explained;
  };
  EXPECT_FALSE(explained(""));
  EXPECT_FALSE(explained("-- TODO\n"));
  EXPECT_FALSE(explained("-- SQL in this section is executed when the "
                         "migration is rolled back.\n"));
  EXPECT_TRUE(explained("-- nothing to undo\n"));
}

TEST(RunnerSettings, AreReadAsTheRunnerReadsThem) {
  struct SettingsCase {
    LayoutId layout;
    std::string_view text;
    std::string_view expected; // on, off or nothing; `!` refused; `?` ignored
  };

  const SettingsCase cases[] = {
      {LayoutId::diesel, "run_in_transaction = false\n", "off"},
      {LayoutId::diesel, "run_in_transaction = true\nother = 1\n", "on"},
      {LayoutId::diesel, "run_in_transacton = true\n", "off?"},
      {LayoutId::diesel, "", "off?"},
      {LayoutId::diesel, "run_in_transaction = \"false\"", "off?"},
      {LayoutId::diesel, "run_in_transaction =", ""},
      {LayoutId::flyway, "executeInTransaction=false\n", "off"},
      {LayoutId::flyway, "# a\n\nencoding = UTF-8\r\n", ""},
      {LayoutId::flyway, "executeIntransaction=false\n", "!"}};
  for (const SettingsCase& c : cases) {
    RunnerSettings settings;
    sql::read_settings(c.text, c.layout, settings);
    std::string shown;
    if (settings.transaction) {
      shown = *settings.transaction ? "on" : "off";
    }
    shown += settings.refused.empty() ? "" : "!";
    shown += settings.ignored.empty() ? "" : "?";
    EXPECT_EQ(shown, c.expected) << c.text;
  }
}

} // namespace
} // namespace migcheck
