// What is read of a drizzle journal and its snapshots.
#include "journals/drizzle.hpp"
#include "journals/json_flaw.hpp"
#include "journals/json_reader.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

TEST(JsonReader, GivesTokensWithTheirPlaces) {
  const std::string text = R"({"a": [1, {"b\"c": "x\\"}], "d": null, "e": {}})";
  const std::vector<std::string> wanted = {
      "0 {",
      "1 a[",
      "2 1",
      "2 {",
      "3 b\\\"c=x\\\\",
      "2 }",
      "1 ]",
      "1 dnull",
      "1 e{",
      "1 }",
      "0 }"};
  JsonReader reader(text);
  JsonToken token;
  std::vector<std::string> found;
  while (reader.next(token)) {
    std::string line = std::to_string(token.depth) + " ";
    line += token.key;
    line += token.kind == JsonKind::string ? "=" : "";
    line += token.span.of(text);
    found.push_back(line);
  }
  EXPECT_EQ(found, wanted);
}

TEST(JsonReader, EndsWhereNothingSensibleFollows) {
  for (const std::string text :
       {"",
        "{",
        "{\"a",
        "{\"a\"",
        "{\"a\":",
        "}",
        "[}",
        "{1}",
        "\"\\",
        ":",
        "{\"a\":}"}) {
    JsonReader reader(text);
    JsonToken token;
    int tokens = 0;
    while (reader.next(token)) {
      ASSERT_LT(++tokens, 10) << text;
    }
  }
}

TEST(JsonReader, ReplacesEscapes) {
  EXPECT_EQ(json_text(R"(a\n\"\\\/\t)"), "a\n\"\\/\t");
  EXPECT_EQ(json_text(R"(\u0041\u00e4\u20AC)"), "A\xc3\xa4\xe2\x82\xac");
  EXPECT_EQ(json_text(R"(\ud83d)"), "?");
  EXPECT_EQ(json_text(R"(\u12)"), "u12");
  EXPECT_EQ(json_text("\\"), "\\");
}

// What JSON.parse of Node 18 says of them.
TEST(JsonFlaw, IsWhatJavaScriptRefuses) {
  const std::vector<std::pair<std::string, std::optional<Span>>> texts = {
      {"{}", std::nullopt},
      {" [1, -2.5e3, \"x\", null] \n", std::nullopt},
      {"{\"a\": \"\xff\"}", std::nullopt},
      {"{\"a\": \"\\ud83d\"}", std::nullopt},
      {"{\"a\": 1e999}", std::nullopt},
      {"", Span{}},
      {" \n", Span{}},
      {"{\"a\": 1\n", Span{6, 7}},
      {"{\"a\": 1,}", Span{8, 9}},
      {"{\"a\": 1,\n\n", Span{7, 8}},
      {"// x\n{}", Span{0, 1}},
      {"\xef\xbb\xbf{}", Span{0, 1}},
      {"{} {}", Span{3, 4}}};
  for (const auto& [text, flaw] : texts) {
    EXPECT_EQ(find_json_flaw(text), flaw) << text;
  }
}

TEST(JsonFlaw, OfAnObjectIsTakenFromItsEnds) {
  const std::vector<std::pair<std::string, std::optional<Span>>> texts = {
      {"{}\n", std::nullopt},
      {"[]", std::nullopt},
      {"{\"a\": 1, }", std::nullopt},
      {"", Span{}},
      {"{", Span{0, 1}},
      {"{\"a\": [1,\n", Span{8, 9}}};
  for (const auto& [text, flaw] : texts) {
    EXPECT_EQ(find_object_flaw(text), flaw) << text;
  }
}

TEST(DrizzleJournal, GivesItsEntries) {
  const std::string text = R"({"version":"7","entries":[
    {"idx":0,"when":12,"tag":"0000_a","breakpoints":true},
    {"idx":"1","tag":"0001_b","more":{"tag":"x"}},
    {"idx":2,"when":-3}, {"when":1.5,"tag":"0003_d"}],
    "other":[[{"tag":"no"}]]})";
  const auto entries = read_drizzle_entries(text);
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].tag, "0000_a");
  EXPECT_EQ(entries[0].idx, 0);
  EXPECT_EQ(entries[0].when, 12);
  EXPECT_EQ(entries[0].span.of(text), "0000_a");
  EXPECT_EQ(entries[1].tag, "0001_b");
  EXPECT_EQ(entries[2].tag, "0003_d");
  EXPECT_FALSE(entries[2].when);
}

TEST(DrizzleSnapshot, GivesTheIdsOfTheOutermostLevel) {
  const std::string text = R"({"tables":{"id":"no","x":{"prevId":"no"}},
    "prevId":"before","id":"this","version":"7"})";
  const DrizzleSnapshot snapshot = read_drizzle_snapshot(text);
  EXPECT_EQ(snapshot.id, "this");
  EXPECT_EQ(snapshot.prev_id, "before");
  EXPECT_EQ(snapshot.prev_span.of(text), "before");
}

} // namespace
} // namespace migcheck
