// Atlas's own hashes, and what Atlas's own tests say of damaged folders.
#include "journals/atlas_sum.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

AtlasHasher hashed(const Files& files) {
  AtlasHasher hasher;
  for (const auto& [name, content] : files) {
    hasher.add(name, content);
  }
  return hasher;
}

struct Vector {
  std::string name;
  Files files;
  std::string sum;
};

const std::vector<Vector> vectors = {
    {"two files",
     {{"20220318104614_initial.sql",
       "-- create \"tbl\" table\nCREATE TABLE tbl (`col` int NOT NULL);\n"},
      {"20220318104615_second.sql", "ALTER TABLE `tbl` ADD `col_2` bigint;\n"}},
     "h1:GMi7mvWSIHv0I/"
     "Wrc2NCGVt9Z5hWZbPa6wL986t7Z2o=\n20220318104614_initial.sql "
     "h1:FifWjY2X0g2YVnb18Qm+QBPvoldDOOob7bS0LrFuCXc=\n20220318104615_second."
     "sql h1:wbPDlODOQeixCiopAhlT7W4xOO9TgJxzjYjxf4TA2f4=\n"},
    {"first file edited: every following line changes",
     {{"20220318104614_initial.sql",
       "-- create \"tbl\" table\nCREATE TABLE tbl (`col` bigint NOT NULL);\n"},
      {"20220318104615_second.sql", "ALTER TABLE `tbl` ADD `col_2` bigint;\n"}},
     "h1:eliCg/77JmvKv8zNpxgc1yy9I/"
     "3opoyMUfEZaMe+iXw=\n20220318104614_initial.sql "
     "h1:bsWvwKDF1tgpzhfsue+nxPfZswT6hqXEb+Acs6SmnBc=\n20220318104615_second."
     "sql h1:KHZoPCTeLc9L/+FjUspEqj6rBL6/EVjKz9XpedIYlkQ=\n"},
    {"the same files with CRLF",
     {{"20220318104614_initial.sql",
       "-- create \"tbl\" table\r\nCREATE TABLE tbl (`col` int NOT NULL);\r\n"},
      {"20220318104615_second.sql",
       "ALTER TABLE `tbl` ADD `col_2` bigint;\r\n"}},
     "h1:oV4nuYXU6Ya0jth3XgChSPnCBwqBuv/"
     "RRyYdJ2fCdWY=\n20220318104614_initial.sql "
     "h1:Ni9bwnAxn340abzdWu4OxR8PF0Yahb/"
     "1xfjpb8GV7Kk=\n20220318104615_second.sql "
     "h1:xRd+7L5py+afoOYTzmPO8snEO5nHZDpMF8GXaCIC/aA=\n"},
    {"ignored file: its name is hashed, its body is not, no line for it",
     {{"0_notes.sql", "-- atlas:sum ignore\nSELECT 1;\n"},
      {"20220318104614_initial.sql",
       "-- create \"tbl\" table\nCREATE TABLE tbl (`col` int NOT NULL);\n"},
      {"20220318104615_second.sql", "ALTER TABLE `tbl` ADD `col_2` bigint;\n"}},
     "h1:zCfwY8+I5HS0JW708Hpy3LBYgkOuvC5fkvqK0QpiQwU=\n20220318104614_initial."
     "sql "
     "h1:pSLtGVz+vT2H+Mi6SeD/"
     "Y0zH7gwaIr3JMlv4l0ARIOc=\n20220318104615_second.sql "
     "h1:ee+md/cxxiWsKMFokFdTz3KTK9NYmtZwkrB0yeMCRts=\n"},
    {"CRLF after the ignore directive: the directive is not honoured",
     {{"0_notes.sql", "-- atlas:sum ignore\r\nSELECT 1;\r\n"},
      {"20220318104614_initial.sql",
       "-- create \"tbl\" table\nCREATE TABLE tbl (`col` int NOT NULL);\n"},
      {"20220318104615_second.sql", "ALTER TABLE `tbl` ADD `col_2` bigint;\n"}},
     "h1:8aQDaf8hHC2GWApm8sYYFvQnM8n0bMj6eO+o4cKbQV8=\n0_notes.sql "
     "h1:0qkSgfOOWL33hJmKcpSHGaA0jUc9RfL2m0BlxZuMHds=\n20220318104614_initial."
     "sql "
     "h1:nKPWm2ANcjUFJeZRQLD0azcxegT7JRjDAU/"
     "gnc6lhns=\n20220318104615_second.sql "
     "h1:YWNw3vOBwyd+jS5/+Zh2pXOylMiwiwkEvSpPn9LOyKQ=\n"},
    {"empty directory",
     {},
     "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"},
};

TEST(AtlasSum, IsWhatAtlasWrites) {
  for (const Vector& vector : vectors) {
    EXPECT_EQ(atlas_sum_text(hashed(vector.files).files()), vector.sum)
        << vector.name;
  }
}

TEST(AtlasSum, FitsTheFilesItWasWrittenFor) {
  for (const Vector& vector : vectors) {
    const AtlasSum sum = parse_atlas_sum(vector.sum);
    EXPECT_FALSE(first_difference(sum, hashed(vector.files).files()))
        << vector.name;
  }
}

