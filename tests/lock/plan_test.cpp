#include "lock/plan.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

#include <map>

namespace migcheck {
namespace {

using Files = std::map<std::string, std::string>;

// A directory `m` with these files; names that end in `.retired` are so.
MigrationDirectory directory(const Files& files) {
  MigrationDirectory made;
  made.path = "m";
  made.lock_path = "m/migrations.lock";
  for (const auto& [name, text] : files) {
    Migration migration;
    migration.path = "m/" + name;
    migration.entry = name;
    migration.retired = name.find(".retired") != std::string::npos;
    migration.file =
        read_sql_file(text, Dialect::postgresql, LayoutId::numbered, Limits{});
    migration.file.path = migration.path;
    (migration.retired ? made.retired : made.migrations)
        .push_back(std::move(migration));
  }
  return made;
}

// The lockfile of these files, written and read again.
Lockfile locked(const Files& files) {
  const LockPlan plan = plan_lock(directory(files), {}, {});
  EXPECT_TRUE(plan.refusals.empty());
  Lockfile read =
      parse_lockfile(format_lockfile(plan.next), "m/migrations.lock");
  EXPECT_TRUE(read.problems.empty());
  return read;
}

// Changes as `kind entry`, refusals as `! message`.
std::string shown(const LockPlan& plan) {
  std::string text;
  for (const LockChange& change : plan.changes) {
    text += text.empty() ? "" : ", ";
    text += std::string(change_name(change.kind)) + " " + change.entry;
  }
  for (const LockRefusal& refusal : plan.refusals) {
    text += text.empty() ? "" : ", ";
    text += "! " + refusal.path + ": " + refusal.message;
  }
  return text;
}

std::string entries(const LockPlan& plan) {
  std::string text;
  for (const LockLine& line : plan.next.lines) {
    text += text.empty() ? "" : " ";
    text += line.entry + (line.retired ? "(retired)" : "");
  }
  return text;
}

const Files two = {{"1_a.sql", "a;\nb;\n"}, {"3_c.sql", "c;\n"}};

Files with(Files files, const std::string& name, const std::string& text) {
  files[name] = text;
  return files;
}

Files without(Files files, const std::string& name) {
  files.erase(name);
  return files;
}

TEST(LockPlan, StartsExtendsAndRests) {
  const LockPlan first = plan_lock(directory(two), {}, {});
  EXPECT_EQ(shown(first), "added 1_a.sql, added 3_c.sql");
  const Lockfile lock = locked(two);
  EXPECT_TRUE(plan_lock(directory(two), lock, {}).up_to_date());
  const LockPlan more =
      plan_lock(directory(with(two, "2_b.sql", "b;")), lock, {});
  EXPECT_EQ(shown(more), "added 2_b.sql");
  EXPECT_EQ(entries(more), "1_a.sql 2_b.sql 3_c.sql");
}

TEST(LockPlan, NeverBlessesAnEdit) {
  const Lockfile lock = locked(two);
  Files edited = with(two, "1_a.sql", "a;\nx;\n");
  edited["4_d.sql"] = "d;";
  const LockPlan plan = plan_lock(directory(edited), lock, {});
  EXPECT_EQ(
      shown(plan),
      "added 4_d.sql, "
      "! m/1_a.sql: the migration was edited after it was locked");
  EXPECT_EQ(plan.next.lines[0].raw, lock.lines[0].raw);

  const LockPlan gone = plan_lock(directory(without(two, "1_a.sql")), lock, {});
  EXPECT_EQ(
      shown(gone),
      "! m/migrations.lock: the locked migration \"1_a.sql\" is not there");
  EXPECT_EQ(entries(gone), "1_a.sql 3_c.sql");
}

TEST(LockPlan, LeavesLinesOfHarmlessEdits) {
  const Lockfile lock = locked(two);
  for (const std::string text : {"a;\r\nb;\r\n", "a; -- why\nb;\n"}) {
    const LockPlan plan =
        plan_lock(directory(with(two, "1_a.sql", text)), lock, {});
    EXPECT_TRUE(plan.up_to_date());
    EXPECT_EQ(plan.next.lines[0].raw, lock.lines[0].raw);
  }
}

TEST(LockPlan, RecordsAnAmendment) {
  const Lockfile lock = locked(two);
  const Files edited = with(two, "1_a.sql", "a;\nx;\n");
  const LockPlan plan = plan_lock(
      directory(edited), lock, {.amend = "m/1_a.sql", .reason = "typo"});
  EXPECT_EQ(shown(plan), "amended 1_a.sql");
  EXPECT_TRUE(plan.amended);
  EXPECT_EQ(plan.next.lines[0].amended, "typo");
  EXPECT_TRUE(plan_lock(directory(edited), plan.next, {}).up_to_date());

  const LockPlan nothing =
      plan_lock(directory(two), lock, {.amend = "1_a.sql", .reason = "typo"});
  EXPECT_EQ(
      shown(nothing),
      "! m/1_a.sql: the migration is as it was locked: there is nothing to "
      "amend");
  const LockPlan silent =
      plan_lock(directory(edited), lock, {.amend = "1_a.sql"});
  EXPECT_FALSE(silent.refusals.empty());
  EXPECT_FALSE(
      plan_lock(directory(two), lock, {.amend = "9.sql", .reason = "x"})
          .amended);
}

TEST(LockPlan, ForgetsADeletedMigrationOnRequest) {
  const LockPlan plan = plan_lock(
      directory(without(two, "1_a.sql")),
      locked(two),
      {.amend = "1_a.sql", .reason = "never released"});
  EXPECT_EQ(shown(plan), "amended 1_a.sql");
  EXPECT_EQ(entries(plan), "1_a.sql(retired) 3_c.sql");
}

TEST(LockPlan, MarksRetiredMigrations) {
  const Lockfile lock = locked(two);
  Files retired = without(two, "1_a.sql");
  retired["1_a.sql.retired"] = "-- replaced by 3_c\na;\nb;\n";
  const LockPlan plan = plan_lock(directory(retired), lock, {});
  EXPECT_EQ(shown(plan), "retired 1_a.sql");
  EXPECT_EQ(entries(plan), "1_a.sql(retired) 3_c.sql");
  EXPECT_TRUE(plan_lock(directory(retired), plan.next, {}).up_to_date());
  EXPECT_EQ(
      shown(plan_lock(directory(two), plan.next, {})), "restored 1_a.sql");

  retired["1_a.sql.retired"] = "other;";
  EXPECT_EQ(
      shown(plan_lock(directory(retired), lock, {})),
      "! m/migrations.lock: the locked migration \"1_a.sql\" is not there");
}

TEST(LockPlan, NamesARename) {
  Files renamed = without(two, "1_a.sql");
  renamed["2_a.sql"] = "a;\r\nb;\r\n";
  const LockPlan plan = plan_lock(directory(renamed), locked(two), {});
  EXPECT_EQ(
      shown(plan),
      "added 2_a.sql, ! m/migrations.lock: the locked migration \"1_a.sql\" "
      "was renamed to \"2_a.sql\"");
}

TEST(LockPlan, RefusesObjectionsUnlessForced) {
  const LockRequest plain = {.objections = {{"m/3_c.sql", "it is bad"}}};
  EXPECT_EQ(
      shown(plan_lock(directory(two), {}, plain)),
      "added 1_a.sql, added 3_c.sql, ! m/3_c.sql: it is bad");
  LockRequest forced = plain;
  forced.force = true;
  forced.reason = "released already";
  const LockPlan plan = plan_lock(directory(two), {}, forced);
  EXPECT_EQ(shown(plan), "added 1_a.sql, added 3_c.sql");
  EXPECT_EQ(plan.next.lines[0].forced, "");
  EXPECT_EQ(plan.next.lines[1].forced, "released already");
}

TEST(LockPlan, TouchesNoDamagedLockfile) {
  const Lockfile damaged = parse_lockfile("<<<<<<< HEAD\n", "m/x.lock");
  const LockPlan plan = plan_lock(directory(two), damaged, {});
  EXPECT_FALSE(plan.refusals.empty());
  EXPECT_TRUE(plan.next.lines.empty());
  Lockfile swapped = locked(two);
  std::swap(swapped.lines[0], swapped.lines[1]);
  EXPECT_EQ(
      shown(plan_lock(directory(two), swapped, {})),
      "! m/migrations.lock: \"1_a.sql\" stands after a migration that is "
      "applied later");
}

TEST(LockPlan, HashesAgainForANewLexer) {
  Lockfile old = locked(two);
  const Digest tokens = old.lines[0].tokens;
  old.lexer = 0;
  old.lines[0].tokens = {};
  old.lines[0].statements.clear();
  const LockPlan plan = plan_lock(directory(two), old, {});
  EXPECT_EQ(shown(plan), "rehashed ");
  EXPECT_EQ(plan.next.lexer, lexer_version);
  EXPECT_EQ(plan.next.lines[0].tokens, tokens);
  EXPECT_EQ(plan.next.lines[0].statements.size(), 2u);
}

TEST(LockPlan, ChainsAsTheConfigurationSays) {
  DirectoryConfig config;
  config.lock_chain = true;
  MigrationDirectory chained = directory(two);
  chained.config = &config;
  const LockPlan plan = plan_lock(chained, locked(two), {});
  EXPECT_TRUE(plan.next.chained);
  EXPECT_FALSE(plan.up_to_date());
  EXPECT_TRUE(parse_lockfile(format_lockfile(plan.next), "x").problems.empty());
}

TEST(LockPlan, LeavesRepeatablesOut) {
  MigrationDirectory repeatable = directory(two);
  repeatable.migrations[1].kind = MigrationKind::repeatable;
  EXPECT_EQ(shown(plan_lock(repeatable, {}, {})), "added 1_a.sql");
}

TEST(LockVerdict, GrowsFromLineEndingsToSql) {
  struct Case {
    std::string text;
    LockVerdict verdict;
    std::optional<std::uint32_t> statement;
  };

  const Files files = {{"1.sql", "a;\n-- x\nb;\nc;\n"}};
  const Lockfile lock = locked(files);
  const Case cases[] = {
      {"a;\n-- x\nb;\nc;\n", LockVerdict::same, {}},
      {"a;\r\n-- x\r\nb;\nc;\n", LockVerdict::line_endings, {}},
      {"a;\n-- y\nb;\nc;\n", LockVerdict::comments, {}},
      {"a;\nb ;c;\r\n", LockVerdict::comments, {}},
      {"a;\n-- x\nB;\nc;\n", LockVerdict::sql, 1},
      {"a;\n-- x\nb;\n", LockVerdict::sql, 2},
      {"a;\n-- x\nb;\nc;\nd;\n", LockVerdict::sql, 3},
      {"a;\n-- +goose Up\nb;\nc;\n", LockVerdict::sql, {}}};
  for (const Case& c : cases) {
    const SqlFile file = read_sql_file(
        c.text, Dialect::postgresql, LayoutId::numbered, Limits{});
    const LockComparison found =
        compare_with_line(lock, lock.lines[0], file, Dialect::postgresql);
    EXPECT_EQ(verdict_name(found.verdict), verdict_name(c.verdict)) << c.text;
    EXPECT_EQ(found.statement, c.statement) << c.text;
  }
}

TEST(LockVerdict, IsNeverCommentsForAnotherLexer) {
  Lockfile lock = locked({{"1.sql", "a;"}});
  const auto verdict = [&](std::string_view text, Dialect dialect) {
    const SqlFile file =
        read_sql_file(text, dialect, LayoutId::numbered, Limits{});
    return compare_with_line(lock, lock.lines[0], file, dialect).verdict;
  };
  EXPECT_EQ(verdict("a; -- x", Dialect::postgresql), LockVerdict::comments);
  EXPECT_EQ(verdict("a; -- x", Dialect::mysql), LockVerdict::sql);
  lock.lexer = lexer_version + 1;
  EXPECT_EQ(verdict("a; -- x", Dialect::postgresql), LockVerdict::sql);
  EXPECT_EQ(verdict("a;", Dialect::postgresql), LockVerdict::same);
}

TEST(LockDifferences, LeaveUnreadableFilesOpen) {
  MigrationDirectory broken = directory(two);
  broken.migrations[0].file = {};
  broken.migrations[0].file.failure = ReadFailure::denied;
  const Lockfile lock = locked(two);
  const LockDifferences found = compare_with_lock(broken, lock);
  EXPECT_TRUE(found.deleted.empty());
  EXPECT_EQ(found.unreadable.size(), 1u);
  broken.migrations[0].file.failure = ReadFailure::missing;
  EXPECT_EQ(compare_with_lock(broken, lock).deleted.size(), 1u);
}

} // namespace
} // namespace migcheck
