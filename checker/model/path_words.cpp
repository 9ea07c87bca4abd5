#include "model/path_words.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

using Words = std::span<const std::string_view>;

bool contains(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Calls `visit` with every part of a path, the deepest first, until it says
// true.
template <typename Visit>
bool any_part(std::string_view path, Visit visit) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    if (visit(path.substr(begin), begin)) {
      return true;
    }
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return false;
}

// Letters and digits between anything else, in lower case: "pg-test_Data" is
// "pg", "test", "data".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : lower_case(text)) {
    const bool letter = is_letter(c) || is_digit(c);
    if (!letter) {
      open = false;
      continue;
    }
    if (!open) {
      words.emplace_back();
      open = true;
    }
    words.back() += c;
  }
  return words;
}

bool has_word(std::string_view text, Words vocabulary) {
  const std::vector<std::string> words = words_of(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return contains(vocabulary, word);
  });
}

constexpr std::array<std::string_view, 26> test_parts = {
    "test",
    "tests",
    "testing",
    "testdata",
    "test-data",
    "test_data",
    "testthat",
    "__tests__",
    "spec",
    "specs",
    "e2e",
    "integrationtest",
    "androidtest",
    "testfixtures",
    "fixture",
    "fixtures",
    "__fixtures__",
    "__mocks__",
    "mocks",
    "testcases",
    "test_fixtures",
    "test-fixtures",
    "testutil",
    "testutils",
    "acceptance-tests",
    "integration-tests"};
constexpr std::array<std::string_view, 8> example_parts = {
    "example",
    "examples",
    "sample",
    "samples",
    "demo",
    "demos",
    "_examples",
    "tutorial"};
constexpr std::array<std::string_view, 10> vendor_parts = {
    "node_modules",
    "vendor",
    "third_party",
    "third-party",
    "thirdparty",
    "bower_components",
    "site-packages",
    ".venv",
    "venv",
    ".git"};

constexpr std::array<std::string_view, 6> seed_words = {
    "seed", "seeds", "seeders", "seeding", "seeder", "seeddata"};
constexpr std::array<std::string_view, 36> other_words = {
    "dummy",      "dummies",   "cohort",    "cohorts",      "regress",
    "regression", "bench",     "benchmark", "benchmarks",   "query",
    "queries",    "exercise",  "exercises", "lesson",       "lessons",
    "docs",       "doc",       "verify",    "verification", "check",
    "checks",     "tpch",      "tpcds",     "snippets",     "reports",
    "expected",   "results",   "dump",      "dumps",        "backup",
    "backups",    "solutions", "problems",  "leetcode",     "templates",
    "course"};

constexpr std::array<std::string_view, 9> archive_words = {
    "archive",
    "archived",
    "archives",
    "old",
    "obsolete",
    "retired",
    "deprecated",
    "superseded",
    "attic"};

struct DialectWord {
  std::string_view word;
  Dialect dialect;
  bool inside; // counts as a part of a longer word too
};

constexpr std::array<DialectWord, 22> dialect_words = {{
    {"postgres", Dialect::postgresql, true},
    {"postgresql", Dialect::postgresql, true},
    {"pgsql", Dialect::postgresql, true},
    {"pg", Dialect::postgresql, false},
    {"psql", Dialect::postgresql, false},
    {"pgx", Dialect::postgresql, false},
    {"timescaledb", Dialect::postgresql, true},
    {"cockroach", Dialect::postgresql, true},
    {"crdb", Dialect::postgresql, false},
    {"yugabyte", Dialect::postgresql, true},
    {"redshift", Dialect::postgresql, true},
    {"mysql", Dialect::mysql, true},
    {"mariadb", Dialect::mysql, true},
    {"tidb", Dialect::mysql, false},
    {"sqlite", Dialect::sqlite, true},
    {"turso", Dialect::sqlite, false},
    {"d1", Dialect::sqlite, false},
    {"clickhouse", Dialect::clickhouse, true},
    {"sqlserver", Dialect::tsql, true},
    {"mssql", Dialect::tsql, true},
    {"tsql", Dialect::tsql, false},
    {"azuresql", Dialect::tsql, false},
}};

std::optional<Dialect> dialect_of_part(std::string_view part) {
  std::vector<std::string> words = words_of(part);
  std::string all;
  for (const std::string& word : words) {
    all += word;
  }
  for (const DialectWord& known : dialect_words) {
    const bool whole =
        std::any_of(words.begin(), words.end(), [&](const std::string& word) {
          return word == known.word;
        });
    if (whole || (known.inside && all.find(known.word) != std::string::npos)) {
      return known.dialect;
    }
  }
  return std::nullopt;
}

} // namespace

bool is_migration_word(std::string_view name) {
  if (name.size() < 7) {
    return false;
  }
  std::string word = lower_case(name);
  while (!word.empty() && word.back() >= '0' && word.back() <= '9') {
    word.pop_back();
  }
  return word.ends_with("migration") || word.ends_with("migrations") ||
         word.ends_with("migrate") || word == "changelog" ||
         word == "changelogs" || word == "changesets";
}

bool speaks_of_migrations(std::string_view path) {
  return any_part(path, [](std::string_view part, std::size_t) {
    return is_migration_word(part);
  });
}

std::string_view foreign_part(std::string_view path) {
  std::string_view reason;
  any_part(path, [&](std::string_view part, std::size_t) {
    const std::string lower = lower_case(part);
    if (contains(vendor_parts, lower)) {
      reason = "foreign code";
    } else if (
        contains(test_parts, lower) || lower.ends_with("-tests") ||
        lower.ends_with("_tests") || lower.ends_with("-test") ||
        lower.ends_with("_test")) {
      reason = "test data";
    } else if (contains(example_parts, lower)) {
      reason = "an example";
    }
    return !reason.empty();
  });
  return reason;
}

std::string_view other_sql(std::string_view name) {
  if (has_word(name, seed_words)) {
    return "seeds, not migrations";
  }
  return has_word(name, other_words) ? "SQL of another kind" : "";
}

std::string_view release_of(std::string_view name) {
  if (name.size() > 1 && (name[0] == 'v' || name[0] == 'V')) {
    name.remove_prefix(1);
  }
  return name;
}

bool is_version_folder(std::string_view name) {
  name = release_of(name);
  if (name.empty() || name[0] < '0' || name[0] > '9') {
    return false;
  }
  return std::all_of(name.begin(), name.end(), [](char c) {
    return is_digit(c) || c == '.' || c == '_';
  });
}

bool is_archive(std::string_view path) {
  return any_part(path, [](std::string_view part, std::size_t) {
    return has_word(part, archive_words);
  });
}

std::optional<Dialect> dialect_of_path(std::string_view path) {
  std::optional<Dialect> dialect;
  any_part(path, [&](std::string_view part, std::size_t) {
    dialect = dialect_of_part(part);
    return dialect.has_value();
  });
  return dialect;
}

bool is_database(std::string_view word) {
  while (!word.empty() && word.back() >= '0' && word.back() <= '9') {
    word.remove_suffix(1);
  }
  const std::string lower = lower_case(word);
  return std::any_of(
      dialect_words.begin(),
      dialect_words.end(),
      [&](const DialectWord& known) { return known.word == lower; });
}

std::string family_of_path(std::string_view path) {
  std::string family;
  any_part(path, [&](std::string_view part, std::size_t begin) {
    if (!dialect_of_part(part)) {
      return false;
    }
    family = std::string(path.substr(0, begin)) + "*" +
             std::string(path.substr(begin + part.size()));
    return true;
  });
  return family;
}

} // namespace migcheck
