// The rules on bytes: what each says of the defects that a file has.
#include "rule_findings.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

std::vector<Diagnostic>
found_in(std::string_view rule, const Migration& migration) {
  MigrationDirectory directory;
  directory.migrations = {migration};
  return findings_of(rule, directory);
}

TEST(BytesRules, ReportTheirOwnKind) {
  const std::tuple<ByteDefect, std::string_view, Severity, std::string_view>
      cases[] = {
          {ByteDefect::byte_order_mark,
           "byte-order-mark",
           Severity::error,
           "the file begins with a byte order mark"},
          {ByteDefect::not_utf8,
           "not-utf8",
           Severity::error,
           "the file is not UTF-8 here"},
          {ByteDefect::nul_byte,
           "nul-byte",
           Severity::error,
           "a NUL byte stands in the file"},
          {ByteDefect::conflict_marker,
           "conflict-marker",
           Severity::error,
           "a merge conflict was left in the file"},
          {ByteDefect::deceptive_text,
           "deceptive-text",
           Severity::error,
           "an invisible or direction-changing character stands in the file"},
          {ByteDefect::control_character,
           "control-character",
           Severity::warning,
           "a control character stands in the file"}};
  for (const auto& [kind, rule, severity, message] : cases) {
    Migration one;
    one.path = "db/1_a.sql";
    one.file.defects = {{kind, {3, 4}, 1}};
    const auto found = found_in(rule, one);
    ASSERT_EQ(found.size(), 1u) << rule;
    EXPECT_EQ(found[0].message, message);
    EXPECT_EQ(found[0].severity, severity) << rule;
    EXPECT_EQ(found[0].location, (Location{"db/1_a.sql", {3, 4}}));
    for (const auto& other : cases) {
      if (std::get<1>(other) != rule) {
        EXPECT_TRUE(found_in(std::get<1>(other), one).empty()) << rule;
      }
    }
  }
}

TEST(BytesRules, CountMoreAndLookIntoTheDownFile) {
  Migration one;
  one.path = "db/1_a.up.sql";
  one.down = "db/1_a.down.sql";
  one.down_file.make().defects = {{ByteDefect::nul_byte, {7, 8}, 3}};
  const auto found = found_in("nul-byte", one);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "a NUL byte stands in the file, and 2 more");
  EXPECT_EQ(found[0].location.path, "db/1_a.down.sql");
}

TEST(MixedLineEndings, CountsEachKind) {
  Migration one;
  one.path = "db/1_a.sql";
  one.file.lf = 120;
  one.file.crlf = 3;
  one.file.defects = {{ByteDefect::mixed_line_endings, {9, 11}, 3}};
  const auto found = found_in("mixed-line-endings", one);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "line ends are mixed: 3 CRLF, 120 LF");
  EXPECT_EQ(found[0].severity, Severity::warning);
}

} // namespace
} // namespace migcheck
