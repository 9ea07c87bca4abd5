#include "sql/sections.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <random>

namespace migcheck::sql {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  return begin == std::string_view::npos ? ""
                                         : text.substr(begin, end + 1 - begin);
}

// A statement as goose sends it: without annotations, with LF alone.
std::string sent(std::string_view lines) {
  std::string text;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.substr(0, 2) == "--" && line.find("+goose") != line.npos) {
      continue;
    }
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    text += std::string(line) + "\n";
  }
  return std::string(trimmed(text));
}

// "refused", or the statements: up ones, `/`, down ones, `|` between them;
// with `!` in front where nothing runs in a transaction.
std::string goose(std::string_view text) {
  const Sections sections = read_goose_sections(text);
  if (!sections.refused.empty()) {
    return "refused";
  }
  std::string up;
  std::string down;
  for (const RunnerStatement& statement : sections.statements) {
    std::string& side = statement.section == Section::up ? up : down;
    side += (side.empty() ? "" : "|") + sent(statement.span.of(text));
  }
  return (sections.up_transaction ? "" : "!") + up + "/" + down;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(GooseSections, AreAsGooseReadsThem) {
  const Case cases[] = {
      {"-- +goose Up\na;\n-- +goose Down\nb;\n", "a;/b;"},
      {"--+goose up\na;\n", "a;/"},
      {"-- +goose Up\n-- +goose StatementBegin\na;\nb\n-- +goose StatementEnd",
       "a;\nb/"},
      {"-- +goose Up\na\n-- +goose StatementBegin\nb;\n-- +goose "
       "StatementEnd\n",
       "a\nb;/"},
      {"-- +goose NO TRANSACTION\n-- +goose Up\na;\n", "!a;/"},
      {"-- +goose Up\n-- +goose ENVSUB ON\na;\n", "a;/"},
      {"-- +goose Up\r\na;\r\n-- +goose Down\r\nb;\r\n", "a;/b;"},
      {"-- +goose Up\na; -- x\nb; c;\n", "a; -- x|b; c;/"},
      {"-- +goose Up\na\n  -- why\n  , 2;\n-- between\nb;\n",
       "a\n  -- why\n  , 2;|b;/"},
      {"-- +goose Up\na;\n-- +goose Down -- never\nb;\n", "refused"},
      {"-- +goose Up\na;\n-- see +goose docs\n", "refused"},
      {"\u00a0-- +goose Up\u00a0\na;\u2003\u00a0-- x\nb;\u0085\n",
       "a;\u2003\u00a0-- x|b;\u0085/"},
      {"-- +goose Up\na;\u00e9\n", "refused"},
      {" -- +goose Up\na;\n", "refused"},
      {"-- +goose Up +goose Up\na;\n", "refused"},
      {"-- +Goose Up\na;\n", "refused"},
      {"-- +goose Up\na;\n-- + goose Down\nb;\n", "a;|b;/"},
      {"-- +goose Up\n-- +goose Up\na;\n", "refused"},
      {"-- +goose Down\na;\n", "refused"},
      {"a;\n-- +goose Up\nb;\n", "refused"},
      {"\xEF\xBB\xBF-- +goose Up\na;\n", "refused"},
      {"-- +goose Up\na\n", "refused"},
      {"-- +goose Up\na;--b\n", "refused"},
      {"-- +goose Up\n-- +goose StatementBegin\na;\n", "refused"},
      {"-- +goose Up\n-- +goose StatementEnd\na;\n", "refused"},
      {"-- +goose Up\n-- +goose StatementBegin\n-- +goose StatementEnd\na;\nb;",
       "b;/"},
      {"", "refused"},
      {"-- +goose Up\n", "/"}};
  for (const Case& c : cases) {
    EXPECT_EQ(goose(c.text), c.expected) << c.text;
  }
}

TEST(GooseSections, NameEveryProblemWithItsLine) {
  const std::string_view text = " -- +goose Up\n-- +goose Up\n-- +goose Up\n"
                                "-- +goose StatementEnd\na\n-- +goose Down\n"
                                "-- +goose Down\n";
  const Sections sections = read_goose_sections(text);
  const std::vector<std::pair<AnnotationProblem, std::string_view>> expected = {
      {AnnotationProblem::leading_blank, " -- +goose Up"},
      {AnnotationProblem::second_up, "-- +goose Up"},
      {AnnotationProblem::end_without_begin, "-- +goose StatementEnd"},
      {AnnotationProblem::unfinished_at_down, "a"},
      {AnnotationProblem::second_down, "-- +goose Down"}};
  ASSERT_EQ(sections.refused.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(sections.refused[i].problem, expected[i].first);
    EXPECT_EQ(sections.refused[i].at.of(text), expected[i].second);
  }
}

// Cuts as `offset:letter`.
std::string cuts(std::string_view text, LayoutId layout) {
  std::string shown;
  for (const SectionCut& cut : read_sections(text, layout).cuts) {
    shown += shown.empty() ? "" : " ";
    shown += std::to_string(cut.begin) + ":";
    shown += "nud"[static_cast<std::size_t>(cut.section)];
  }
  return shown;
}

TEST(Sections, CutTheFile) {
  struct CutCase {
    LayoutId layout;
    std::string_view text;
    std::string_view expected;
  };

  const CutCase cases[] = {
      {LayoutId::numbered, "a;\n-- +goose Down\n", "0:u"},
      {LayoutId::goose, "a;", "0:u"},
      {LayoutId::goose, "-- +goose Up\n-- +goose Down\n", "0:u 13:d"},
      {LayoutId::goose, "--x\n-- +goose Up\na;\n", "0:n 4:u"},
      {LayoutId::dbmate, "-- migrate:up\na;\n-- migrate:down\n", "0:u 17:d"},
      {LayoutId::dbmate, "a;", "0:u"}};
  for (const CutCase& c : cases) {
    EXPECT_EQ(cuts(c.text, c.layout), c.expected) << c.text;
  }
}

// "refused" or one letter per section, upper case without a transaction.
std::string dbmate(std::string_view text) {
  const Sections sections = read_dbmate_sections(text);
  if (!sections.refused.empty()) {
    return "refused";
  }
  std::string shown;
  for (const SectionCut& cut : sections.cuts) {
    shown += cut.section == Section::up
                 ? (sections.up_transaction ? 'u' : 'U')
                 : (sections.down_transaction ? 'd' : 'D');
  }
  return shown;
}

TEST(DbmateSections, AreAsDbmateReadsThem) {
  const Case cases[] = {
      {"-- migrate:up\na;\n-- migrate:down\nb;\n", "ud"},
      {"--migrate:up\r\n--   migrate:down", "ud"},
      {"--\n migrate:up\n-- migrate:down", "ud"},
      {"-- x\n\n-- migrate:up transaction:false\n-- migrate:down", "Ud"},
      {"-- migrate:up transaction: false\n-- migrate:down", "ud"},
      {"-- migrate:up transaction=false\n-- migrate:down", "ud"},
      {"-- migrate:up transaction:False\n-- migrate:down", "ud"},
      {"-- migrate:up a:b:c transaction:false\n-- migrate:down", "Ud"},
      {"-- migrate:up\n-- migrate:down transaction:false", "uD"},
      {"-- migrate:up\n-- migrate:down\n-- migrate:up\n-- migrate:down",
       "udud"},
      {"-- migrate:up\n-- migrate:down\n-- migrate:down", "refused"},
      {"-- migrate:down\n-- migrate:up", "refused"},
      {"-- migrate:down\n-- migrate:up\n-- migrate:down", "ud"},
      {"-- migrate:down\na;\n-- migrate:up\n-- migrate:down", "refused"},
      {"-- migrate:up\n-- migrate:down\n-- migrate:up", "refused"},
      {"-- migrate:up\n", "refused"},
      {"-- Migrate:Up\n-- migrate:down", "refused"},
      {" -- migrate:up\n-- migrate:down", "refused"},
      {"-- migrate:upgrade\n-- migrate:down", "refused"},
      {"a;\n-- migrate:up\n-- migrate:down", "refused"}};
  for (const Case& c : cases) {
    EXPECT_EQ(dbmate(c.text), c.expected) << c.text;
  }
}

// Answers recorded from the runners themselves, where they are at hand.
TEST(Sections, AgreeWithTheRecordedVectors) {
  const char* path = std::getenv("MIGCHECK_VECTORS");
  std::ifstream file(path == nullptr ? "" : path);
  if (!file) {
    GTEST_SKIP() << "MIGCHECK_VECTORS names no file";
  }
  const nlohmann::json vectors = nlohmann::json::parse(file);
  for (const auto& c : vectors["goose_file"]["cases"]) {
    const auto text = c["text"].get<std::string>();
    std::string expected = "refused";
    if (!c.value("rejected", false)) {
      expected = c["transaction"].get<bool>() ? "" : "!";
      for (const char* side : {"up", "down"}) {
        std::string joined;
        for (const auto& statement : c[side]) {
          joined += (joined.empty() ? "" : "|") + statement.get<std::string>();
        }
        expected += (side[0] == 'd' ? "/" : "") + joined;
      }
    }
    EXPECT_EQ(goose(text), expected) << text;
  }
  for (const auto& c : vectors["dbmate_file"]["up_lines"]) {
    const auto line = c["line"].get<std::string>();
    const std::string expected = !c["section"].get<bool>()      ? "refused"
                                 : c["transaction"].get<bool>() ? "ud"
                                                                : "Ud";
    EXPECT_EQ(dbmate(line + "\na;\n-- migrate:down\n"), expected) << line;
  }
  for (const auto& c : vectors["atlas_file_directives"]["cases"]) {
    const auto text = c["text"].get<std::string>();
    const auto modes = c["txmode"].get<std::vector<std::string>>();
    const Sections sections = read_atlas_sections(text);
    EXPECT_EQ(sections.up_transaction, modes.empty() || modes[0] != "none")
        << text;
    EXPECT_EQ(sections.refused.empty(), !c.contains("error")) << text;
  }
  for (const auto& c : vectors["liquibase_changeset_line"]["cases"]) {
    const auto line = c["line"].get<std::string>();
    const Sections sections =
        read_liquibase_sections("--liquibase formatted sql\n" + line + "\na;");
    EXPECT_EQ(sections.refused.empty(), !c.value("error", false)) << line;
    EXPECT_EQ(sections.up_transaction, c.value("run_in_transaction", true))
        << line;
  }
  for (const auto& c : vectors["sqlx_sha384"]["no_transaction"]) {
    const auto text = c["text"].get<std::string>();
    EXPECT_EQ(
        read_sections(text, LayoutId::sqlx).up_transaction,
        !c["no_tx"].get<bool>())
        << text;
  }
}

// Any file of these lines, with either line end.
TEST(GooseSections, HaveTheSameCutsWithoutTheStatements) {
  constexpr std::array<std::string_view, 15> lines = {
      "   ",
      "-- +goose Up",
      "-- +goose Down",
      "  -- +goose Down",
      "-- +goose StatementBegin",
      "-- +goose StatementEnd",
      "-- +goose NO TRANSACTION",
      "-- +goose Sideways",
      "SELECT '-- +goose Down';",
      "/* -- +goose Down */",
      "SELECT 1;",
      "SELECT 2",
      "-- a comment",
      "",
      "+goose"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto count = random() % 9;
    for (std::size_t i = 0; i < count; ++i) {
      text += lines[random() % lines.size()];
      text += random() % 8 == 0 ? "\r\n" : i + 1 == count ? "" : "\n";
    }
    const Sections all = read_goose_sections(text);
    const Sections cuts = read_goose_cuts(text);
    ASSERT_EQ(cuts.cuts.size(), all.cuts.size()) << text;
    for (std::size_t i = 0; i < all.cuts.size(); ++i) {
      EXPECT_EQ(cuts.cuts[i].begin, all.cuts[i].begin) << text;
      EXPECT_EQ(cuts.cuts[i].section, all.cuts[i].section) << text;
    }
    EXPECT_EQ(cuts.up_transaction, all.up_transaction) << text;
    EXPECT_EQ(cuts.down_transaction, all.down_transaction) << text;
    EXPECT_EQ(cuts.has_up, all.has_up) << text;
    EXPECT_EQ(cuts.has_down, all.has_down) << text;
    EXPECT_TRUE(cuts.doubtful || all.refused.empty()) << text;
  }
}

} // namespace
} // namespace migcheck::sql
