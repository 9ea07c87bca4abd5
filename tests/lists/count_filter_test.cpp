#include "lists/count_filter.hpp"
#include "lists/search.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck::lists {
namespace {

// Of these versions, each with a file `VERSION_a.sql`.
MigrationDirectory
directory(const std::string& path, std::vector<std::string> versions) {
  for (std::string& version : versions) {
    version += "_a.sql";
  }
  return sample::directory(path, versions);
}

// 00001 to 00040, and 00397.
std::vector<MigrationDirectory> forty() {
  std::vector<std::string> versions;
  for (int i = 1; i <= 40; ++i) {
    const std::string digits = std::to_string(i);
    versions.push_back(std::string(5 - digits.size(), '0') + digits);
  }
  versions.push_back("00397");
  return {directory("app/db/migrations", versions)};
}

TEST(ReadNumber, ReadsDigitsAndTheirSuffixes) {
  const std::pair<std::string_view, std::optional<std::uint64_t>> cases[] = {
      {"7", 7},
      {"00397", 397},
      {"26i64", 26},
      {"26_i64", 26},
      {"26L", 26},
      {"26u", 26},
      {"20_240_131", 20240131},
      {"18446744073709551615", 18446744073709551615u},
      {"18446744073709551616", std::nullopt},
      {"99999999999999999999999", std::nullopt},
      {"26px", std::nullopt},
      {"1.13", std::nullopt},
      {"_7", std::nullopt},
      {"7_", 7},
      {"7__", std::nullopt},
      {"0x1F", std::nullopt},
      {"", std::nullopt},
      {"v7", std::nullopt}};
  for (const auto& [text, number] : cases) {
    EXPECT_EQ(read_number(text), number) << text;
  }
}

TEST(CountDirectory, CountsVersionsAndFiles) {
  MigrationDirectory made = directory("db", {"1", "2", "2", "5", "R"});
  made.migrations.back().kind = MigrationKind::repeatable;
  made.code = directory("db", {"4"}).migrations;
  const DirectoryNumbers numbers = count_directory(made);
  EXPECT_EQ(numbers.versions, (std::vector<std::uint64_t>{1, 2, 4, 5}));
  EXPECT_EQ(numbers.counts, (std::vector<std::uint64_t>{4, 5}));
  EXPECT_EQ(numbers.newest_last.back(), &made.migrations[3]);
  EXPECT_FALSE(numbers.timestamps);
}

TEST(CountDirectory, HasNoVersionsWhereTheyAreNoNumbers) {
  MigrationDirectory made = directory("db", {"1", "2", "99999999999999999999"});
  made.migrations[0].version = "1.0--1.1";
  made.migrations[1].version = "1.1--1.2";
  const DirectoryNumbers numbers = count_directory(made);
  EXPECT_FALSE(numbers.has_versions());
  EXPECT_EQ(numbers.count(), 3u);
}

TEST(NearNumbers, HoldsWhatWasTrueLately) {
  const std::vector<MigrationDirectory> directories = forty();
  const NearNumbers numbers(directories);
  for (const std::uint64_t near : {397u, 400u, 394u, 41u, 36u, 44u, 40u, 38u}) {
    EXPECT_TRUE(numbers.contains(near)) << near;
  }
  for (const std::uint64_t far : {0u, 1u, 20u, 35u, 45u, 393u, 401u, 9999u}) {
    EXPECT_FALSE(numbers.contains(far)) << far;
  }
  EXPECT_TRUE(numbers.is_padded_version("00397"));
  EXPECT_TRUE(numbers.is_padded_version("00040"));
  EXPECT_FALSE(numbers.is_padded_version("00020"));
  EXPECT_FALSE(numbers.is_padded_version("397"));
}

TEST(NearNumbers, SurvivesTheLargestNumbers) {
  const std::vector<MigrationDirectory> directories = {
      directory("db", {"18446744073709551614", "18446744073709551615"})};
  const NearNumbers numbers(directories);
  EXPECT_TRUE(numbers.contains(18446744073709551615u));
  EXPECT_FALSE(numbers.contains(0));
}

TEST(MayCount, WantsANumberByAWord) {
  const std::vector<MigrationDirectory> directories = forty();
  const NearNumbers numbers(directories);

  struct Case {
    std::string_view text;
    bool may;
    std::string_view why;
  };

  const Case cases[] = {
      {"const newestVersion = 41", true, "count"},
      {"SCHEMA_VERSION = 397;", true, "newest"},
      {"assert_eq!(n, 41, \"All 41 migrations\")", true, "in an assertion"},
      {"var expectedVersions = map[D]int{\n\tA: 41,\n}", true, "in a table"},
      {"api = \"00397\"", true, "padded"},
      {"version = \"01397\"", false, "another padded one"},
      {"migrations.length).toBe(40)", true, "one behind"},
      {"const LEVEL: i64 = 41_i64;", true, "a suffix"},
      {"version = 7", false, "not near"},
      {"version = 1.41", false, "part of a number"},
      {"version = 41.1", false, "part of a number"},
      {"2024-41-version", false, "part of a date"},
      {"version x41 v41 41x", false, "part of a word"},
      {"width = 41", false, "no word for it"},
      {"width = 41 // version", true, "behind it"},
      {"width = 41\nversion", false, "on the next line"},
      {"", false, "nothing"},
      {"41", false, "nothing else"}};
  for (const Case& one : cases) {
    EXPECT_EQ(may_count(one.text, numbers), one.may) << one.why;
  }
  const auto behind = [&](std::string_view word, std::size_t blanks) {
    return may_count(
        std::string(word) + std::string(blanks, ' ') + "41", numbers);
  };
  EXPECT_TRUE(behind("version", 100));
  EXPECT_FALSE(behind("version", 200));
  EXPECT_TRUE(behind("schema_migrations", 500));
  EXPECT_FALSE(behind("schema_migrations", 1000));
}

TEST(CountPlaces, AreAroundTheDirectoriesAndWhereNamesSaySo) {
  const std::vector<MigrationDirectory> directories = forty();
  const CountPlaces places(directories);
  const std::pair<std::string_view, bool> cases[] = {
      {"main.go", true},
      {"anything.go", true},
      {"app/anything.go", true},
      {"app/db/x/anything.go", true},
      {"app/web/anything.go", false},
      {"app/web/schemaVersion.ts", true},
      {"app/web/DbSchema.cs", true},
      {"app/web/feedback.ts", false},
      {"lib/sqlite/open.c", true},
      {"web/config.php", true},
      {"config/web.php", false},
      {"web/migrations_test.go", true},
      {"web/emigration.go", false}};
  FolderMemory memory;
  for (const auto& [path, near] : cases) {
    EXPECT_EQ(places.hold(path, memory), near) << path;
  }
  const std::vector<MigrationDirectory> none;
  EXPECT_FALSE(CountPlaces(none).hold("db/version.go", memory));
}

TEST(FindDigit, FindsTheFirstAtEveryPlace) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string text(random() % 150, 'x');
    for (unsigned i = 0; i < random() % 3 && !text.empty(); ++i) {
      text[random() % text.size()] = "059/:"[random() % 5];
    }
    const std::size_t from = text.empty() ? 0 : random() % text.size();
    const std::size_t at = text.find_first_of("0123456789", from);
    EXPECT_EQ(find_digit(text, from), std::min(at, text.size())) << text;
  }
}

} // namespace
} // namespace migcheck::lists
