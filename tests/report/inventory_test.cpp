#include "io/memory_reader.hpp"
#include "report/golden.hpp"
#include "report/inventory.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace migcheck {
namespace {

const std::string source = "package x\n"
                           "// 漢字\n"
                           "var All = []string{\n"
                           "\t/* 漢 */ \"001_a.sql\",\n"
                           "\t\"9_gone.sql\", \"001_a.sql\",\n"
                           "}\n";

Migration migration(std::string entry, std::string version) {
  Migration made;
  made.path = "db/migrations/" + entry;
  made.entry = std::move(entry);
  made.version_text = version;
  made.version = canonical_decimal(version);
  made.name = "title";
  return made;
}

Span span_of(std::string_view what, std::size_t from = 0) {
  const auto begin = static_cast<std::uint32_t>(source.find(what, from));
  return {begin, begin + static_cast<std::uint32_t>(what.size())};
}

void add_migrations(Project& project) {
  MigrationDirectory& directory = project.directories.emplace_back();
  directory.path = "db/migrations";
  directory.layout = LayoutId::goose;
  directory.layout_evidence = "annotations in 001_a.sql";
  directory.migrations = {
      migration("001_a.sql", "001"),
      migration("002_b.up.sql", "002"),
      migration("1000_\x1B[1m.sql", "1000")};
  Migration& first = directory.migrations[0];
  first.file.read = true;
  first.file.raw = sha256("SELECT 1;\n");
  first.file.depends.push_back({{}, "000_zero.sql", "remark"});
  directory.migrations[1].down = "db/migrations/002_b.down.sql";
  directory.migrations[2].kind = MigrationKind::baseline;
  directory.baseline = "001_a.sql";
  directory.retired.push_back(migration("0_old.sql.retired", "0"));
  directory.retired[0].retired = true;
  directory.skipped.push_back(
      {"db/migrations/##[x].txt", "the name has no version"});
  project.lockfiles.emplace_back();
  project.lockfiles[0].path = "db/migrations/migrations.lock";
  project.lockfiles[0].present = true;
}

void add_lists(Project& project) {
  MigrationDirectory& directory = project.directories.front();
  MigrationList list;
  list.path = "src/list.go";
  list.span = {span_of("{\n").begin, span_of("}").end};
  list.name = "All";
  list.language = "go";
  list.directory = &directory;
  list.intent = Intent::complete;
  list.intent_reason = "it holds most of the directory";
  const std::size_t second = span_of("\"001_a.sql\"").end;
  list.entries = {
      {"001_a.sql", "", span_of("\"001_a.sql\""), {}, &directory.migrations[0]},
      {"9_gone.sql", "", span_of("\"9_gone.sql\""), {}, nullptr},
      {"001_a.sql",
       "",
       span_of("\"001_a.sql\"", second),
       {},
       &directory.migrations[0]}};
  list.missing = {&directory.migrations[1], &directory.migrations[2]};
  list.stale = {1};
  list.stale_hints = {"retired"};
  list.repeated = {2};
  list.order = ListOrder::differs;
  project.lists.push_back(list);

  MigrationList bare;
  bare.path = "src/list.go";
  bare.language = "go";
  bare.shape = ListShape::scattered;
  bare.entries = {{"x\xFF", "src/other.go", {3, 4}, {}, nullptr}};
  project.lists.push_back(bare);

  MigrationList agreeing = list;
  agreeing.missing.clear();
  agreeing.stale.clear();
  agreeing.repeated.clear();
  agreeing.order = ListOrder::same;
  agreeing.intent_reason = "";
  project.lists.push_back(agreeing);
}

class Inventory : public testing::Test {
 protected:
  Inventory() {
    project_.directories.reserve(1);
    add_migrations(project_);
    add_lists(project_);
    places_ = locate_lists(
        MemoryReader{{"src/list.go", source}, {"src/other.go", "a\nb\n"}},
        {},
        project_,
        1u << 20);
  }

  Project project_;
  ListPlaces places_;
};

TEST_F(Inventory, WritesMigrations) {
  expect_golden(
      "inventory.migrations.txt",
      write_migrations_text(
          project_, {{"vendor/x", "fixtures of a tool"}}, Detail::verbose));
  expect_golden("inventory.migrations.json", write_migrations_json(project_));
}

TEST_F(Inventory, WritesLists) {
  EXPECT_TRUE(places_.incomplete.empty());
  expect_golden("inventory.lists.txt", write_lists_text(project_, places_));
  expect_golden("inventory.lists.json", write_lists_json(project_, places_));
}

TEST_F(Inventory, WritesRules) {
  const RuleInfo first = {"a-rule", "what it is", Severity::error};
  const RuleInfo second = {"another-rule", "what else", Severity::warning};
  const std::vector<RuleRow> rows = {
      {&first, Severity::note, true}, {&second, Severity::warning, false}};
  EXPECT_EQ(
      write_rules_text(rows),
      "a-rule        note     on   what it is\n"
      "another-rule  warning  off  what else\n");
  expect_golden("inventory.rules.json", write_rules_json(rows));
}

TEST_F(Inventory, LeavesRejectedDirectoriesToVerbose) {
  EXPECT_EQ(
      write_migrations_text(Project{}, {{"x", "y"}}, Detail::normal),
      "no migration directory found\n");
  EXPECT_EQ(write_lists_text(Project{}, {}), "no list of migrations found\n");
}

TEST_F(Inventory, SaysWhichFilesChanged) {
  const ContentKey other = content_key("other");
  const ListPlaces places = locate_lists(
      MemoryReader{{"src/list.go", source}},
      {{"src/list.go", other}},
      project_,
      1u << 20);
  ASSERT_EQ(places.incomplete.size(), 2u);
  EXPECT_EQ(places.incomplete[0].path, "src/list.go");
  EXPECT_EQ(places.incomplete[0].message, "changed while it was checked");
  EXPECT_EQ(places.incomplete[1].message, "cannot be read");
  EXPECT_EQ(places.lists[0].start, (Position{1, 1}));
}

TEST_F(Inventory, WritesItsFilesForValidators) {
  const char* folder = std::getenv("MIGCHECK_REPORTS");
  if (folder == nullptr) {
    GTEST_SKIP() << "MIGCHECK_REPORTS names no directory";
  }
  const std::string prefix = std::string(folder) + "/inventory.";
  std::ofstream(prefix + "migrations.json") << write_migrations_json(project_);
  std::ofstream(prefix + "lists.json") << write_lists_json(project_, places_);
  std::ofstream(prefix + "rules.json") << write_rules_json({});
}

} // namespace
} // namespace migcheck