TEST(AtlasSum, LeavesOutWhatSaysSo) {
  const std::vector<std::pair<std::string, bool>> heads = {
      {"-- atlas:sum ignore", true},
      {"-- atlas:sum ignore\nSELECT 1;\n", true},
      {"atlas:sum ignore\n", true},
      {"/* any words */ atlas:sum   ignore\n", true},
      {"-- atlas:sum atlas:sum ignore\n", true},
      {"-- atlas:sum ignore\r\n", false},
      {"-- atlas:sum ignore \n", false},
      {"-- atlas:sum\tignore\n", false},
      {"-- atlas:sum\n", false},
      {"-- atlas:sumignore\n", false},
      {"-- atlas:summary ignore\n", false},
      {"-- atlas:sum ignored\n", false},
      {"\n-- atlas:sum ignore\n", false},
      {"--\tatlas:sum ignore\n", false},
      {"-- \xc3\xa4 atlas:sum ignore\n", false},
      {"", false}};
  for (const auto& [head, left_out] : heads) {
    EXPECT_EQ(is_left_out_of_sum(head), left_out) << head;
  }
}

const std::string one = "CREATE TABLE one (id int);\n";
const std::string two = "CREATE TABLE two (id int);\n";
const std::string three = "CREATE TABLE three (id int);\n";
const Files three_files = {{"1.sql", one}, {"2.sql", two}, {"3.sql", three}};

struct Changed {
  Files now;
  AtlasChange change;
  std::uint32_t line;
  std::string name;
  std::size_t more = 0;
};

TEST(AtlasSum, NamesTheFirstFileThatDiffers) {
  const std::vector<Changed> changes = {
      {{{"1.sql", one}, {"2.sql", one}, {"3.sql", three}},
       AtlasChange::edited,
       3,
       "2.sql"},
      {{{"1.sql", two}, {"2.sql", one}, {"3.sql", one}},
       AtlasChange::edited,
       2,
       "1.sql"},
      {{{"1.sql", one}, {"3.sql", three}}, AtlasChange::removed, 3, "2.sql"},
      {{{"1.sql", one}}, AtlasChange::removed, 3, "2.sql", 1},
      {{}, AtlasChange::removed, 2, "1.sql", 2},
      {{{"1.sql", one}, {"1b.sql", two}, {"2.sql", two}, {"3.sql", three}},
       AtlasChange::added,
       3,
       "1b.sql"},
      {{{"0.sql", two}, {"1.sql", one}, {"2.sql", two}, {"3.sql", three}},
       AtlasChange::added,
       2,
       "0.sql"},
      {{{"1.sql", one},
        {"2.sql", two},
        {"3.sql", three},
        {"4.sql", one},
        {"5.sql", one}},
       AtlasChange::added,
       5,
       "4.sql",
       1},
      {{{"1.sql", one}, {"1_two.sql", two}, {"3.sql", three}},
       AtlasChange::removed,
       3,
       "2.sql"},
      {{{"0.sql", one}, {"2.sql", two}, {"3.sql", three}},
       AtlasChange::removed,
       2,
       "1.sql"}};
  const AtlasSum sum =
      parse_atlas_sum(atlas_sum_text(hashed(three_files).files()));
  for (const Changed& changed : changes) {
    const auto found = first_difference(sum, hashed(changed.now).files());
    ASSERT_TRUE(found) << changed.name;
    EXPECT_EQ(found->change, changed.change) << changed.name;
    EXPECT_EQ(found->line, changed.line) << changed.name;
    EXPECT_EQ(found->name, changed.name);
    EXPECT_EQ(found->more, changed.more) << changed.name;
  }
}

TEST(AtlasSum, TellsDamageOfTheTextFirst) {
  const std::string text = atlas_sum_text(hashed(three_files).files());

  struct Damage {
    std::string text;
    AtlasChange change;
    std::uint32_t line;
  };

  const std::vector<Damage> damages = {
      {"foo" + text.substr(3), AtlasChange::total, 1},
      {text + "foo", AtlasChange::damaged, 5},
      {text + "\n", AtlasChange::damaged, 5},
      {"", AtlasChange::total, 1},
      {text.substr(0, text.size() - 3), AtlasChange::total, 1},
      {text + text.substr(text.find('\n') + 1), AtlasChange::total, 1},
      {"<<<<<<< HEAD\n" + text, AtlasChange::conflict, 1},
      {text + "=======\n", AtlasChange::conflict, 5}};
  for (const Damage& damage : damages) {
    const auto found = first_difference(
        parse_atlas_sum(damage.text), hashed(three_files).files());
    ASSERT_TRUE(found) << damage.text;
    EXPECT_EQ(found->change, damage.change) << damage.text;
    EXPECT_EQ(found->line, damage.line) << damage.text;
  }
}

TEST(AtlasSum, KnowsLineEnds) {
  const AtlasSum lf =
      parse_atlas_sum(atlas_sum_text(hashed(three_files).files()));
  const std::string crlf = "CREATE TABLE one (id int);\r\n";
  const AtlasHasher other = hashed({{"1.sql", crlf}});
  EXPECT_TRUE(differs_in_line_ends(other.files()[0], crlf, lf.lines[0].hash));
  EXPECT_FALSE(differs_in_line_ends(other.files()[0], two, lf.lines[0].hash));
}

} // namespace
} // namespace migcheck
