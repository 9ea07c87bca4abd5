// What goldens of the text report do not show: its options.
#include "report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace migcheck {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string write(const Report& report, const ReportOptions& options) {
  return write_report(report, Format::text, options);
}

std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1B') {
      at = text.find('m', at);
    } else {
      out += text[at];
    }
  }
  return out;
}

TEST(Text, IsTheSameWithoutItsColours) {
  ReportOptions coloured;
  coloured.colour = Colour::always;
  for (const auto& [name, sample] : all_samples()) {
    const std::string plain = write(sample.report, {});
    EXPECT_EQ(without_colour(write(sample.report, coloured)), plain) << name;
    EXPECT_EQ(plain.find('\x1B'), std::string::npos);
  }
  const std::string text = write(ordinary_sample().report, coloured);
  EXPECT_THAT(
      text,
      HasSubstr(
          "\x1B[1mtest/list.go:3:5: \x1B[0m\x1B[1;31merror:\x1B[0m list"));
  EXPECT_THAT(text, HasSubstr("       |     \x1B[32m^~~~~~~~~~~~~\x1B[0m\n"));
}

TEST(Text, LeavesOnlyFindingsWhenQuiet) {
  ReportOptions options;
  options.detail = Detail::quiet;
  options.statistics = true;
  const Sample sample = ordinary_sample();
  const std::string whole = write(sample.report, {});
  const std::string quiet = write(sample.report, options);
  EXPECT_THAT(whole, StartsWith(quiet));
  EXPECT_EQ(
      whole.substr(quiet.size()),
      "2 errors, 1 warning, 2 notes in 4 migrations and 1 list, 1 "
      "suppressed\n");
  EXPECT_EQ(write(clean_sample().report, options), "");
}

TEST(Text, NamesPathsAsTheUserWould) {
  ReportOptions options;
  options.working_prefix = "../";
  const std::string text = write(ordinary_sample().report, options);
  EXPECT_THAT(text, StartsWith("../migrations/004_b.sql:1:1: error: "));
  EXPECT_THAT(text, HasSubstr("\n../migrations/003_a.sql:1:1: note: not in"));
}

TEST(Text, HasNoPlaceWithoutAFile) {
  Report report = many_findings(1, Severity::error);
  report.findings[0].region.path.clear();
  EXPECT_THAT(
      write(report, {}),
      StartsWith("migcheck: error: finding 0 [sample-error]\n"));
}

TEST(Text, NamesTheFileOfAnEditElsewhere) {
  Report report = many_findings(1, Severity::error);
  ReportedFix& fix = report.findings[0].fix.emplace();
  fix.hunks = {
      {"a\nb", 0, {}, {"x"}},
      {"migrations/001_a.sql", 4, {"old", "lines"}, {}},
      {"migrations/001_a.sql", 9, {"a", "b"}, {"\tc"}}};
  EXPECT_THAT(
      write(report, {}),
      HasSubstr("  help: in a\\nb, add at the top:\n"
                "    x\n"
                "  help: remove lines 4 to 5:\n"
                "    old\n"
                "    lines\n"
                "  help: change lines 9 to 10:\n"
                "    - a\n"
                "    - b\n"
                "    +     c\n"));
  fix.hunks.clear();
  fix.title = "do it";
  EXPECT_THAT(write(report, {}), HasSubstr("  help: do it\n"));
}

TEST(Text, SaysThatTheCheckIsIncomplete) {
  Report report = many_findings(0, Severity::error);
  report.complete = false;
  EXPECT_THAT(write(report, {}), EndsWith("; the check is incomplete\n"));
}

} // namespace
} // namespace migcheck
