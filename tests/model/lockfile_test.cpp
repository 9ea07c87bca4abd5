#include "model/lockfile.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace migcheck {
namespace {

LockLine lock_line(std::string entry, std::uint32_t statements = 2) {
  LockLine line;
  line.raw = sha256(entry);
  line.neutral = sha256(entry + "n");
  line.tokens = sha256(entry + "t");
  line.entry = std::move(entry);
  line.statement_count = statements;
  for (std::uint32_t i = 0; i < std::min(statements, 200u); ++i) {
    line.statements.push_back(0x0A0000u + i);
  }
  return line;
}

Lockfile lockfile(std::vector<LockLine> lines, bool chained = false) {
  Lockfile made;
  made.present = true;
  made.lexer = lexer_version;
  made.chained = chained;
  made.lines = std::move(lines);
  return made;
}

// Every problem as LINE@COLUMN: message.
std::string problems(std::string_view text) {
  std::string shown;
  for (const LockProblem& problem : parse_lockfile(text, "x").problems) {
    const std::size_t line_start =
        problem.span.begin == 0 ? 0
                                : text.rfind('\n', problem.span.begin - 1) + 1;
    shown += shown.empty() ? "" : "\n";
    shown += fmt::format(
        "{}@{}: {}",
        problem.line,
        problem.span.begin - line_start,
        problem.message);
  }
  return shown;
}

TEST(Lockfile, IsReadableText) {
  LockLine second = lock_line("b c.sql", 0);
  second.retired = true;
  second.amended = "a \"b\"\n";
  second.forced = "x";
  const std::string zeros(64, '0');
  LockLine first;
  first.entry = "001_a.sql";
  first.statement_count = 1;
  first.statements = {0xABC};
  const std::string text = format_lockfile(lockfile({first, second}));
  EXPECT_EQ(
      text,
      "migcheck-lock 1 lexer 1 dialect postgresql\n"
      "001_a.sql raw=" +
          zeros + " neutral=" + zeros + " tokens=" + zeros +
          " statements=1:000abc\n\"b c.sql\" raw=" + hex(second.raw) +
          " neutral=" + hex(second.neutral) + " tokens=" + hex(second.tokens) +
          " statements=0: retired amended=\"a \\\"b\\\"\\n\" forced=\"x\"\n");
}

TEST(Lockfile, ComesBackAsItWasWritten) {
  using namespace std::string_literals;
  std::vector<LockLine> lines;
  for (const std::string& entry :
       {"001_a.sql"s,
        "a b"s,
        "\"q\\"s,
        "x\ny\r\t"s,
        "\xFF\xC3\xA9\x01"s,
        "a\0b"s,
        "head"s,
        "<<<<<<< HEAD"s,
        "r\xE2\x80\xAE"s,
        "d/up.sql"s,
        "="s}) {
    lines.push_back(lock_line(entry, 3));
    lines.back().amended = entry;
  }
  lines.push_back(lock_line("many", 12345));
  for (const bool chained : {false, true}) {
    Lockfile written = lockfile(lines, chained);
    written.dialect = Dialect::mysql;
    written.lexer = 7;
    const std::string text = format_lockfile(written);
    const Lockfile read = parse_lockfile(text, "m/x.lock");
    EXPECT_EQ(problems(text), "");
    EXPECT_EQ(read.path, "m/x.lock");
    EXPECT_TRUE(read.present);
    EXPECT_EQ(read.chained, chained);
    EXPECT_EQ(read.lexer, 7u);
    EXPECT_EQ(read.dialect, Dialect::mysql);
    ASSERT_EQ(read.lines.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(read.lines[i].entry, lines[i].entry);
      EXPECT_EQ(read.lines[i].amended, lines[i].amended);
      EXPECT_EQ(read.lines[i].raw, lines[i].raw);
      EXPECT_EQ(read.lines[i].statements, lines[i].statements);
      EXPECT_EQ(read.lines[i].statement_count, lines[i].statement_count);
    }
    EXPECT_EQ(format_lockfile(read), text);
  }
}

TEST(Lockfile, NamesDamageAndItsLine) {
  const std::string header = "migcheck-lock 1 lexer 1 dialect postgresql\n";
  const std::string zeros(64, '0');
  const std::string a = "a raw=" + zeros + " neutral=" + zeros +
                        " tokens=" + zeros + " statements=0:\n";
  const std::string b = "b" + a.substr(1);
  const std::pair<std::string, std::string> cases[] = {
      {"", "1@0: the lockfile is empty: its header line is missing"},
      {a, "1@0: the header line is missing or damaged"},
      {"migcheck-lock 2 lexer 1 dialect postgresql\nanything",
       "1@0: the lockfile has format 2, this version reads format 1"},
      {"migcheck-lock 01 lexer 1 dialect postgresql\n",
       "1@0: the header is not written as migcheck writes it"},
      {header + a, ""},
      {header + a + b, ""},
      {header + a + a,
       "3@0: \"a\" stands in the lockfile twice, first on line 2"},
      {header + "<<<<<<< HEAD\n" + a + "=======\n" + b + ">>>>>>> x\n",
       "2@0: line 2 holds a conflict marker\n"
       "4@0: line 4 holds a conflict marker\n"
       "6@0: line 6 holds a conflict marker"},
      {header + "a raw=00\n", "2@6: \"raw\" has 2 hexadecimal digits, not 64"},
      {header + "a\n", "2@1: the field \"raw\" is missing"},
      {header + "\n", "2@0: the name of a migration is missing or damaged"},
      {header + "\"a\n", "2@2: the name of a migration is missing or damaged"},
      {header + "\"a\"" + a.substr(1),
       "2@0: the line is not written as migcheck writes it"},
      {header + a.substr(0, a.size() - 1) + " \n",
       fmt::format("2@{}: unexpected text follows the fields", a.size() - 1)},
      {header + a.substr(0, a.size() - 3) + "1:12\n",
       fmt::format(
           "2@{}: statement 1 has 2 hexadecimal digits, not 6", a.size() + 1)},
      {header + a.substr(0, a.size() - 1) + " amended=\"\"\n",
       fmt::format(
           "2@{}: the reason of \"amended\" is damaged", a.size() + 10)},
      {header + a.substr(0, a.size() - 1),
       "2@0: the last line has no line end: the file was cut"},
      {header + a.substr(0, a.size() - 1) + "\r\n" + b.substr(0, b.size() - 1) +
           "\r\n",
       fmt::format(
           "2@{}: the lines end in CRLF, not in LF: the file was converted",
           a.size() - 1)},
      {header + "head " + zeros + "\n" + a,
       "2@0: the head line does not fit the lines below it"},
      {header + "head 00\n",
       "2@0: the head line does not hold 64 hexadecimal digits"},
      {header + std::string(70000, 'x') + "\n" + a,
       "2@0: the line is longer than 64 KiB"}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(problems(text), expected) << text.substr(0, 300);
  }
}

TEST(Lockfile, KeepsSoundLinesBesideDamage) {
  const std::string text =
      format_lockfile(lockfile({lock_line("a"), lock_line("b")})) + "junk\n";
  const Lockfile read = parse_lockfile(text, "x");
  EXPECT_EQ(read.lines.size(), 2u);
  EXPECT_EQ(read.problems.size(), 1u);
}

std::uint32_t next_random(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

// Whatever is changed in a lockfile: either it is another sound one, or it has
// problems. It is never taken for absent.
TEST(Lockfile, IsNeverAbsentWhenDamaged) {
  LockLine amended = lock_line("b c");
  amended.amended = "why";
  std::uint32_t state = 3;
  for (const bool chained : {false, true}) {
    const std::string sound = format_lockfile(
        lockfile({lock_line("a.sql"), amended, lock_line("d")}, chained));
    for (int round = 0; round < 3000; ++round) {
      std::string text = sound;
      const std::size_t at = next_random(state) % text.size();
      switch (next_random(state) % 4) {
      case 0:
        text[at] = static_cast<char>(next_random(state));
        break;
      case 1:
        text.erase(at, 1 + next_random(state) % 40);
        break;
      case 2:
        text.insert(at, 1, static_cast<char>(next_random(state)));
        break;
      default:
        text.resize(at);
      }
      const Lockfile read = parse_lockfile(text, "x");
      EXPECT_TRUE(read.present);
      if (read.problems.empty()) {
        EXPECT_EQ(format_lockfile(read), text);
        EXPECT_TRUE(!chained || text == sound) << text;
      }
    }
  }
}

TEST(Lockfile, BoundsItsProblems) {
  std::string text = "migcheck-lock 1 lexer 1 dialect ansi\n";
  for (int i = 0; i < 5000; ++i) {
    text += "junk\n";
  }
  EXPECT_EQ(parse_lockfile(text, "x").problems.size(), Lockfile::most_problems);
}

} // namespace
} // namespace migcheck
