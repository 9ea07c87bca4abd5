#include "check/match_known.hpp"
#include "check/rule_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace migcheck {
namespace {

Diagnostic finding(
    const std::string& list, std::vector<std::string> parts, Span span = {}) {
  Diagnostic made;
  made.rule = find_rule("list-missing-migration");
  made.location = {"x.go", span};
  made.message = "lacks";
  made.identity = {list};
  made.parts = std::move(parts);
  return made;
}

Identity entry(const std::string& list, std::vector<std::string> parts) {
  return storable({"x.go", "list-missing-migration", {list}, std::move(parts)});
}

// For each finding its entry, `>` and the outgrown one, or `-`; `=` for a
// repeat.
std::string match(
    const std::vector<Identity>& entries,
    const std::vector<Diagnostic>& found) {
  std::string out;
  for (const KnownMatch& match : match_known(entries, found)) {
    out += out.empty() ? "" : " ";
    out += match.repeat ? "=" : "";
    out += match.entry != no_entry      ? std::to_string(match.entry)
           : match.outgrown != no_entry ? ">" + std::to_string(match.outgrown)
                                        : "-";
  }
  return out;
}

TEST(MatchKnown, HoldsEqualFindingsWhereverTheyStand) {
  EXPECT_EQ(match({}, {finding("a", {"1"})}), "-");
  EXPECT_EQ(
      match(
          {entry("b", {"1"}), entry("a", {"2", "1"})},
          {finding("a", {"1", "2"}, {90, 95}), finding("b", {"1"})}),
      "1 0");
  EXPECT_EQ(match({entry("a", {"1"})}, {finding("c", {"1"})}), "-");
  EXPECT_EQ(match({entry("a", {})}, {finding("a", {})}), "0");
}

TEST(MatchKnown, HoldsLessThanWasKnownAndNotMore) {
  EXPECT_EQ(match({entry("a", {"1", "2"})}, {finding("a", {"2"})}), "0");
  EXPECT_EQ(match({entry("a", {"1"})}, {finding("a", {"1", "2"})}), ">0");
  EXPECT_EQ(match({entry("a", {"1"})}, {finding("a", {"2"})}), ">0");
  // The smallest that does, once the equal ones are taken.
  EXPECT_EQ(
      match(
          {entry("a", {"1", "2", "3"}),
           entry("a", {"1", "2"}),
           entry("a", {"1"})},
          {finding("a", {"1"}, {1, 2}), finding("a", {"1"}, {3, 4})}),
      "2 1");
  // One without parts is no smaller one.
  EXPECT_EQ(match({entry("a", {"1"})}, {finding("a", {})}), "-");
}

TEST(MatchKnown, HoldsAsManyAsThereAreEntries) {
  EXPECT_EQ(
      match(
          {entry("a", {"1"})},
          {finding("a", {"1"}, {5, 6}), finding("a", {"1"}, {1, 2})}),
      "- 0");
  EXPECT_EQ(
      match(
          {entry("a", {"1"}), entry("a", {"1"})},
          {finding("a", {"1"}, {5, 6}), finding("a", {"1"}, {1, 2})}),
      "1 0");
  // Reports show a repeat once, so one entry is enough for it.
  EXPECT_EQ(
      match({entry("a", {"1"})}, {finding("a", {"1"}), finding("a", {"1"})}),
      "0 =0");
}

TEST(MatchKnown, NamesThatAreNoTextMatchWhatWasStored) {
  EXPECT_EQ(match({entry("a", {"\xFF"})}, {finding("a", {"\xFF"})}), "0");
}

// No entry holds two findings, none is left where one would fit exactly, and
// the order of what is found does not matter.
TEST(MatchKnown, DoesNotDependOnTheOrder) {
  std::mt19937 random(3);
  const std::vector<std::string> names = {"1", "2", "3"};
  const auto parts = [&] {
    std::vector<std::string> some;
    for (const std::string& name : names) {
      if (random() % 2 == 0) {
        some.push_back(name);
      }
    }
    return some;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Identity> entries;
    std::vector<Diagnostic> found;
    for (std::size_t i = random() % 6; i > 0; --i) {
      entries.push_back(entry(names[random() % 2], parts()));
    }
    for (auto i = static_cast<std::uint32_t>(random() % 6); i > 0; --i) {
      found.push_back(finding(names[random() % 2], parts(), {i, i + 1}));
    }
    const auto held = [&](const std::vector<Diagnostic>& some) {
      std::vector<std::size_t> all;
      const auto matches = match_known(entries, some);
      for (std::size_t i = 0; i < some.size(); ++i) {
        if (matches[i].entry != no_entry) {
          const Identity& known = entries[matches[i].entry];
          EXPECT_EQ(known.of, some[i].identity);
          EXPECT_TRUE(std::includes(
              known.parts.begin(),
              known.parts.end(),
              some[i].parts.begin(),
              some[i].parts.end()));
          all.push_back(matches[i].entry);
        }
      }
      std::sort(all.begin(), all.end());
      EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
      return all;
    };
    const auto before = held(found);
    std::shuffle(found.begin(), found.end(), random);
    EXPECT_EQ(held(found), before);
  }
}

} // namespace
} // namespace migcheck
