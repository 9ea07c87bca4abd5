// Numbers that count migrations: what the code says of them, and what they
// fit.
#include "lists/count_candidates.hpp"
#include "lists/count_fit.hpp"
#include "lists/count_meaning.hpp"
#include "lists/count_words.hpp"
#include "lists/sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck::lists {
namespace {

std::vector<std::string> names(int first, int last) {
  std::vector<std::string> all;
  for (int i = first; i <= last; ++i) {
    all.push_back(std::to_string(i) + "_step.sql");
  }
  return all;
}

std::string form_name(CountForm form) {
  constexpr std::array<std::string_view, 4> forms = {
      "constant", "entry", "assertion", "array type"};
  return std::string(forms[static_cast<std::size_t>(form)]);
}

// "form name[key] text" for each number, parted by commas.
std::string found_in(std::string_view text, std::string_view language) {
  const std::vector<MigrationDirectory> directories = {
      sample::directory("db/migrations", names(1, 12))};
  const NearNumbers numbers(directories);
  const SourceTree tree = sample::tree(text, language);
  std::string found;
  for (const CountCandidate& count : find_counts(tree, numbers, {})) {
    found += (found.empty() ? "" : ", ") + form_name(count.form) + " " +
             count.name + (count.key.empty() ? "" : "[" + count.key + "]") +
             " " + count.text;
  }
  return found;
}

TEST(FindCounts, ReadsTheFormsOfEachLanguage) {
  struct Case {
    std::string_view language;
    std::string_view text;
    std::string_view found;
  };

  const Case cases[] = {
      {"go", "const Latest uint = 12\n", "constant Latest 12"},
      {"go", "var (\n\ta = \"x\"\n\tapi = \"12\"\n)\n", "constant api 12"},
      {"go",
       "var expected = map[D]int{\n\tSQLite: 12,\n\tMySQL: 1,\n}\n",
       "entry expected[SQLite] 12, entry expected[MySQL] 1"},
      {"go", "var all = [12]string{}\n", "array type all 12"},
      {"go", "require.Len(t, rows, 12)\n", "assertion rows 12"},
      {"go", "if n != 12 {\n\tt.Fatal(n)\n}\n", "assertion n 12"},
      {"go", "if version == 12 {\n\trun()\n}\n", ""},
      {"go", "if version < 12 {\n\trun()\n}\n", ""},
      {"go", "m.Migrate(12)\n", ""},
      {"go", "func Latest() int {\n\treturn 12\n}\n", "constant Latest 12"},
      {"rust", "static ALL: [&str; 12] = [];", "array type ALL 12"},
      {"rust", "pub const V: i64 = 12_i64;", "constant V 12_i64"},
      {"rust", "assert_eq!(count.0, 12, \"all\");", "assertion count 12"},
      {"rust", "let a = list.find(|m| m.version == 12).expect(\"12\");", ""},
      {"rust", "assert_eq!(done, vec![\"11\", \"12\"]);", ""},
      {"cpp", "const int Database::kVersion = 12;", "constant kVersion 12"},
      {"cpp", "#define DB_VERSION 12\n", "constant DB_VERSION 12"},
      {"cpp", "EXPECT_EQ(size, 12u);", "assertion size 12u"},
      {"cpp", "int x = 12 * 1024;", ""},
      {"cpp", "int x = -12;", ""},
      {"java", "static final int V = 12;", "constant V 12"},
      {"java", "assertThat(rows).hasSize(12);", "assertion rows 12"},
      {"csharp", "public static int V => 12;", "constant V 12"},
      {"javascript", "module.exports.level = 12\n", "constant level 12"},
      {"typescript", "expect(rows.length).toBe(12)\n", "assertion rows 12"},
      {"typescript", "expect(x)\n  .toBe(12)\n", "assertion x 12"},
      {"python", "LATEST = 12\n", "constant LATEST 12"},
      {"python", "assert len(rows) == 12\n", "assertion rows 12"},
      {"ruby", "CURRENT = 12\n", "constant CURRENT 12"},
      {"ruby", "assert_equal 12, rows\n", "assertion rows 12"},
      {"php", "<?php define('V', 12);", "constant V 12"},
      {"r", "latest <- 12\n", "constant latest 12"},
      {"elixir", "@latest 12\n", "constant latest 12"},
      {"shell", "LATEST=12\n", "constant LATEST 12"},
      {"shell", "if [ \"$n\" -ne 12 ]; then exit 1; fi\n", "assertion $n 12"},
      {"cmake", "set(DB_VERSION 12)\n", "constant DB_VERSION 12"},
      {"kotlin", "const val V = 12\n", "constant V 12"},
      {"kotlin", "assertEquals(12, rows.size)\n", "assertion rows 12"},
      {"scala", "val V: Int = 12\n", "constant V 12"},
      {"scala", "assert(rows.size == 12)\n", "assertion rows 12"},
      {"swift", "static let v: Int = 12\n", "constant v 12"},
      {"swift", "XCTAssertEqual(rows.count, 12)\n", "assertion rows 12"},
      {"dart", "const int v = 12;", "constant v 12"},
      {"dart", "expect(rows.length, 12);", "assertion rows 12"},
      {"php", "<?php class D { const V = 12; }", "constant V 12"},
      {"php", "<?php $this->assertCount(12, $rows);", "assertion $rows 12"},
      {"ruby", "expect(rows.size).to eq(12)\n", "assertion rows 12"},
      {"elixir", "assert length(rows) == 12\n", "assertion rows 12"},
      {"lua", "local V = 12\n", "constant V 12"},
      {"perl", "our $VERSION = 12;", "constant $VERSION 12"},
      {"nim", "const V = 12\n", "constant V 12"},
      {"haskell", "latest = 12\n", "constant latest 12"},
      {"javascript", "const V = 12;\n", "constant V 12"},
      {"c", "static const int V = 12;", "constant V 12"},
      {"toml", "latest = 12\n", "constant latest 12"},
      {"makefile", "LATEST := 12\n", "constant LATEST 12"},
      {"dockerfile", "ENV LATEST=12\n", "constant LATEST 12"},
      {"meson", "latest = 12\n", "constant latest 12"},
      {"json", "{\"latest\": 12}", "constant latest 12"},
      {"yaml", "latest: 12\n", "constant latest 12"},
      {"go", "const Far = 99\n", ""},
      {"go", "x += 12\n", ""},
      {"go", "const Latest = 99999999999999999999\n", ""},
      {"go", "", ""}};
  for (const Case& one : cases) {
    EXPECT_EQ(found_in(one.text, one.language), one.found)
        << one.language << ": " << one.text;
  }
}

TEST(FindCounts, SurvivesAnyTokens) {
  constexpr std::array<std::string_view, 24> pieces = {
      "12", "(",      ")",      "[",   "]",  "{",     "}",        "=",
      ":",  "==",     "assert", ",",   ";",  "\n",    "\"12\"",   ".",
      "if", "return", "<-",     "def", "&x", "const", "#define ", "<"};
  constexpr std::array<std::string_view, 8> languages = {
      "go", "rust", "python", "ruby", "shell", "cpp", "json", "typescript"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 30; ++i) {
      text += pieces[random() % pieces.size()];
      text += random() % 2 == 0 ? " " : "";
    }
    found_in(text, languages[random() % languages.size()]);
  }
}

