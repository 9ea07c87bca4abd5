// Statements against the real thing. Committed expectations are compared
// always; where the oracles are installed they are asked again, on all SQL of
// this repository and on the files below MIGCHECK_ORACLE_FILES.
#include "sql/oracle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace migcheck::sql {
namespace {

namespace fs = std::filesystem;

const fs::path root = MIGCHECK_SOURCE_DIR;
const fs::path data = root / "tests/sql/data";

std::string slurp(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string listed(const Spans& spans) {
  std::string text;
  for (const Span span : spans) {
    text += std::to_string(span.begin) + " " + std::to_string(span.end) + "\n";
  }
  return text;
}

std::vector<fs::path> sql_files(const fs::path& below) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(below)) {
    if (entry.is_regular_file() && entry.path().extension() == ".sql") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Oracle : public testing::TestWithParam<Dialect> {
 protected:
  // Skips, or fails where nothing may be skipped.
  bool is_missing() {
    if (has_oracle(GetParam())) {
      return false;
    }
    EXPECT_EQ(std::getenv("CI"), nullptr)
        << "built without the oracle of " << dialect_name(GetParam());
    return true;
  }

  // Files whose names begin with that of the dialect.
  std::vector<fs::path> samples() const {
    std::vector<fs::path> found;
    for (const fs::path& path : sql_files(data)) {
      const std::string name(dialect_name(GetParam()));
      if (path.filename().string().starts_with(name)) {
        found.push_back(path);
      }
    }
    return found;
  }
};

TEST_P(Oracle, SaidBeforeWhatIsFound) {
  EXPECT_FALSE(samples().empty());
  for (const fs::path& path : samples()) {
    const std::string text = slurp(path);
    const std::string expected =
        slurp(fs::path(path).replace_extension("statements"));
    EXPECT_EQ(listed(our_statements(text, GetParam())), expected) << path;
  }
}

TEST_P(Oracle, StillSaysSo) {
  if (is_missing()) {
    GTEST_SKIP() << "no oracle of " << dialect_name(GetParam());
  }
  for (const fs::path& path : samples()) {
    const fs::path expected = fs::path(path).replace_extension("statements");
    const auto theirs = oracle_statements(slurp(path), GetParam());
    ASSERT_TRUE(theirs) << path;
    if (std::getenv("UPDATE_GOLDENS") != nullptr) {
      std::ofstream(expected, std::ios::binary) << listed(*theirs);
    }
    EXPECT_EQ(listed(*theirs), slurp(expected)) << path;
  }
}

// Compares one file; false when the oracle refuses it.
bool compare(const fs::path& path, Dialect dialect) {
  const std::string text = slurp(path);
  const auto theirs = oracle_statements(text, dialect);
  if (theirs) {
    EXPECT_EQ(
        difference(text, our_statements(text, dialect), *theirs, dialect), "")
        << path;
  }
  return theirs.has_value();
}

TEST_P(Oracle, AgreesOnThisRepository) {
  if (is_missing()) {
    GTEST_SKIP() << "no oracle of " << dialect_name(GetParam());
  }
  // Cases are for other dialects, or broken on purpose.
  for (const char* folder : {"migrations", "fixtures"}) {
    for (const fs::path& path : sql_files(root / folder)) {
      compare(path, GetParam());
    }
  }
}

TEST_P(Oracle, AgreesOnGivenFiles) {
  const char* given = std::getenv("MIGCHECK_ORACLE_FILES");
  if (given == nullptr || is_missing()) {
    GTEST_SKIP() << "MIGCHECK_ORACLE_FILES names no folder";
  }
  std::size_t compared = 0;
  std::size_t refused = 0;
  for (const fs::path& path : sql_files(given)) {
    ++(compare(path, GetParam()) ? compared : refused);
  }
  RecordProperty("compared", static_cast<int>(compared));
  RecordProperty("refused", static_cast<int>(refused));
  std::printf("%zu files compared, %zu refused\n", compared, refused);
}

INSTANTIATE_TEST_SUITE_P(
    OfDialects,
    Oracle,
    testing::Values(Dialect::postgresql, Dialect::sqlite),
    [](const testing::TestParamInfo<Dialect>& info) {
      return std::string(dialect_name(info.param));
    });

} // namespace
} // namespace migcheck::sql
