#include "config/config.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

// The problems of a text, or "fine".
std::string problems(std::string_view text) {
  const Result<Config> config = parse_config(text, "m.toml");
  return config ? "fine" : config.error().message;
}

TEST(Config, ReadsEveryKey) {
  const std::string_view text = R"(
detect = false
exclude = ["fixtures/**", "old/"]

[[directory]]
path = "./migrations/"
layout = "golang-migrate"
dialect = "mysql"
name = '^\d{4}_[a-z0-9_]+\.sql$'
gaps = [5, "21-25", "007"]
baseline = "0030_establish_true_baseline.sql"
transaction = "none"
lock = "migrations/m.lock"
lock_chain = true

[[directory]]
path = "."

[[list]]
file = "test/migrations.go"
name = "AuditMigrations"
directory = "migrations"
intent = "ignore"
except = ["1000_seed.sql"]

[rules]
version-gap = "off"
duplicate-version = { level = "warning" }
no-such-rule = "note"

[[ignore]]
rule = "duplicate-version"
path = "migrations/078-*.sql"
reason = "both were released"

[base]
ref = "origin/main"

[limits]
file = "32 MiB"
statement = 100
findings = 5
)";
  const Result<Config> read = parse_config(text, "m.toml");
  ASSERT_TRUE(read) << read.error().message;
  const Config& config = *read;
  EXPECT_EQ(config.path, "m.toml");
  EXPECT_FALSE(config.detect);
  EXPECT_EQ(config.exclude, (std::vector<std::string>{"fixtures/**", "old/"}));
  ASSERT_EQ(config.directories.size(), 2u);
  const DirectoryConfig& directory = config.directories[0];
  EXPECT_EQ(directory.path, "migrations");
  EXPECT_EQ(directory.location.span.of(text), "[[directory]]");
  EXPECT_EQ(directory.layout, LayoutId::golang_migrate);
  EXPECT_EQ(directory.dialect, Dialect::mysql);
  EXPECT_EQ(directory.name_pattern, "^\\d{4}_[a-z0-9_]+\\.sql$");
  EXPECT_EQ(
      directory.name_location.span.of(text), "'^\\d{4}_[a-z0-9_]+\\.sql$'");
  ASSERT_EQ(directory.gaps.size(), 3u);
  EXPECT_EQ(directory.gaps[1].first, "21");
  EXPECT_EQ(directory.gaps[1].last, "25");
  EXPECT_EQ(directory.gaps[2].first, "7");
  EXPECT_EQ(directory.baseline, "0030_establish_true_baseline.sql");
  EXPECT_EQ(directory.transaction, RunnerTransaction::none);
  EXPECT_EQ(directory.lock, "migrations/m.lock");
  EXPECT_TRUE(directory.lock_chain);
  EXPECT_EQ(config.directories[1].path, ".");
  EXPECT_EQ(config.directories[1].layout, std::nullopt);
  ASSERT_EQ(config.lists.size(), 1u);
  EXPECT_EQ(config.lists[0].file, "test/migrations.go");
  EXPECT_EQ(config.lists[0].name, "AuditMigrations");
  EXPECT_EQ(config.lists[0].directory, "migrations");
  EXPECT_EQ(config.lists[0].intent, Intent::ignored);
  EXPECT_EQ(config.lists[0].except.size(), 1u);
  ASSERT_EQ(config.rules.size(), 3u);
  EXPECT_EQ(config.rules[0].rule, "duplicate-version");
  EXPECT_EQ(config.rules[0].level, Severity::warning);
  EXPECT_EQ(config.rules[0].location.span.of(text), "duplicate-version");
  EXPECT_EQ(config.rules[2].level, Severity::off);
  ASSERT_EQ(config.ignores.size(), 1u);
  EXPECT_EQ(config.ignores[0].reason, "both were released");
  EXPECT_EQ(config.base_ref, "origin/main");
  EXPECT_EQ(config.limits.file, 32u << 20);
  EXPECT_EQ(config.limits.statement, 100u);
  EXPECT_EQ(config.limits.findings, 5u);
  EXPECT_EQ(config.limits.files, 1000000u);
}