// What a name says: v(ersion), a(mount), l(owest), p(lain); "-" nothing.
std::string meaning_of(
    std::string_view text,
    std::string_view language,
    std::string_view path = "x/y.go") {
  const std::vector<MigrationDirectory> directories = {
      sample::directory("db/migrations", names(1, 12))};
  const NearNumbers numbers(directories);
  const SourceTree tree = sample::tree(text, language);
  const auto found = find_counts(tree, numbers, {});
  if (found.size() != 1) {
    return std::to_string(found.size()) + " found";
  }
  const JudgedMeaning meaning = judge_meaning(found[0], path, {"alternate"});
  std::string said;
  said += meaning.count.version ? "v" : "";
  said += meaning.count.amount ? "a" : "";
  said += meaning.lowest ? "l" : "";
  said += meaning.plain ? "p" : "";
  return said.empty() ? "-" : said;
}

TEST(JudgeMeaning, ReadsNames) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"latestSchemaVersion", "vp"},
      {"SCHEMA_VERSION", "vp"},
      {"kSchemaVersion", "vp"},
      {"dbapi", "vp"},
      {"dbVersion", "vp"},
      {"maxMigrationNumber", "vp"},
      {"migrationLineAlternateMaxVersion", "vp"},
      {"expectedMigrationCount", "ap"},
      {"numMigrations", "ap"},
      {"EXPECTED_MIGRATIONS", "vap"},
      {"minSupportedSchemaVersion", "l"},
      {"version", "-"},
      {"level", "-"},
      {"latest", "-"},
      {"currentVersion", "-"},
      {"deviceSchemaVersion", "-"},
      {"previousSchemaVersion", "-"},
      {"legacyLastMigration", "-"},
      {"schemaVersionEncryptionKeyDerivation", "-"},
      {"migrationTimeoutSeconds", "-"},
      {"maxMigrationRetries", "-"},
      {"migrationBatchSize", "-"},
      {"apiVersion", "-"},
      {"width", "-"}};
  for (const auto& [name, said] : cases) {
    EXPECT_EQ(meaning_of("const " + std::string(name) + " = 12\n", "go"), said)
        << name;
  }
}

