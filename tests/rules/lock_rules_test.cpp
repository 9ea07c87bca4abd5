// The rules on content and lockfile, on directories whose files were read.
#include "io/memory_reader.hpp"
#include "lock/plan.hpp"
#include "rule_findings.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

#include <map>

namespace migcheck {
namespace {

using Files = std::map<std::string, std::string>;

std::string title_of(const std::string& name) {
  const std::size_t begin = name.find('_') + 1;
  return name.substr(begin, name.find('.') - begin);
}

// A project with one directory `m`, and its lockfile when there is a text.
struct Loaded {
  Project project;

  Loaded(const Files& files, const std::string& lock, LayoutId layout) {
    MigrationDirectory& directory = project.directories.emplace_back();
    directory.path = "m";
    directory.layout = layout;
    directory.lock_path = "m/migrations.lock";
    for (const auto& [name, text] : files) {
      Migration migration;
      migration.path = "m/" + name;
      migration.entry = name;
      migration.name = title_of(name);
      migration.retired = name.find(".retired") != std::string::npos;
      (migration.retired ? directory.retired : directory.migrations)
          .push_back(std::move(migration));
    }
    std::map<std::string, std::string> by_path;
    for (const auto& [name, text] : files) {
      by_path["m/" + name] = text;
    }
    load_migrations(MemoryReader(by_path), project.directories, Limits{}, {1});
    project.lockfiles.push_back(
        lock.empty() ? Lockfile{} : parse_lockfile(lock, "m/migrations.lock"));
    project.attributes.push_back(TextAttribute::unspecified);
  }
};

std::string lock_of(const Files& files) {
  const Loaded loaded(files, "", LayoutId::numbered);
  return format_lockfile(plan_lock(loaded.project.directories[0], {}, {}).next);
}

std::string shown(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& finding : found) {
    text += text.empty() ? "" : "\n";
    text += finding.location.path + ": " + finding.message;
  }
  return text;
}

std::string check(
    std::string_view rule,
    const Files& files,
    const std::string& lock = "",
    LayoutId layout = LayoutId::numbered) {
  return shown(findings_of(rule, Loaded(files, lock, layout).project));
}

TEST(EmptyMigration, LooksAtTheUpPart) {
  const std::tuple<LayoutId, std::string, std::string> cases[] = {
      {LayoutId::numbered, "", "has no statement"},
      {LayoutId::numbered, "-- TODO\n;\n", "has no statement"},
      {LayoutId::numbered, "SELECT 1", ""},
      {LayoutId::numbered, "-- Intentionally empty.\n", ""},
      {LayoutId::numbered, "-- No-op\n", ""},
      {LayoutId::numbered, "\\i other.sql\n", ""},
      {LayoutId::numbered, "{{ include }}\n", ""},
      {LayoutId::goose, "-- +goose Up\n-- +goose Down\n", "has no statement"},
      {LayoutId::goose,
       "-- +goose Up\n-- +goose Down\na;\n",
       "has no statement in its Up part"},
      {LayoutId::goose, "-- +goose Up\na;\n-- +goose Down\n", ""},
      {LayoutId::goose,
       "-- +goose Up\n-- nothing to do\n-- +goose Down\nb;\n",
       ""}};
  for (const auto& [layout, text, expected] : cases) {
    const std::string full =
        expected.empty() ? "" : "m/1_a.sql: \"1_a.sql\" " + expected;
    EXPECT_EQ(check("empty-migration", {{"1_a.sql", text}}, "", layout), full)
        << text;
  }
}

TEST(EmptyMigration, LeavesHabitsAndVariantsAlone) {
  const Files few = {{"1_a.sql", ""}, {"2_b.sql", ""}, {"3_c.sql", "c;"}};
  Loaded loaded(few, "", LayoutId::numbered);
  EXPECT_EQ(findings_of("empty-migration", loaded.project).size(), 2u);
  loaded.project.directories[0].family = "db";
  EXPECT_TRUE(findings_of("empty-migration", loaded.project).empty());
  Files many = few;
  many["4_d.sql"] = "-- nobody\n";
  EXPECT_EQ(check("empty-migration", many), "");
}

TEST(DuplicateContent, FindsCopiesAlone) {
  const std::string table = "CREATE TABLE ants (id bigint PRIMARY KEY);\n";
  const std::string two = table + "CREATE INDEX i ON ants (id);\n";
  const std::pair<Files, std::string> cases[] = {
      {{{"1_a.sql", two}, {"2_b.sql", "-- x\n" + two}},
       "m/2_b.sql: \"2_b.sql\" holds the same SQL as \"1_a.sql\""},
      {{{"1_a.sql", table}, {"2_a.sql", table}},
       "m/2_a.sql: \"2_a.sql\" holds the same SQL as \"1_a.sql\""},
      {{{"1_a.sql", table}, {"2_b.sql", table}}, ""},
      {{{"1_a.sql", "SELECT 1;\n"}, {"2_a.sql", "SELECT 1;\n"}}, ""},
      {{{"1_a.sql", ""}, {"2_a.sql", ""}}, ""},
      {{{"pg/1_a.sql", two}, {"lite/1_a.sql", two}}, ""}};
  for (const auto& [files, expected] : cases) {
    EXPECT_EQ(check("duplicate-content", files), expected);
  }
}

const Files two = {{"1_a.sql", "a;\nb;\n"}, {"2_b.sql", "-- why\nc;\nd;\n"}};

Files with(std::string name, std::string text) {
  Files files = two;
  files[name] = std::move(text);
  return files;
}

TEST(LockRules, AreSilentWhereAllIsLockedOrNothingIs) {
  for (const std::string_view rule :
       {"unlocked-migration",
        "edited-migration",
        "deleted-migration",
        "renamed-migration",
        "malformed-lockfile"}) {
    EXPECT_EQ(check(rule, two, lock_of(two)), "") << rule;
    EXPECT_EQ(check(rule, two), "") << rule;
    const bool malformed = rule == "malformed-lockfile";
    EXPECT_EQ(check(rule, two, "junk").empty(), !malformed) << rule;
  }
}

TEST(UnlockedMigration, NamesEach) {
  EXPECT_EQ(
      check("unlocked-migration", with("3_c.sql", "x;"), lock_of(two)),
      "m/3_c.sql: \"3_c.sql\" is not in the lockfile");
}

TEST(EditedMigration, GivesTheVerdict) {
  const std::tuple<std::string, std::string, Severity> cases[] = {
      {"-- why\r\nc;\r\nd;\n", "only its line ends differ", Severity::warning},
      {"c;\nd;\n", "only blanks and comments differ", Severity::warning},
      {"c;\nD;\n", "statement 2 is the first that differs", Severity::error},
      {"c;\n", "statements were removed after statement 1", Severity::error},
      {"-- +goose Up\nc;\nd;\n", "its SQL differs", Severity::error}};
  for (const auto& [text, expected, severity] : cases) {
    const Loaded loaded(
        with("2_b.sql", text), lock_of(two), LayoutId::numbered);
    const auto found = findings_of("edited-migration", loaded.project);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(
        found[0].message,
        "\"2_b.sql\" was edited after it was locked: " + expected);
    EXPECT_EQ(found[0].severity, severity);
  }
  const Loaded loaded(
      with("2_b.sql", "c;\nD;\n"), lock_of(two), LayoutId::numbered);
  EXPECT_EQ(
      findings_of("edited-migration", loaded.project)[0].location.span,
      (Span{3, 5}));
}

TEST(DeletedAndRenamed, AreToldApart) {
  const std::string lock = lock_of(two);
  Files gone = two;
  gone.erase("2_b.sql");
  EXPECT_EQ(
      check("deleted-migration", gone, lock),
      "m/migrations.lock: the locked migration \"2_b.sql\" is not there");
  EXPECT_EQ(check("renamed-migration", gone, lock), "");
  Files renamed = gone;
  renamed["3_b.sql"] = two.at("2_b.sql");
  EXPECT_EQ(check("deleted-migration", renamed, lock), "");
  EXPECT_EQ(check("unlocked-migration", renamed, lock), "");
  EXPECT_EQ(
      check("renamed-migration", renamed, lock),
      "m/3_b.sql: \"3_b.sql\" was locked as \"2_b.sql\"");
  Files retired = gone;
  retired["2_b.sql.retired"] = "-- Retired: replaced.\nc;\nd;\n";
  EXPECT_EQ(check("deleted-migration", retired, lock), "");
  EXPECT_EQ(check("renamed-migration", retired, lock), "");
}

TEST(MalformedLockfile, ShowsTheFirstProblem) {
  std::string lock = lock_of(two);
  lock.insert(lock.find('\n') + 1, "<<<<<<< HEAD\n");
  lock += ">>>>>>> x\n";
  const Loaded loaded(two, lock, LayoutId::numbered);
  const auto found = findings_of("malformed-lockfile", loaded.project);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "line 2 holds a conflict marker");
  ASSERT_EQ(found[0].related.size(), 1u);
  EXPECT_EQ(found[0].related[0].message, "line 5 holds a conflict marker");
}

TEST(UnstableLineEndings, DependsOnRunnerAttributeAndFile) {
  struct Case {
    LayoutId layout;
    TextAttribute attribute;
    std::string text;
    std::size_t findings;
  };

  const Case cases[] = {
      {LayoutId::sqlx, TextAttribute::automatic, "a;\n", 1},
      {LayoutId::sqlx, TextAttribute::unspecified, "a;\r\n", 1},
      {LayoutId::sqlx, TextAttribute::unspecified, "a;\n", 0},
      {LayoutId::sqlx, TextAttribute::fixed, "a;\r\n", 0},
      {LayoutId::goose, TextAttribute::automatic, "a;\r\n", 0}};
  for (const Case& c : cases) {
    Loaded loaded({{"1_a.sql", c.text}}, "", c.layout);
    loaded.project.attributes[0] = c.attribute;
    EXPECT_TRUE(findings_of("unstable-line-endings", loaded.project).empty());
    loaded.project.git = true;
    EXPECT_EQ(
        findings_of("unstable-line-endings", loaded.project).size(),
        c.findings);
  }
}

} // namespace
} // namespace migcheck
