// The recorded input and output of the escapes and the line hash. The file in
// data/ is always run; the whole collection, which other projects share, when
// it stands beside this project.
#include "report/escape.hpp"
#include "report/line_hash.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

namespace migcheck {
namespace {

using nlohmann::json;

std::string slurp(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string decode_base64(const std::string& text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "abcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char digit : text) {
    if (digit == '=') {
      break;
    }
    bits = (bits << 6) | static_cast<std::uint32_t>(digits.find(digit));
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFFu);
    }
  }
  return out;
}

std::string bytes_of(const json& test) {
  return test.contains("base64") ? decode_base64(test["base64"])
                                 : test["text"].get<std::string>();
}

void run_escaping(const json& cases) {
  for (const json& test : cases) {
    const std::string text = printable(bytes_of(test));
    EXPECT_EQ(text, test["printable"]);
    EXPECT_EQ(log_safe(text), test["log_safe"]);
    EXPECT_EQ(gh_data(text), test["gh_data"]);
    EXPECT_EQ(gh_prop(text), test["gh_prop"]);
    EXPECT_EQ(xml(text), test["xml"]);
    EXPECT_EQ(code_span(text, MarkdownPlace::table), test["code_in_table"]);
    EXPECT_EQ(code_span(text, MarkdownPlace::text), test["code_in_text"]);
  }
}

void run_uri(const json& cases) {
  for (const json& test : cases) {
    EXPECT_EQ(uri(bytes_of(test)), test["uri"]);
  }
}

void run_commands(const json& cases) {
  for (const json& test : cases) {
    if (test.contains("property")) {
      EXPECT_EQ(gh_prop(test["property"].get<std::string>()), test["escaped"]);
    } else {
      EXPECT_EQ(gh_data(test["data"].get<std::string>()), test["escaped"]);
    }
  }
}

void run_line_hashes(const json& cases) {
  for (const json& test : cases) {
    const std::string text = bytes_of(test);
    const auto expected = test["lines"].get<std::vector<std::string>>();
    std::vector<std::uint32_t> lines(expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i] = static_cast<std::uint32_t>(i + 1);
    }
    EXPECT_EQ(line_hashes(text, lines), expected) << test["name"];
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(line_hashes(text, {lines[i]}).front(), expected[i]);
    }
  }
}

void run(const json& vectors) {
  run_escaping(vectors["escaping"]["cases"]);
  run_uri(vectors["uri"]["cases"]);
  run_commands(vectors["github_command"]["cases"]);
  run_line_hashes(vectors["primary_location_line_hash"]["cases"]);
}

const std::string source = MIGCHECK_SOURCE_DIR;

TEST(Vectors, HoldForTheCopyInThisProject) {
  const json vectors =
      json::parse(slurp(source + "/tests/report/data/vectors.json"));
  EXPECT_EQ(vectors["escaping"]["cases"].size(), 31u);
  EXPECT_EQ(vectors["primary_location_line_hash"]["cases"].size(), 11u);
  run(vectors);
}

TEST(Vectors, HoldForTheSharedCollection) {
  for (const char* place : {"/../shared", "/../../shared"}) {
    const std::string text = slurp(source + place + "/data/vectors.json");
    if (!text.empty()) {
      run(json::parse(text));
      return;
    }
  }
  std::cerr << "NOT RUN: ../shared/data/vectors.json is not here\n";
}

} // namespace
} // namespace migcheck
