#include "io/memory_reader.hpp"
#include "report/build_findings.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

const RuleInfo rule_a = {"a-rule", "a", Severity::error};
const RuleInfo rule_b = {"b-rule", "b", Severity::warning};

Diagnostic
diagnostic(std::string path, Span span, std::string message = "found") {
  Diagnostic made;
  made.rule = &rule_a;
  made.location = {std::move(path), span};
  made.message = std::move(message);
  return made;
}

Report build(
    const FileReader& reader,
    Suppressed found,
    const AnalysedFiles& analysed = {},
    const Limits& limits = {}) {
  Report report;
  add_findings(reader, analysed, limits, std::move(found), report);
  return report;
}

TEST(BuildFindings, SortsByPlaceRuleAndMessage) {
  const MemoryReader reader{{"a.sql", "x\ny\nz\n"}, {"b.sql", "x\n"}};
  Suppressed found;
  found.kept = {
      diagnostic("b.sql", {}, "m"),
      diagnostic("a.sql", {4, 5}, "m"),
      diagnostic("a.sql", {2, 3}, "n"),
      diagnostic("a.sql", {2, 3}, "m")};
  found.kept.push_back(found.kept[3]); // a repeat
  found.kept.push_back(found.kept[3]);
  found.kept.back().rule = &rule_b;
  const Report report = build(reader, found);
  std::string order;
  for (const Finding& finding : report.findings) {
    order += finding.region.path + ":" +
             std::to_string(finding.region.start.line) + finding.message +
             std::string(finding.rule->name.substr(0, 1)) + " ";
  }
  EXPECT_EQ(order, "a.sql:2ma a.sql:2na a.sql:2mb a.sql:3ma b.sql:1ma ");
}

TEST(BuildFindings, FillsLinesExcerptsAndHashes) {
  const MemoryReader reader{{"a.sql", " a\nb\n  \t\tc\n d"}};
  Suppressed found;
  found.kept = {diagnostic("a.sql", {8, 10})};
  found.kept[0].related.push_back({{"a.sql", {3, 4}}, "here"});
  const Report report = build(reader, found);
  const Finding& finding = report.findings.at(0);
  EXPECT_EQ(finding.region.start, (Position{3, 4}));
  EXPECT_EQ(finding.region.end, (Position{3, 6}));
  EXPECT_EQ(finding.excerpt->line, "  \t\tc");
  EXPECT_EQ(finding.line_hash, "180aee12dab6264:1");
  EXPECT_EQ(finding.related[0].region.start, (Position{2, 1}));
  EXPECT_EQ(finding.related[0].region.path, "a.sql");
}

TEST(BuildFindings, LeavesOutLineHashesThatNobodyAskedFor) {
  const MemoryReader reader{{"a.sql", "a\nb\n"}};
  Suppressed found;
  found.kept = {diagnostic("a.sql", {2, 3})};
  Report report;
  report.line_hashes = false;
  add_findings(reader, {}, {}, std::move(found), report);
  EXPECT_EQ(report.findings.at(0).line_hash, "");
  EXPECT_EQ(report.findings.at(0).excerpt->line, "b");
}

TEST(BuildFindings, CountsAllAndKeepsTheMostSevere) {
  const MemoryReader reader;
  Suppressed found;
  for (std::uint32_t i = 0; i < 30; ++i) {
    found.kept.push_back(diagnostic("a.sql", {i, i + 1}));
    found.kept.back().severity = i < 10   ? Severity::note
                                 : i < 20 ? Severity::warning
                                          : Severity::error;
    found.taken.emplace_back(diagnostic("b.sql", {i, i + 1}), "why");
  }
  Limits limits;
  limits.findings = 12;
  const Report report = build(reader, found, {}, limits);
  EXPECT_EQ(report.summary.errors, 10u);
  EXPECT_EQ(report.summary.warnings, 10u);
  EXPECT_EQ(report.summary.notes, 10u);
  EXPECT_EQ(report.summary.suppressed, 30u);
  EXPECT_EQ(report.findings.size(), 12u);
  EXPECT_EQ(report.findings_left_out, 18u);
  EXPECT_EQ(report.suppressed.size(), 12u);
  EXPECT_EQ(report.findings[1].severity, Severity::warning);
  EXPECT_EQ(report.findings[2].severity, Severity::error);
  EXPECT_TRUE(report.complete);
}

TEST(BuildFindings, SaysWhenAFileChanged) {
  const ContentKey before = content_key("what it was");
  const ContentKey same = content_key("x\ny\n");
  Suppressed found;
  found.kept = {
      diagnostic("a.sql", {2, 3}),
      diagnostic("b.sql", {2, 3}),
      diagnostic("gone.sql", {2, 3}),
      diagnostic("unread.sql", {2, 3})};
  for (Diagnostic& each : found.kept) {
    each.fix.emplace().edits.push_back({each.location.path, {0, 1}, "z"});
  }
  const Report report = build(
      MemoryReader{{"a.sql", "x\ny\n"}, {"b.sql", "x\ny\n"}},
      found,
      {{"a.sql", same}, {"b.sql", before}, {"gone.sql", before}});
  EXPECT_FALSE(report.complete);
  ASSERT_EQ(report.incomplete.size(), 2u);
  EXPECT_EQ(report.incomplete[0].path, "b.sql");
  EXPECT_EQ(report.incomplete[1].path, "gone.sql");
  EXPECT_EQ(report.findings[0].region.start.line, 2u);
  EXPECT_TRUE(report.findings[0].fix);
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(report.findings[i].region.start, (Position{1, 1}));
    EXPECT_FALSE(report.findings[i].excerpt);
    EXPECT_FALSE(report.findings[i].fix);
  }
}

