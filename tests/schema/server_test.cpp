// Every rule of the server's that the catalogue follows: tests/schema/server
// holds SQL, and beside it what a PostgreSQL server made of it. It goes on
// after an error, and so does the catalogue.
#include "replayed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace migcheck::schema {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  const fs::path folder = fs::path(MIGCHECK_SOURCE_DIR) / "tests/schema/server";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// What the server refuses, by the line where the statement ends.
void add_errors(
    const std::string& sql,
    const std::vector<Event>& events,
    std::vector<std::string>& lines) {
  for (const Event& event : events) {
    if (event.kind == EventKind::differs ||
        event.kind == EventKind::constraint_dropped ||
        event.kind == EventKind::unknown_role) {
      continue;
    }
    const auto end = sql.begin() + event.where.span.end;
    const auto line = 1 + std::count(sql.begin(), end, '\n');
    const std::string text = "error at line " + std::to_string(line);
    if (lines.empty() || lines.back() != text) {
      lines.push_back(text);
    }
  }
}

class Server : public testing::TestWithParam<fs::path> {};

TEST_P(Server, AgreesWithTheCatalogue) {
  const std::string sql = text_of(GetParam());
  const auto done = replayed(sql);
  std::vector<std::string> lines = fact_lines(done->catalogue);
  add_errors(sql, done->events, lines);
  fs::path expected = GetParam();
  expected.replace_extension(".txt");
  EXPECT_EQ(lines, lines_of(text_of(expected)));
}

INSTANTIATE_TEST_SUITE_P(
    Rules,
    Server,
    testing::ValuesIn(cases()),
    [](const testing::TestParamInfo<fs::path>& info) {
      std::string name = info.param.stem().string();
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

} // namespace
} // namespace migcheck::schema
