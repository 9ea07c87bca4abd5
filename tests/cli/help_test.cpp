#include "cli/help.hpp"
#include "cli/version.hpp"

#include <gtest/gtest.h>

#include <set>

namespace migcheck {
namespace {

TEST(Help, OfEveryCommandNamesItsOptionsAndHasExamples) {
  for (const CommandInfo& command : all_commands()) {
    const std::string help = command_help(command.id);
    EXPECT_NE(help.find("Usage: migcheck "), std::string::npos);
    EXPECT_NE(help.find("\nExamples:\n  migcheck"), std::string::npos)
        << command.name;
    for (const OptionInfo& option : describe(command.id).options) {
      EXPECT_NE(help.find("--" + option.long_name), std::string::npos);
      EXPECT_FALSE(option.description.empty());
    }
    EXPECT_NE(
        general_help().find("  " + std::string(command.name) + " "),
        std::string::npos);
  }
}

TEST(Help, IsAtMost80ColumnsWideExamplesExcepted) {
  for (const CommandInfo& command : all_commands()) {
    std::string help = command_help(command.id);
    help.erase(help.find("\nExamples:"));
    for (std::size_t at = 0; at < help.size();) {
      const std::size_t end = std::min(help.find('\n', at), help.size());
      EXPECT_LE(end - at, 80u) << help.substr(at, end - at);
      at = end + 1;
    }
  }
}

TEST(Help, OfACommandReadsAsExpected) {
  EXPECT_EQ(
      command_help(CommandId::lists),
      "migcheck lists: print every hardcoded list of migrations and how it "
      "differs\n"
      "\n"
      "Usage: migcheck lists [OPTION...] [PATH]\n"
      "\n"
      "Shows where each list is, which directory it mirrors, what it is taken "
      "for and\n"
      "why, and what it lacks.\n"
      "\n"
      "Arguments and options:\n"
      "  PATH                       the project's root; by default the "
      "nearest\n"
      "                             directory upwards with migcheck.toml or "
      ".git, else\n"
      "                             the working directory\n"
      "      --format FMT[=FILE]    write this report, to FILE or standard "
      "output; may\n"
      "                             be repeated: text, json\n"
      "      --config FILE          read this configuration, not "
      "migcheck.toml\n"
      "      --jobs N               use N threads; by default as many as are "
      "worth it\n"
      "      --git-tracked          look only at files that git tracks\n"
      "      --staged               look at what the index holds, and so would "
      "be\n"
      "                             committed, not at what lies on disk\n"
      "      --rev COMMIT           look at what this commit holds, not at "
      "what "
      "lies on\n"
      "                             disk\n"
      "  -h, --help                 print this help\n"
      "\n"
      "Examples:\n"
      "  migcheck lists\n"
      "      every list, and what it lacks\n"
      "  migcheck lists --format json=lists.json\n"
      "      the same for programs\n");
}

TEST(Help, NamesNothingOfLaterVersions) {
  const std::string all = general_help() + manual_page() + completions("bash") +
                          completions("zsh") + completions("fish");
  for (const std::string_view later : {"renumber"}) {
    EXPECT_EQ(all.find(later), std::string::npos) << later;
  }
}

TEST(Help, ManualAndCompletionsNameEveryOption) {
  const std::string manual = manual_page();
  for (const CommandInfo& command : all_commands()) {
    for (const OptionInfo& option : describe(command.id).options) {
      std::string in_manual;
      for (const char c : option.long_name) {
        in_manual += c == '-' ? std::string("\\-") : std::string(1, c);
      }
      EXPECT_NE(manual.find("\\-" + in_manual), std::string::npos);
      EXPECT_NE(
          completions("bash").find("--" + option.long_name), std::string::npos);
      EXPECT_NE(
          completions("zsh").find("--" + option.long_name), std::string::npos);
      EXPECT_NE(
          completions("fish").find("-l " + option.long_name),
          std::string::npos);
    }
  }
}

TEST(Version, StandsOnTheFirstLine) {
  const std::string text = version_text();
  EXPECT_EQ(
      text.substr(0, text.find('\n')), "migcheck " + std::string(version()));
}

} // namespace
} // namespace migcheck