TEST(JudgeMeaning, ReadsWhatStandsAround) {
  struct Case {
    std::string_view text;
    std::string_view path;
    std::string_view said;
  };

  const Case cases[] = {
      {"// the expected patch level of the database\nconst level = 12\n",
       "x/y.go",
       "vp"},
      {"const currentVersion = 12\n", "x/migrations.go", "vp"},
      {"const currentVersion = 12\n", "x/migrations_test.go", "vp"},
      {"const schemaVersion = 12\n", "x/migrations_test.go", "v"},
      {"func f() {\n\tschemaVersion := 12\n}\n", "x/y.go", "v"},
      {"var a = T{Version: 12}\n", "x/migrations.go", "-"},
      {"f(T{SchemaVersion: 12})\n", "x/y_test.go", "-"},
      {"require.Len(t, migrations, 12)\n", "x/y_test.go", "a"},
      {"require.Len(t, allMigrations, 12)\n", "x/y_test.go", "ap"},
      {"require.Len(t, pendingMigrations, 12)\n", "x/y_test.go", "-"},
      {"require.Len(t, users, 12)\n", "x/y_test.go", "-"},
      {"func TestUpgrade() {\n\trequire.Len(t, allMigrations, 12)\n}\n",
       "x/y_test.go",
       "-"}};
  for (const Case& one : cases) {
    EXPECT_EQ(meaning_of(one.text, "go", one.path), one.said) << one.text;
  }
}

// "relation actual off" of one look, "-" where nothing fits.
std::string shown(const std::optional<Fit>& fit) {
  return fit ? std::string(relation_name(fit->relation)) + " " + fit->actual +
                   " " + std::to_string(fit->off) + (fit->ahead ? " ahead" : "")
             : "-";
}

