#include "cli/options.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

using Words = std::vector<std::string>;

std::string error_of(const Words& arguments) {
  const Result<Options> options = parse_arguments(arguments);
  return options ? "fine" : options.error().message;
}

TEST(Options, OfCheckAreAllRead) {
  const Result<Options> read = parse_arguments(
      {"check",
       "--format=text",
       "--format",
       "sarif=out=1.sarif",
       "sub/dir",
       "--config",
       "x.toml",
       "--select",
       "duplicate-*,unknown-rule",
       "--select=limit-reached",
       "--ignore",
       "unused-suppression",
       "--severity",
       "duplicate-version=note",
       "--fail-on",
       "never",
       "--jobs",
       "3",
       "--today",
       "2024-02-29",
       "--git-tracked",
       "--no-cache",
       "--base",
       "origin/main",
       "--rev",
       "v1.2",
       "--replaces",
       "abc123",
       "--profile",
       "strict",
       "--junit-flavor",
       "ant",
       "--sarif-category",
       "nightly",
       "--statistics",
       "-q",
       "--no-annotations"});
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->command, CommandId::check);
  EXPECT_EQ(read->path, "sub/dir");
  ASSERT_EQ(read->outputs.size(), 2u);
  EXPECT_EQ(read->outputs[1].format, "sarif");
  EXPECT_EQ(read->outputs[1].file, "out=1.sarif");
  EXPECT_EQ(read->config_file, "x.toml");
  EXPECT_EQ(
      read->selection.select,
      (Words{"duplicate-*", "unknown-rule", "limit-reached"}));
  EXPECT_EQ(read->selection.ignore, (Words{"unused-suppression"}));
  ASSERT_EQ(read->selection.severity.size(), 1u);
  EXPECT_EQ(read->selection.severity[0].second, Severity::note);
  EXPECT_TRUE(read->selection.strict);
  EXPECT_EQ(read->base, "origin/main");
  EXPECT_FALSE(read->no_base);
  EXPECT_EQ(read->rev, "v1.2");
  EXPECT_EQ(read->replaces, "abc123");
  EXPECT_FALSE(read->staged);
  EXPECT_EQ(read->fail_on, Severity::off);
  EXPECT_EQ(read->jobs, 3u);
  EXPECT_EQ(read->today, (Day{2024, 2, 29}));
  EXPECT_TRUE(read->git_tracked);
  EXPECT_TRUE(read->no_cache);
  EXPECT_EQ(read->junit_flavor, JUnitFlavor::ant);
  EXPECT_EQ(read->sarif_category, "nightly");
  EXPECT_TRUE(read->statistics);
  EXPECT_TRUE(read->quiet);
  EXPECT_FALSE(read->verbose);
  EXPECT_TRUE(read->no_annotations);
}

TEST(Options, HaveDefaults) {
  const Result<Options> read = parse_arguments({});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->command, CommandId::check);
  EXPECT_FALSE(read->command_named);
  EXPECT_EQ(read->path, std::nullopt);
  ASSERT_EQ(read->outputs.size(), 1u);
  EXPECT_EQ(read->outputs[0].format, "text");
  EXPECT_EQ(read->outputs[0].file, "");
  EXPECT_EQ(read->fail_on, Severity::error);
  EXPECT_EQ(read->jobs, 0u);
  EXPECT_EQ(read->today, std::nullopt);
}

TEST(Options, OfOtherCommandsAreRead) {
  const Result<Options> lock =
      parse_arguments({"lock", "--amend", "a.sql", "--reason", "typo"});
  ASSERT_TRUE(lock) << lock.error().message;
  EXPECT_EQ(lock->command, CommandId::lock);
  EXPECT_EQ(lock->amend, "a.sql");
  EXPECT_EQ(lock->reason, "typo");
  EXPECT_TRUE(parse_arguments({"lock", "--check", "."})->check_only);
  EXPECT_TRUE(parse_arguments({"lock", "--force", "--reason", "x"})->force);
  EXPECT_TRUE(parse_arguments({"init", "--hook"})->hook);
  EXPECT_EQ(parse_arguments({"explain", "x"})->word, "x");
  EXPECT_EQ(parse_arguments({"completions", "zsh"})->word, "zsh");
  EXPECT_EQ(parse_arguments({"lists", "a"})->path, "a");
  for (const char* command :
       {"check", "migrations", "lists", "schema", "graph", "cat"}) {
    EXPECT_TRUE(parse_arguments({command, "--staged"})->staged) << command;
    EXPECT_EQ(parse_arguments({command, "--rev", "v1"})->rev, "v1") << command;
  }
  EXPECT_FALSE(parse_arguments({"lock", "--staged"}));
  EXPECT_FALSE(parse_arguments({"init", "--rev", "v1"}));
  EXPECT_EQ(parse_arguments({"--", "--odd"})->path, "--odd");
  EXPECT_EQ(parse_arguments({"./lists"})->path, "./lists");
  EXPECT_TRUE(parse_arguments({"explain", "--help"})->help);
  EXPECT_TRUE(parse_arguments({"-h", "--jobs", "x"})->help);
  EXPECT_TRUE(parse_arguments({"check", "--version"})->version);
}

