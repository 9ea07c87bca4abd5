// Whatever stands in a text, its tokens are in order and inside of it.
#include "lexer_cases.hpp"

#include <random>

namespace migcheck::lists {
namespace {

const std::string_view all_languages[] = {
    "c",      "csharp", "dart",   "go",       "groovy",     "java",
    "kotlin", "php",    "python", "ruby",     "rust",       "scala",
    "swift",  "nim",    "hcl",    "clojure",  "elixir",     "haskell",
    "ini",    "julia",  "lua",    "ocaml",    "powershell", "r",
    "toml",   "other",  "cmake",  "makefile", "dockerfile", "typescript",
    "shell",  "text",   "json",   "xml",      "yaml",       "perl",
    "sql"};

void expect_sound(std::string_view text, std::string_view language) {
  std::uint32_t at = 0;
  for (const SourceToken& token : lex_source(text, *language_named(language))) {
    ASSERT_LE(at, token.span.begin) << language << ": " << text;
    ASSERT_LE(token.span.begin, token.content.begin)
        << language << ": " << text;
    ASSERT_LE(token.content.begin, token.content.end)
        << language << ": " << text;
    ASSERT_LE(token.content.end, token.span.end) << language << ": " << text;
    ASSERT_LE(token.span.end, text.size()) << language << ": " << text;
    at = token.span.end;
  }
}

TEST(LexSource, KeepsSpansInOrderUnderMutation) {
  const std::string_view pieces[] = {
      "\"",   "'",    "`",    "\"\"\"", "'''",      "\n",   "\\",        "${",
      "#{",   "\\(",  "}",    ")",      "(",        "[",    "]",         "{",
      "//",   "/*",   "*/",   "#",      "--",       "<<~A", "<<<A",      "\nA",
      "%w[",  "qw(",  "r#\"", "\"#",    "R\"(",     "?>",   "<?php",     "<!--",
      "-->",  "- ",   ": ",   "|",      ">",        "a",    "001_a.sql", " ",
      "\r\n", "\xFF", "=",    "=>",     "@\"",      "$",    ":",         ",",
      ";",    "/",    "<",    "~s(",    "\xC3\xA9", "  ",   "&",         "1"};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      text += pieces[random() % std::size(pieces)];
    }
    for (const std::string_view language : all_languages) {
      expect_sound(text, language);
      if (HasFatalFailure()) {
        return;
      }
    }
  }
}

TEST(LexSource, SurvivesEveryCutOfEveryCase) {
  for (const std::vector<LexCase>& cases : {code_cases(), data_cases()}) {
    for (const LexCase& one : cases) {
      for (std::size_t end = 0; end <= one.text.size(); ++end) {
        expect_sound(one.text.substr(0, end), one.language);
        expect_sound(one.text.substr(end), one.language);
      }
    }
  }
}

// What would take minutes if any of it were quadratic.
TEST(LexSource, IsLinearInHostileText) {
  const std::string_view pieces[] = {
      "\"",    "'",    "\"${", "`${", "'${\"",   "(",       "/[",
      "<<\"a", "<<A ", "##",   "r#",  "/*",      "{-",      "<?",
      "%w[",   "//?>", "$(",   "${",  "- ",      "{",       "a: ",
      "[",     "=\"x", "'\\",  "#[[", "\\(",     "qw( ",    "q   ",
      "<<<  ", "]",    "|\n",  "\n#", "?><?php", "\n- |\n", "@$@$"};
  const std::string_view languages[] = {
      "typescript",
      "ruby",
      "php",
      "perl",
      "csharp",
      "rust",
      "swift",
      "python",
      "kotlin",
      "elixir",
      "cmake",
      "dockerfile",
      "makefile",
      "shell",
      "text",
      "json",
      "sql",
      "xml",
      "yaml"};
  for (const std::string_view piece : pieces) {
    std::string text;
    while (text.size() < 30'000) {
      text += piece;
    }
    for (const std::string_view language : languages) {
      expect_sound(text, language);
    }
    expect_sound("<?php " + text, "php");
  }
}

} // namespace
} // namespace migcheck::lists