TEST(Config, AcceptsWhatEditorsWrite) {
  const std::vector<std::string_view> table = {
      "",
      "\n\n",
      "# only a comment",
      "\xEF\xBB\xBF"
      "detect = true\n",
      "detect = true\r\n[[directory]]\r\npath = \"a\"\r\n",
      "directory = [{ path = \"a\" }, { path = \"b\" }]",
      "[[directory]] # first\npath = \"a\"\n[[directory]]\npath = \"b\"\n",
      "[rules.version-gap]\nlevel = \"off\"",
      "rules.version-gap.level = \"off\"",
      "exclude = [ # why\n  \"a\", \"b\",\n]",
      "exclude = [\"\"\"a\"\"\", '''b''', \"c\\\"\"]"};
  for (const std::string_view text : table) {
    EXPECT_EQ(problems(text), "fine") << text;
  }
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

const std::vector<Case>& wrong_configs() {
  static const std::vector<Case> table = {
      {"detetc = true",
       "m.toml:1:1: unknown key \"detetc\", did you mean \"detect\"?"},
      {"[base]\nref = \"x\"\n[schemas.required.users]\n",
       "m.toml:3:2: unknown key \"schemas\", did you mean \"schema\"?"},
      {"detect = 1",
       "m.toml:1:10: \"detect\" is an integer, expected true or "
       "false"},
      {"exclude = \"a\"",
       "m.toml:1:11: \"exclude\" is a string, expected an array"},
      {"exclude = [1]",
       "m.toml:1:12: \"exclude\" is an integer, expected a string"},
      {"exclude = [\"../x\"]",
       "m.toml:1:12: exclude \"../x\" leaves the project or goes back, \"..\" "
       "is not allowed"},
      {"[directory]\npath = \"a\"",
       "m.toml:1:1: write [[directory]] instead of [directory]"},
      {"directory = 5",
       "m.toml:1:13: \"directory\" is an integer, expected an array"},
      {"directory = [5]",
       "m.toml:1:14: \"directory\" is an integer, expected a table"},
      {"[[directory]]\nlayout = \"goos\"",
       "m.toml:1:1: [[directory]] has no \"path\"\n"
       "m.toml:2:10: layout \"goos\" is not one of \"goose\", "
       "\"golang-migrate\", \"dbmate\", \"flyway\", \"sqlx\", \"diesel\", "
       "\"prisma\", \"drizzle\", \"supabase\", \"liquibase-sql\", \"sqitch\", "
       "\"atlas\", \"numbered\", \"timestamped\", did you mean \"goose\"?"},
      {"a = \xC3\xA9",
       "m.toml:1:5: \"\xC3\xA9\" may stand in strings and comments only"},
      {"exclude = [] \xE2\x80\xA6",
       "m.toml:1:14: \"\xE2\x80\xA6\" may stand in strings and comments only"},
      {"[[directory]]\npath = \"a\"\ndialect = \"postgres\"",
       "m.toml:3:11: dialect \"postgres\" is not one of \"postgresql\", "
       "\"mysql\", \"sqlite\", \"clickhouse\", \"tsql\", \"ansi\", did you "
       "mean \"postgresql\"?"},
      {"[[directory]]\npath = \"a\"\n\n[[directory]]\npath = \"./a\"",
       "m.toml:4:1: directory \"a\" is already configured on line 1"},
      {"[[directory]]\npath = \"a\"\npath = \"/etc\"\nunknwon = 1",
       "m.toml:3:1: key \"path\" is already set on line 2\n"
       "m.toml:4:1: unknown key \"unknwon\" in [[directory]]"},
      {"[rules]\na = \"off\"\n[rules]",
       "m.toml:3:2: key \"rules\" is already set on line 1"},
      {"[[directory]]\npath = \"a\"\ngaps = [\"x\", -1, nan, \"9-3\", 1.5]",
       "m.toml:3:9: gap \"x\" is not a version such as 5 or a range such as "
       "\"21-25\"\n"
       "m.toml:3:14: gap \"-1\" is not a version such as 5 or a range such as "
       "\"21-25\"\n"
       "m.toml:3:18: \"gaps\" holds a floating-point number, expected versions "
       "such as 5 or \"21-25\"\n"
       "m.toml:3:23: gap \"9-3\" is not a version such as 5 or a range such "
       "as \"21-25\"\n"
       "m.toml:3:30: \"gaps\" holds a floating-point number, expected versions "
       "such as 5 or \"21-25\""},
      {"[[directory]]\npath = \"a\"\nbaseline = \"a/b\"",
       "m.toml:3:12: baseline \"a/b\" is not the name of a file in the "
       "directory"},
      {"[[directory]]\npath = \"a\"\nname = '('",
       "m.toml:3:8: name: pattern does not compile: Unmatched marking "
       "parenthesis ( or \\("},
      {"[[directory]]\npath = 5",
       "m.toml:2:8: \"path\" is an integer, expected a string"},
      {"[[ignore]]\nrule = 1\nreason = 2",
       "m.toml:2:8: \"rule\" is an integer, expected a string\n"
       "m.toml:3:10: \"reason\" is an integer, expected a string"},
      {"[[list]]\nintent = \"all\"",
       "m.toml:1:1: [[list]] has no \"file\"\n"
       "m.toml:2:10: intent \"all\" is not one of \"complete\", \"subset\", "
       "\"exclusion\", \"ignore\""},
      {"[rules]\nversion-gap = \"loud\"\nx = { level = \"warning\", weeks = "
       "3 }",
       "m.toml:2:15: level \"loud\" is not one of \"off\", \"note\", "
       "\"warning\", \"error\"\n"
       "m.toml:3:26: unknown key \"weeks\" in rule \"x\""},
      {"[rules]\nx = { months = -1 }\ny.months = 1201\nz.months = 2.5\n"
       "w.months = 1e999",
       "m.toml:2:16: \"months\" is -1, expected a number from 0 to 1200\n"
       "m.toml:3:12: \"months\" is 1201, expected a number from 0 to 1200\n"
       "m.toml:4:12: \"months\" is a floating-point number, expected an "
       "integer\n"
       "m.toml:5:12: \"1e999\" is out of range"},
      {"[schema]\nneeded = 1\nrequired = 2",
       "m.toml:2:1: unknown key \"needed\" in [schema]\n"
       "m.toml:3:12: \"required\" is an integer, expected a table"},
      {"[schema.required]\nusers = [\"id\"]\n[schema.required.ants]\n"
       "requird = []\nrequired = \"id\"\noptional = [1, \"\"]",
       "m.toml:2:9: \"users\" is an array, expected a table\n"
       "m.toml:4:1: unknown key \"requird\" in [schema.required.ants], did you "
       "mean \"required\"?\n"
       "m.toml:5:12: \"required\" is a string, expected an array\n"
       "m.toml:6:13: \"optional\" is an integer, expected a string\n"
       "m.toml:6:16: \"optional\" holds an empty name"},
      {"[schema.required.ants]\nrequired = [\"id\", \"id\"]\n"
       "optional = [\"id\"]",
       "m.toml:2:19: column \"id\" is already named on line 2\n"
       "m.toml:3:13: column \"id\" is already named on line 2"},
      {"[schema.required.auth.users]\nrequired = [\"id\"]",
       "m.toml:1:23: write schema and table as one key: "
       "[schema.required.\"auth.users\"]"},
      {"[[ignore]]\nrule = \"a\"\n[[ignore]]\nrule = \"b\"\nreason = \" \"",
       "m.toml:1:1: [[ignore]] has no \"reason\"\n"
       "m.toml:5:10: reason is empty, say why"},
      {"[limits]\nfile = \"16 MB\"\nstatement = \"5 GiB\"\nnesting = 0\n"
       "files = \"1 KiB\"\nconfig = 1",
       "m.toml:3:13: \"statement\" is not a size such as \"16 MiB\" or 4096, "
       "below 4 GiB\n"
       "m.toml:4:11: \"nesting\" is not a number from 1 to 4294967295\n"
       "m.toml:5:9: \"files\" is not a number from 1 to 4294967295\n"
       "m.toml:6:1: unknown key \"config\" in [limits]"},
      {"[limits]\nfile = 99999999999999999999\nnesting = 1e999\nx = 1",
       "m.toml:2:8: \"99999999999999999999\" is out of range\n"
       "m.toml:2:8: \"file\" is not a size such as \"16 MiB\" or 4096, below "
       "4 GiB\n"
       "m.toml:3:11: \"1e999\" is out of range\n"
       "m.toml:3:11: \"nesting\" is not a number from 1 to 4294967295\n"
       "m.toml:4:1: unknown key \"x\" in [limits]"},
      {"[base]\nref = \"-x\"\ntip = 1",
       "m.toml:2:7: ref \"-x\" is not the name of a branch, tag or commit\n"
       "m.toml:3:1: unknown key \"tip\" in [base]"},
      {"[base]", "m.toml:1:1: [base] has no \"ref\""},
      {"detect = \xFF", "m.toml:1:10: not UTF-8: byte 0xff"},
      {std::string_view("detect = true\n\0", 15),
       "m.toml:2:1: not valid TOML: expected keys, tables, whitespace or "
       "comments, saw '\\u0000' in root table"},
      {"a = [1,\n2",
       "m.toml:2:2: not valid TOML: encountered end-of-file in array"},
      {"a = \"\x1B[31m\"",
       "m.toml:1:6: not valid TOML: unescaped control characters other than "
       "TAB (U+0009) are explicitly prohibited in string"}};
  return table;
}

TEST(Config, ReadsTheContract) {
  const std::string text = "[schema.required.\"auth.users\"]\n"
                           "required = [\"id\", \"email\"]\n"
                           "optional = [\"password_hash\"]\n"
                           "[schema.required]\nants = {}\n";
  const auto config = parse_config(text, "m.toml");
  ASSERT_TRUE(config) << config.error().message;
  ASSERT_EQ(config->contract.size(), 2U);
  EXPECT_EQ(config->contract[0].name.text, "ants");
  EXPECT_TRUE(config->contract[0].required.empty());
  const ContractTable& users = config->contract[1];
  EXPECT_EQ(users.name.text, "auth.users");
  EXPECT_EQ(users.name.location.span.of(text), "\"auth.users\"");
  ASSERT_EQ(users.required.size(), 2U);
  EXPECT_EQ(users.required[1].text, "email");
  EXPECT_EQ(users.required[1].location.span.of(text), "\"email\"");
  ASSERT_EQ(users.optional.size(), 1U);
  EXPECT_EQ(users.optional[0].text, "password_hash");
}

TEST(Config, NamesEveryProblemWithItsPlace) {
  for (const Case& one : wrong_configs()) {
    EXPECT_EQ(problems(one.text), one.expected) << one.text;
  }
}

TEST(Config, RefusesPathsOutsideTheProject) {
  const std::vector<Case> table = {
      {"../../../../etc",
       "leaves the project or goes back, \"..\" is not "
       "allowed"},
      {"a/../..", "leaves the project or goes back, \"..\" is not allowed"},
      {"/proc/self", "is absolute, expected a path from the project's root"},
      {"", "is empty"},
      {"a\\u0000b", "holds a NUL byte"}};
  for (const std::string_view key : {"path", "lock"}) {
    for (const Case& one : table) {
      const std::string text =
          "[[directory]]\n" + std::string(key == "path" ? "" : "path = 'a'\n") +
          std::string(key) + " = \"" + std::string(one.text) + "\"";
      const std::string found = problems(text);
      EXPECT_NE(found.find(one.expected), std::string::npos) << found;
      EXPECT_EQ(found.find('\n'), std::string::npos) << found;
    }
  }
}

TEST(Config, ShowsAtMostAHundredProblems) {
  std::string text;
  for (int i = 0; i < 150; ++i) {
    text += "key" + std::to_string(i) + " = 1\n";
  }
  const std::string found = problems(text);
  EXPECT_TRUE(found.ends_with("\nm.toml: 50 more problems")) << found;
}

TEST(Config, MakesForeignTextPrintable) {
  EXPECT_EQ(
      problems("\"a\\u001B\\u202Eb\" = 1"),
      "m.toml:1:1: unknown key \"a\\x1b\\u{202e}b\"");
}

} // namespace
} // namespace migcheck