TEST(Options, ThatAreWrongAreUsageErrors) {
  const std::vector<std::pair<Words, std::string>> table = {
      {{"--no-such-option"}, "unknown option \"--no-such-option\""},
      {{"--formt", "json"},
       "unknown option \"--formt\", did you mean \"--format\"?"},
      {{"--profile=strictly"},
       "--profile: \"strictly\" is not one of \"default\", \"strict\", did you "
       "mean \"strict\"?"},
      {{"-x"}, "unknown option \"-x\""},
      {{"a", "b"}, "unexpected argument \"b\""},
      {{"lists", "--fail-on", "error"}, "unknown option \"--fail-on\""},
      {{"--format", "xml"},
       "--format: \"xml\" is not one of \"text\", \"json\", \"sarif\", "
       "\"junit\", \"github\", \"gitlab\", \"markdown\""},
      {{"--format", "jsn=x"},
       "--format: \"jsn\" is not one of \"text\", \"json\", \"sarif\", "
       "\"junit\", \"github\", \"gitlab\", \"markdown\", did you mean "
       "\"json\"?"},
      {{"lists", "--format", "sarif"},
       "--format: \"sarif\" is not one of \"text\", \"json\""},
      {{"--format", "json="}, "--format: \"json=\" names no file"},
      {{"--format", "json", "--format", "text"},
       "--format: only one report can go to standard output, give the others "
       "a file: --format FMT=FILE"},
      {{"--format", "json=a", "--format", "text=a"},
       "--format: two reports go to \"a\""},
      {{"--format"}, "--format needs a value"},
      {{"--select", "duplicate-versions"},
       "rule \"duplicate-versions\" does not exist, did you mean "
       "\"duplicate-version\"?"},
      {{"--ignore", ","}, "--ignore: no rule is named"},
      {{"--select="}, "--select needs a value"},
      {{"--severity", "duplicate-version"},
       "--severity: \"duplicate-version\" is not RULE=LEVEL with error, "
       "warning, note or off"},
      {{"--severity", "duplicate-version=loud"},
       "--severity: \"duplicate-version=loud\" is not RULE=LEVEL with error, "
       "warning, note or off"},
      {{"--fail-on", "errors"},
       "--fail-on: \"errors\" is not one of \"error\", \"warning\", \"note\", "
       "\"never\", did you mean \"error\"?"},
      {{"--jobs", "0"}, "--jobs: \"0\" is not a number from 1 to 512"},
      {{"--jobs", "-1"}, "--jobs: \"-1\" is not a number from 1 to 512"},
      {{"--jobs", "4x"}, "--jobs: \"4x\" is not a number from 1 to 512"},
      {{"--jobs", "99999999999999999999"},
       "--jobs: \"99999999999999999999\" is not a number from 1 to 512"},
      {{"--base", "-x"},
       "--base: \"-x\" is not the name of a branch, tag or commit"},
      {{"--base", "main", "--no-base"},
       "--base and --no-base exclude each other"},
      {{"--today", "2026-02-29"},
       "--today: \"2026-02-29\" is not a day YYYY-MM-DD"},
      {{"--today", "2026-1-1"},
       "--today: \"2026-1-1\" is not a day YYYY-MM-DD"},
      {{"--today", "yesterday"},
       "--today: \"yesterday\" is not a day YYYY-MM-DD"},
      {{"--quiet", "--verbose"}, "--quiet and --verbose exclude each other"},
      {{"--config="}, "--config needs a value"},
      {{""}, "PATH is empty"},
      {{"--quiet", "lists"},
       "the command comes first: migcheck lists ...; for a directory of that "
       "name write ./lists"},
      {{"explain"}, "RULE is missing"},
      {{"completions"}, "SHELL is missing"},
      {{"completions", "tcsh"},
       "shell \"tcsh\" is not one of \"bash\", \"zsh\", \"fish\""},
      {{"man", "x"}, "unexpected argument \"x\""},
      {{"lock", "--force"}, "--amend and --force need a reason: --reason TEXT"},
      {{"lock", "--amend", "x", "--reason", " "},
       "--amend and --force need a reason: --reason TEXT"},
      {{"lock", "--reason", "x"}, "--reason goes with --amend or --force"},
      {{"lock", "--check", "--force", "--reason", "x"},
       "--check writes nothing, it goes without --amend and --force"},
      {{"lock", "--amend", "a", "--force", "--reason", "x"},
       "--force and --amend exclude each other"},
      {{"--x\x1B[31m"}, "unknown option \"--x\\x1b[31m\""}};
  for (const auto& [arguments, expected] : table) {
    EXPECT_EQ(error_of(arguments), expected)
        << ::testing::PrintToString(arguments);
  }
}

} // namespace
} // namespace migcheck
