#include "check/findings.hpp"
#include "check/rule_table.hpp"
#include "check/suppressions.hpp"
#include "diagnostic/engine_rules.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Diagnostic finding(const std::string& path, Span span) {
  Diagnostic made;
  made.rule = find_rule("duplicate-version");
  made.location = {path, span};
  made.message = "x";
  return made;
}

Suppression
comment(const std::string& rule, const std::string& reason, Span covers) {
  return {"m/1.sql", {covers.begin, covers.begin + 1}, rule, reason, covers};
}

// "path:begin rule" of what is kept, then "- path:begin reason" of the rest.
std::string spelt(const Suppressed& result) {
  std::string out;
  for (const Diagnostic& one : result.kept) {
    out += one.location.path + ":" + std::to_string(one.location.span.begin) +
           " " + std::string(one.rule->name) + "\n";
  }
  for (const auto& [one, reason] : result.taken) {
    out += "- " + one.location.path + ":" +
           std::to_string(one.location.span.begin) + " " + reason + "\n";
  }
  return out;
}

std::string apply(
    std::vector<Diagnostic> diagnostics,
    const std::vector<Suppression>& comments,
    const Config& config = {},
    const Selection& selection = {},
    Complete complete = Complete::yes) {
  const ActiveRules active(selection, config);
  return spelt(apply_suppressions(
      std::move(diagnostics), comments, config, active, complete));
}

TEST(Suppressions, TakeOutWhatTheirLinesHold) {
  const std::vector<Suppression> comments = {
      comment("duplicate-version", "why", {10, 20})};
  const std::vector<std::pair<Span, std::string>> table = {
      {{9, 12}, "m/1.sql:9 duplicate-version\nm/1.sql:10 unused-suppression\n"},
      {{10, 12}, "- m/1.sql:10 why\n"},
      {{20, 20}, "- m/1.sql:20 why\n"},
      {{21, 22},
       "m/1.sql:21 duplicate-version\nm/1.sql:10 unused-suppression\n"},
      {{0, 1}, "m/1.sql:0 duplicate-version\nm/1.sql:10 unused-suppression\n"},
      {{0, 0}, "- m/1.sql:0 why\n"}};
  for (const auto& [span, expected] : table) {
    EXPECT_EQ(apply({finding("m/1.sql", span)}, comments), expected);
  }
  EXPECT_EQ(
      apply({finding("m/2.sql", {10, 11})}, comments),
      "m/2.sql:10 duplicate-version\nm/1.sql:10 unused-suppression\n");
}

TEST(Suppressions, MayOverlap) {
  const std::vector<Suppression> comments = {
      comment("duplicate-version", "long", {0, 100}),
      comment("duplicate-version", "short", {10, 20}),
      comment("version-gap", "other", {0, 100})};
  EXPECT_EQ(
      apply(
          {finding("m/1.sql", {50, 51}), finding("m/1.sql", {101, 102})},
          {comments[0], comments[1]}),
      "m/1.sql:101 duplicate-version\nm/1.sql:10 unused-suppression\n"
      "- m/1.sql:50 long\n");
}

TEST(Suppressions, AreReportedWhenTheySayTooLittle) {
  const std::vector<Suppression> comments = {
      comment("duplicate-version", "", {0, 10}),
      comment("duplicate-versions", "r", {20, 30}),
      comment("", "r", {40, 50}),
      comment("unused-suppression", "r", {60, 70})};
  EXPECT_EQ(
      apply({finding("m/1.sql", {5, 6})}, comments),
      "m/1.sql:0 suppression-without-reason\n"
      "m/1.sql:20 unknown-rule\n"
      "m/1.sql:40 unknown-rule\n"
      "- m/1.sql:5 \n");
}

TEST(Suppressions, OfRulesThatDidNotRunAreNotUnused) {
  const std::vector<Suppression> comments = {
      comment("duplicate-version", "why", {10, 20})};
  EXPECT_EQ(apply({}, comments), "m/1.sql:10 unused-suppression\n");
  EXPECT_EQ(apply({}, comments, {}, {{}, {"duplicate-version"}, {}}), "");
  EXPECT_EQ(apply({}, comments, {}, {}, Complete::no), "");
  EXPECT_EQ(apply({}, comments, {}, {{"*"}, {"unused-*"}, {}}), "");
}

TEST(Suppressions, MayThemselvesBeSuppressed) {
  const std::vector<Suppression> comments = {
      comment("unused-suppression", "kept for a while", {0, 15}),
      comment("duplicate-version", "why", {10, 20})};
  EXPECT_EQ(apply({}, comments), "- m/1.sql:10 kept for a while\n");
}

TEST(Ignores, MatchByRuleAndPath) {
  Config config;
  config.ignores = {
      {{"migcheck.toml", {1, 2}}, "duplicate-version", "m/078-*", "a"},
      {{"migcheck.toml", {3, 4}}, "duplicate-version", "old", "b"},
      {{"migcheck.toml", {5, 6}}, "unused-suppression", "", "c"},
      {{"migcheck.toml", {7, 8}}, "no-such", "", "d"},
      {{"migcheck.toml", {9, 10}}, "duplicate-version", "gone", "e"}};
  config.rules = {
      {{"migcheck.toml", {11, 12}}, "verson-gap", Severity::off, {}}};
  const std::vector<Diagnostic> diagnostics = {
      finding("m/078-a.sql", {0, 0}),
      finding("m/079-a.sql", {0, 0}),
      finding("old/x/1.sql", {0, 0})};
  const std::vector<Suppression> comments = {
      comment("duplicate-version", "why", {10, 20})};
  EXPECT_EQ(
      apply(diagnostics, comments, config),
      "m/079-a.sql:0 duplicate-version\n"
      "migcheck.toml:11 unknown-rule\n"
      "migcheck.toml:7 unknown-rule\n"
      "migcheck.toml:9 stale-baseline-entry\n"
      "- m/078-a.sql:0 a\n"
      "- old/x/1.sql:0 b\n"
      "- m/1.sql:10 c\n");
}

TEST(Settings, BelongToRulesThatHaveThem) {
  Config config;
  config.rules = {
      {{"migcheck.toml", {1, 2}}, "duplicate-version", {}, 6},
      {{"migcheck.toml", {3, 4}}, "partition-horizon", {}, 6}};
  EXPECT_EQ(apply({}, {}, config), "migcheck.toml:1 unknown-rule\n");
}

TEST(Suppressions, SayWhatToDoAtTheConfiguredLevel) {
  Config config;
  config.rules = {{{}, "unused-suppression", Severity::error, {}}};
  const Selection selection;
  const ActiveRules active(selection, config);
  const Suppressed result = apply_suppressions(
      {},
      {comment("duplicate-version", "why", {10, 20})},
      config,
      active,
      Complete::yes);
  ASSERT_EQ(result.kept.size(), 1u);
  EXPECT_EQ(result.kept[0].severity, Severity::error);
  EXPECT_EQ(
      result.kept[0].message,
      "suppression of \"duplicate-version\" suppresses nothing");
  EXPECT_EQ(result.kept[0].help, "remove it");
}

} // namespace
} // namespace migcheck