TEST(Fit, KnowsTheRelations) {
  const CountMeaning version = {true, false, false, false};
  const CountMeaning amount = {false, true, false, false};
  const CountMeaning next = {true, false, true, false};
  const MigrationDirectory gaps =
      sample::directory("db", {"3_a.sql", "4_a.sql", "6_a.sql", "9_a.sql"});
  MigrationDirectory zero = sample::directory("db", names(0, 4));
  zero.migrations[0].version = "0";

  const MigrationDirectory leading = sample::directory(
      "db", {"0000_to_0001.sql", "0001_to_0002.sql", "0002_to_0003.sql"});

  struct Case {
    const MigrationDirectory& directory;
    std::uint64_t value;
    const CountMeaning& meaning;
    std::string_view now;
    std::string_view before;
  };

  const Case cases[] = {
      {gaps, 9, version, "highest 9 0", "-"},
      {gaps, 6, version, "-", "highest 9 1"},
      {gaps, 4, version, "count 4 0", "highest 9 2"},
      {gaps, 3, version, "-", "highest 9 3"},
      {gaps, 7, version, "-", "-"},
      {gaps, 10, version, "highest+1 10 0", "-"},
      {gaps, 10, next, "highest+1 10 0", "-"},
      {gaps, 4, amount, "count 4 0", "-"},
      {gaps, 3, amount, "-", "count 4 1"},
      {gaps, 9, amount, "highest 9 0", "-"},
      {gaps, 6, amount, "-", "-"},
      {zero, 4, version, "highest 4 0", "-"},
      {zero, 5, version, "count 5 0", "-"},
      {leading, 3, version, "highest+1 3 0", "-"},
      {leading, 1, version, "-", "highest 2 1"},
      {zero, 0, version, "-", "highest 4 4"},
      {zero, ~std::uint64_t{0}, version, "-", "-"},
      {zero, ~std::uint64_t{0}, amount, "-", "-"}};
  for (const Case& one : cases) {
    const DirectoryNumbers numbers = count_directory(one.directory);
    const std::string text = std::to_string(one.value);
    const WrittenNumber number = {text, one.value};
    EXPECT_EQ(shown(fit_now(numbers, number, one.meaning)), one.now) << text;
    EXPECT_EQ(shown(fit_before(numbers, number, one.meaning)), one.before)
        << text;
  }
}

TEST(Fit, IsAheadOnlyWhereNothingWasLeftOut) {
  const CountMeaning version = {true, false, false, false};
  const CountMeaning amount = {false, true, false, false};
  MigrationDirectory plain = sample::directory("db", names(1, 4));
  const auto ahead = [&](std::uint64_t value, const CountMeaning& meaning) {
    return shown(fit_ahead(count_directory(plain), {"", value}, meaning));
  };
  EXPECT_EQ(ahead(5, version), "-"); // may be meant as one more
  EXPECT_EQ(ahead(5, amount), "count 4 1 ahead");
  EXPECT_EQ(ahead(8, amount), "-");
  for (Migration& migration : plain.migrations) {
    migration.down = "db/down.sql";
  }
  EXPECT_EQ(ahead(5, version), "highest 4 1 ahead");
  EXPECT_EQ(ahead(8, version), "-");
  plain.migrations.erase(plain.migrations.begin() + 1);
  EXPECT_EQ(ahead(5, version), "-"); // a gap: code may fill it
}

TEST(Fit, KnowsDottedVersionsAndSentinels) {
  const CountMeaning version = {true, false, false, false};
  MigrationDirectory dotted = sample::directory("db", {"1.sql", "2.sql"});
  dotted.migrations[0].version = "1.12";
  dotted.migrations[1].version = "1.13";
  const DirectoryNumbers numbers = count_directory(dotted);
  EXPECT_EQ(
      shown(fit_now(numbers, {"1.13", std::nullopt}, version)),
      "highest 1.13 0");
  EXPECT_EQ(
      shown(fit_before(numbers, {"1.12", std::nullopt}, version)),
      "highest 1.13 1");
  EXPECT_EQ(shown(fit_now(numbers, {"1.14", std::nullopt}, version)), "-");
  EXPECT_EQ(value_of(numbers, CountRelation::highest), "1.13");

  const MigrationDirectory kept = sample::directory(
      "db", {"1_a.sql", "2_a.sql", "3_a.sql", "999_seed.sql", "9999_z.sql"});
  EXPECT_EQ(count_directory(kept).highest(), 3u);
  EXPECT_EQ(count_directory(kept).count(), 5u);
}

} // namespace
} // namespace migcheck::lists