TEST(BuildFindings, DropsAFixThatCannotBePlacedWhole) {
  Suppressed found;
  found.kept = {diagnostic("a.sql", {0, 1})};
  Fix& fix = found.kept[0].fix.emplace();
  fix.edits = {{"a.sql", {0, 1}, "y"}, {"Gone", {0, 0}, "y"}};
  const Report report = build(MemoryReader{{"a.sql", "x"}}, found);
  EXPECT_FALSE(report.findings[0].fix);
  EXPECT_TRUE(report.complete);
}

TEST(BuildFindings, GivesEditsTheirExactPlaces) {
  Suppressed found;
  found.kept = {diagnostic("a.sql", {0, 1})};
  Fix& fix = found.kept[0].fix.emplace();
  fix.edits = {{"b.sql", {2, 4}, ""}, {"a.sql", {0, 1}, "y"}};
  const Report report =
      build(MemoryReader{{"a.sql", "x"}, {"b.sql", "a\nb\nc\n"}}, found);
  const ReportedFix& placed = *report.findings[0].fix;
  EXPECT_EQ(placed.edits[0].region.path, "b.sql");
  EXPECT_EQ(placed.edits[0].region.start, (Position{2, 1}));
  EXPECT_EQ(placed.edits[0].region.end, (Position{3, 1}));
  EXPECT_EQ(placed.edits[1].region.path, "a.sql");
  ASSERT_EQ(placed.hunks.size(), 2u);
}

TEST(BuildFindings, BoundsWhatOneFindingHolds) {
  Suppressed found;
  found.kept = {diagnostic("a.sql", {})};
  for (int i = 0; i < 150; ++i) {
    found.kept[0].related.push_back({{"a.sql", {}}, "x"});
  }
  found.kept[0].data = {{"all", std::vector<std::string>(10007, "x")}};
  const Report report = build(MemoryReader{}, found);
  const Finding& finding = report.findings[0];
  EXPECT_EQ(finding.related.size(), 100u);
  EXPECT_EQ(finding.related_left_out, 50u);
  const auto& all = std::get<std::vector<std::string>>(finding.data[0].second);
  EXPECT_EQ(all.size(), 10001u);
  EXPECT_EQ(all.back(), "and 7 more");
}

TEST(BuildFindings, MakesTextPrintable) {
  Suppressed found;
  found.kept = {diagnostic("a.sql", {}, "a\nb")};
  found.kept[0].help = "one\x1B\ntwo\n";
  found.taken.emplace_back(diagnostic("b.sql", {}), "why\r");
  const Report report = build(MemoryReader{}, found);
  EXPECT_EQ(report.findings[0].message, "a\\nb");
  EXPECT_EQ(report.findings[0].help, "one\\x1b\ntwo\n");
  EXPECT_EQ(report.suppressed[0].suppression, "why\\r");
}

std::string fingerprint(const Diagnostic& diagnostic) {
  Suppressed found;
  found.kept = {diagnostic};
  return build(MemoryReader{}, found).findings[0].fingerprint;
}

TEST(Fingerprint, IsMadeOfRulePathAndIdentity) {
  Diagnostic made = diagnostic("a.sql", {});
  made.identity = {"list", "v"};
  const std::string first = fingerprint(made);
  // printf 'a-rule\0a.sql\0list\0v' | sha256sum
  EXPECT_EQ(first, "e0c239666dec8c98");
  Diagnostic other = made;
  other.message = "another message";
  other.location.span = {5, 6};
  other.severity = Severity::note;
  other.data = {{"x", true}};
  EXPECT_EQ(fingerprint(other), first);
  other.identity = {"list", "w"};
  EXPECT_NE(fingerprint(other), first);
  other = made;
  other.location.path = "b.sql";
  EXPECT_NE(fingerprint(other), first);
}

TEST(Fingerprint, TakesTheDataWithoutIdentity) {
  Diagnostic made = diagnostic("a.sql", {});
  made.data = {
      {"list", std::string("list")}, {"all", std::vector<std::string>{"v"}}};
  Diagnostic same = diagnostic("a.sql", {});
  same.identity = {"list", "v"};
  EXPECT_EQ(fingerprint(made), fingerprint(same));
  made.data = {{"n", std::int64_t{7}}, {"b", true}};
  same.identity = {"7", "true"};
  EXPECT_EQ(fingerprint(made), fingerprint(same));
}

// Suppressing one of several equal findings leaves the others as they were.
TEST(Fingerprint, TellsEqualFindingsApart) {
  Suppressed all;
  all.kept = {
      diagnostic("a.sql", {0, 1}),
      diagnostic("a.sql", {2, 3}),
      diagnostic("a.sql", {4, 5})};
  const Report report = build(MemoryReader{}, all);
  EXPECT_NE(report.findings[0].fingerprint, report.findings[1].fingerprint);
  EXPECT_NE(report.findings[1].fingerprint, report.findings[2].fingerprint);
  Suppressed some;
  some.kept = {all.kept[0], all.kept[2]};
  some.taken = {{all.kept[1], "why"}};
  const Report fewer = build(MemoryReader{}, some);
  EXPECT_EQ(fewer.findings[1].fingerprint, report.findings[2].fingerprint);
}

} // namespace
} // namespace migcheck
