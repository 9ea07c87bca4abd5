#include "check/rule_table.hpp"
#include "check/selection.hpp"
#include "diagnostic/engine_rules.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

constexpr RuleInfo rule = {"version-gap", "", Severity::warning};
constexpr RuleInfo quiet_rule = {
    "unverified-change", "", Severity::note, false};

RuleConfig configured(std::string name, Severity level) {
  return {{}, std::move(name), level, {}};
}

struct Case {
  std::string_view name;
  Selection selection;
  std::vector<RuleConfig> rules;
  bool enabled;       // `rule`
  bool quiet_enabled; // `quiet_rule`
  Severity level;     // of a finding of `rule` that was reported as a note
};

TEST(ActiveRules, FollowDefaultsThenConfigurationThenCommandLine) {
  const Severity off = Severity::off;
  const Severity note = Severity::note;
  const Severity error = Severity::error;
  const Severity warning = Severity::warning;
  const std::vector<Case> table = {
      {"default", {}, {}, true, false, note},
      {"configured off",
       {},
       {configured("version-gap", off)},
       false,
       false,
       note},
      {"configured level",
       {},
       {configured("version-gap", error),
        configured("unverified-change", note)},
       true,
       true,
       error},
      {"other rule", {}, {configured("version", off)}, true, false, note},
      {"selected", {{"version-gap"}, {}, {}}, {}, true, false, note},
      {"prefix", {{"version-*"}, {}, {}}, {}, true, false, note},
      {"all", {{"*"}, {}, {}}, {}, true, true, note},
      {"strict", {{}, {}, {}, true}, {}, true, true, note},
      {"strict, and configured off",
       {{}, {}, {}, true},
       {configured("unverified-change", off)},
       true,
       false,
       note},
      {"other selected", {{"version-gaps"}, {}, {}}, {}, false, false, note},
      {"selected over off",
       {{"version-gap"}, {}, {}},
       {configured("version-gap", off)},
       true,
       false,
       note},
      {"ignored", {{}, {"ver*"}, {}}, {}, false, false, note},
      {"ignored over selected",
       {{"*"}, {"version-gap"}, {}},
       {},
       false,
       true,
       note},
      {"severity",
       {{}, {}, {{"version-gap", warning}}},
       {configured("version-gap", error)},
       true,
       false,
       warning},
      {"severity enables",
       {{}, {}, {{"unverified-change", note}}},
       {configured("version-gap", off)},
       false,
       true,
       note},
      {"severity off",
       {{"*"}, {}, {{"version-gap", off}}},
       {},
       false,
       true,
       off},
      {"last severity wins",
       {{}, {}, {{"version-gap", off}, {"*", error}}},
       {},
       true,
       true,
       error}};
  for (const Case& one : table) {
    Config config;
    config.rules = one.rules;
    const ActiveRules active(one.selection, config);
    EXPECT_EQ(active.enabled(rule), one.enabled) << one.name;
    EXPECT_EQ(active.enabled(quiet_rule), one.quiet_enabled) << one.name;
    EXPECT_EQ(active.level(rule, Severity::note), one.level) << one.name;
  }
}

TEST(ActiveRules, KeepWhatMakesACheckIncomplete) {
  const Config config;
  const Selection one = {{"duplicate-version"}, {}, {}};
  EXPECT_TRUE(ActiveRules(one, config).enabled(engine::unreadable_file));
  EXPECT_TRUE(ActiveRules(one, config).enabled(engine::nothing_checked));
  EXPECT_FALSE(ActiveRules(one, config).enabled(engine::unused_suppression));
  const Selection none = {{}, {"nothing-checked"}, {}};
  EXPECT_FALSE(ActiveRules(none, config).enabled(engine::nothing_checked));
}

TEST(CheckNames, NamesEachUnknownOne) {
  EXPECT_TRUE(check_names({}));
  EXPECT_TRUE(check_names({{"duplicate-*", "*"}, {"unknown-rule"}, {}}));
  const Result<void> wrong = check_names(
      {{"duplicate-versions"}, {"zzz*"}, {{"x\x1B", Severity::note}}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(
      wrong.error().message,
      "rule \"duplicate-versions\" does not exist, did you mean "
      "\"duplicate-version\"?\n"
      "rule \"zzz*\" does not exist\n"
      "rule \"x\\x1b\" does not exist");
}

} // namespace
} // namespace migcheck
