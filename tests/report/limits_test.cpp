// What each format does when there is more than its consumer takes.
#include "report/sample.hpp"
#include "text/printable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

std::string write(const Report& report, Format format) {
  return write_report(report, format, {});
}

TEST(GitHub, ShowsTenOfAKind) {
  EXPECT_EQ(
      count(
          write(many_findings(10, Severity::error), Format::github),
          "::error "),
      10u);
  const std::string eleven =
      write(many_findings(11, Severity::error), Format::github);
  EXPECT_EQ(count(eleven, "::error "), 10u);
  EXPECT_THAT(
      eleven, EndsWith("\n::notice::1 more finding; see the job summary\n"));
  const std::string notes =
      write(many_findings(30, Severity::note), Format::github);
  EXPECT_EQ(count(notes, "::notice "), 9u); // the last notice is the tenth
  EXPECT_THAT(
      notes, EndsWith("::notice::21 more findings; see the job summary\n"));
}

TEST(GitHub, ShowsTheMostSevereFirst) {
  Report report = many_findings(3, Severity::note);
  report.findings[2].severity = Severity::error;
  report.findings[1].severity = Severity::warning;
  const std::string text = write(report, Format::github);
  EXPECT_LT(text.find("::error "), text.find("::warning "));
  EXPECT_LT(text.find("::warning "), text.find("::notice "));
}

TEST(GitHub, CutsMessagesAtACharacter) {
  Report report = many_findings(1, Severity::error);
  report.findings[0].message.clear();
  for (int i = 0; i < 5000; ++i) {
    report.findings[0].message += "é%";
  }
  const std::string text = write(report, Format::github);
  EXPECT_TRUE(is_utf8(text));
  EXPECT_LT(text.size(), 4096u * 3);
}

TEST(GitHub, AnnotatesTheOtherFileWhileThereIsRoom) {
  Report report = many_findings(12, Severity::warning);
  for (Finding& finding : report.findings) {
    finding.related.push_back({{"other.sql", {}, {}}, "not in the list"});
  }
  const std::string text = write(report, Format::github);
  EXPECT_EQ(count(text, "::notice file=other.sql,line=1"), 9u);
  EXPECT_THAT(text, HasSubstr(": not in the list; see migrations/001_a.sql:1"));
}

TEST(Markdown, StopsOnARow) {
  Report report = many_findings(9000, Severity::error);
  for (Finding& finding : report.findings) {
    finding.message.assign(400, 'x');
    finding.help = "do this";
  }
  report.findings_left_out = 5;
  const std::string text = write(report, Format::markdown);
  EXPECT_LT(text.size(), 900'000u);
  EXPECT_GT(text.size(), 800'000u);
  const std::size_t rows = count(text, "\n| error |");
  EXPECT_THAT(
      text,
      HasSubstr(
          "|\n\n" + std::to_string(9005 - rows) +
          " more findings not shown here.\n"));
}

TEST(Sarif, KeepsTheMostSevereResults) {
  Report report = many_findings(5003, Severity::note);
  report.findings.back().severity = Severity::error;
  report.findings_left_out = 7;
  const auto log = nlohmann::json::parse(write(report, Format::sarif));
  const auto& run = log["runs"][0];
  EXPECT_EQ(run["results"].size(), 5000u);
  EXPECT_EQ(run["results"].back()["level"], "error");
  const auto& notes = run["invocations"][0]["toolExecutionNotifications"];
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(
      notes[0]["message"]["text"],
      "10 more findings left out, the least severe");
}

TEST(Text, CountsWhatIsNotShown) {
  Report report = many_findings(1, Severity::error);
  report.findings_left_out = 3;
  Finding& finding = report.findings[0];
  finding.related.resize(25);
  finding.related_left_out = 10;
  ReportedFix& fix = finding.fix.emplace();
  fix.hunks.resize(12, {"migrations/001_a.sql", 1, {}, {"x"}});
  fix.hunks[0].added.resize(60, "x");
  const std::string text = write(report, Format::text);
  EXPECT_EQ(count(text, ": note: "), 21u);
  EXPECT_THAT(text, HasSubstr("note: and 15 more places\n"));
  EXPECT_THAT(text, HasSubstr("    and 10 more lines\n"));
  EXPECT_THAT(text, HasSubstr("  help: and 2 more changes\n"));
  EXPECT_THAT(text, HasSubstr("3 more findings not shown (limits.findings)\n"));
}

} // namespace
} // namespace migcheck
