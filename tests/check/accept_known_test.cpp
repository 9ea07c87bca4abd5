#include "check/accept_known.hpp"
#include "check/rule_table.hpp"
#include "diagnostic/engine_rules.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Diagnostic finding(
    const std::string& rule,
    const std::string& path,
    std::vector<std::string> parts = {}) {
  Diagnostic made;
  made.rule = find_rule(rule);
  made.location = {path, {}};
  made.message = "x";
  made.identity = {"of"};
  made.parts = std::move(parts);
  return made;
}

KnownFinding known(
    const std::string& rule,
    const std::string& path,
    std::vector<std::string> parts = {},
    const std::string& reason = "why") {
  return {
      {path, rule, {"of"}, std::move(parts)}, reason, {"known.toml", {1, 2}}};
}

struct Given {
  Selection selection;
  Config config;
  Complete complete = Complete::yes;
  std::string history;
};

// "rule path" of what is kept, "- rule path reason" of what is not, and
// "+ rule path parts reason" of what would be written.
std::string accept(
    std::vector<KnownFinding> entries,
    std::vector<Diagnostic> diagnostics,
    const Given& given = {}) {
  const KnownFile file{"known.toml", std::move(entries)};
  const ActiveRules active(given.selection, given.config);
  Suppressed found;
  found.kept = std::move(diagnostics);
  const auto next = accept_known(
      {file,
       given.config,
       active,
       given.complete,
       [&](std::string_view path) { return path == given.history; }},
      found);
  std::string out;
  for (const Diagnostic& one : found.kept) {
    out += std::string(one.rule->name) + " " + one.location.path + "\n";
  }
  for (const auto& [one, reason] : found.taken) {
    out += "- " + std::string(one.rule->name) + " " + one.location.path + " " +
           reason + "\n";
  }
  for (const KnownFinding& one : next) {
    out += "+ " + one.identity.rule + " " + one.identity.path;
    for (const std::string& part : one.identity.parts) {
      out += " " + part;
    }
    out += " " + one.reason + "\n";
  }
  return out;
}

TEST(AcceptKnown, TakesOutWhatTheFileHolds) {
  EXPECT_EQ(
      accept(
          {known("version-gap", "a.sql")},
          {finding("version-gap", "a.sql"), finding("version-gap", "b.sql")}),
      "version-gap b.sql\n- version-gap a.sql why\n"
      "+ version-gap a.sql why\n+ version-gap b.sql \n");
}

TEST(AcceptKnown, ReportsWhatIsNotFoundAnyMore) {
  EXPECT_EQ(
      accept({known("version-gap", "a.sql")}, {}),
      "stale-baseline-entry known.toml\n");
  EXPECT_EQ(
      accept(
          {known("list-missing-migration", "a.go", {"1", "2"})},
          {finding("list-missing-migration", "a.go", {"2"})}),
      "stale-baseline-entry known.toml\n- list-missing-migration a.go why\n"
      "+ list-missing-migration a.go 2 why\n");
}

TEST(AcceptKnown, LetsAFindingGrowOnlyWithItsEntry) {
  EXPECT_EQ(
      accept(
          {known("list-missing-migration", "a.go", {"1"})},
          {finding("list-missing-migration", "a.go", {"1", "2"})}),
      "list-missing-migration a.go\n"
      "+ list-missing-migration a.go 1 2 why\n");
}

TEST(AcceptKnown, KeepsEntriesThatItCannotJudge) {
  const std::string kept = "+ version-gap a.sql why\n";
  const std::vector<KnownFinding> entries = {known("version-gap", "a.sql")};
  EXPECT_EQ(accept(entries, {}, {{}, {}, Complete::no, ""}), kept);
  EXPECT_EQ(
      accept(
          entries,
          {},
          {{{"duplicate-version"}, {}, {}}, {}, Complete::yes, ""}),
      kept);
  EXPECT_EQ(accept(entries, {}, {{}, {}, Complete::yes, "a.sql"}), kept);
  EXPECT_EQ(
      accept(
          {known("list-missing-migration", "a.go", {"1", "2"})},
          {finding("list-missing-migration", "a.go", {"2"})},
          {{}, {}, Complete::no, ""}),
      "- list-missing-migration a.go why\n"
      "+ list-missing-migration a.go 2 why\n");
}

TEST(AcceptKnown, DoesNotTakeWhatCannotBeAccepted) {
  const std::vector<std::string> rules = {
      "limit-reached",
      "unreadable-file",
      "nothing-checked",
      "unknown-rule",
      "edited-since-base"};
  for (const std::string& rule : rules) {
    EXPECT_EQ(
        accept({known(rule, "a.sql")}, {finding(rule, "a.sql")}),
        rule + " a.sql\nstale-baseline-entry known.toml\n");
    EXPECT_EQ(accept({}, {finding(rule, "a.sql")}), rule + " a.sql\n");
  }
  EXPECT_EQ(
      accept({known("version-gaps", "a.sql")}, {}),
      "unknown-rule known.toml\n");
}

TEST(AcceptKnown, AsksOnceForReasons) {
  EXPECT_EQ(
      accept(
          {known("version-gap", "a.sql", {}, ""),
           known("version-gap", "b.sql", {}, " ")},
          {finding("version-gap", "a.sql"), finding("version-gap", "b.sql")}),
      "suppression-without-reason known.toml\n"
      "- version-gap a.sql \n- version-gap b.sql  \n"
      "+ version-gap a.sql \n+ version-gap b.sql  \n");
}

TEST(AcceptKnown, LetsAnIgnoreSpeakOfTheFile) {
  Given given;
  given.config.ignores = {
      {{}, "stale-baseline-entry", "known.toml", "cleaned up weekly"}};
  EXPECT_EQ(
      accept({known("version-gap", "a.sql")}, {}, given),
      "- stale-baseline-entry known.toml cleaned up weekly\n");
  given.config.ignores.clear();
  given.selection.ignore = {"stale-*"};
  EXPECT_EQ(accept({known("version-gap", "a.sql")}, {}, given), "");
}

} // namespace
} // namespace migcheck
