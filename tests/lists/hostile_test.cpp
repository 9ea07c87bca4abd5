// What would take minutes if any of it were quadratic.
#include "io/memory_reader.hpp"
#include "pipeline.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {
namespace {

constexpr std::size_t n = 20000;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

// Eight migrations, and one more file.
std::unique_ptr<LoadedProject>
load(const std::string& path, const std::string& text) {
  MemoryReader reader;
  for (char digit = '1'; digit <= '8'; ++digit) {
    reader.add(
        std::string("migrations/00") + digit + "_m.sql",
        std::string("CREATE TABLE t") + digit + " (id int);\n");
  }
  reader.add(path, text);
  CheckOptions options;
  options.jobs = 1;
  auto loaded = load_project(reader, options, {.lists = true});
  return loaded ? std::move(*loaded) : nullptr;
}

struct Row {
  const char* path;
  std::string text;
};

TEST(Hostile, CountsTakeLinearTime) {
  const std::vector<Row> rows = {
      {"db/a.go", repeated("7 ", 50 * n)},
      {"db/a_test.go",
       "package a\nfunc f() { assert.Equal(migrations, " + repeated("7, ", n) +
           ") }\n"},
      {"db/a.js", "schemaVersion = {" + repeated("sqlite: 7, ", n) + "}"},
      {"db/a.js", repeated("const schemaVersion = 7; ", n)},
      {"db/a.js", repeated("/* version */ x = 7; ", n)},
      {"db/a.js",
       "function a" + repeated("bC", n) + "() {\n" +
           repeated("const schemaVersion = 7;\n", n / 10) + "}\n"},
      {"db/a.js",
       repeated("schemaVersion = { version: 7, b: ", n / 10) +
           repeated("}", n / 10)},
      {"db/a.js", repeated(";", n) + repeated("schemaVersion = 7;", n / 10)}};
  for (const Row& row : rows) {
    EXPECT_NE(load(row.path, row.text), nullptr) << row.text.substr(0, 60);
  }
}

TEST(Hostile, ListsTakeLinearTime) {
  const std::string three = "\"001_m.sql\", \"002_m.sql\", \"003_m.sql\"";
  const std::string go = "var a = []string{" + three + "}\n";
  const std::vector<Row> rows = {
      {"db/a.go", "package a\n" + repeated(go, n / 10)},
      {"CMakeLists.txt",
       repeated("set(A 001_m.sql 002_m.sql 003_m.sql)\n", n / 10)},
      {"a.sh", "x=(\n" + repeated("  001_m.sql\n  002_m.sql\n", n) + ")\n"},
      {"ci.yml",
       "a" + repeated("bC", n) + ":\n" +
           repeated("  - \"psql -f a .sql\"\n", n / 10) + "# 001_m.sql " +
           "002_m.sql 003_m.sql\n"},
      {"README.md",
       "001_m.sql 002_m.sql\n<!-- " + repeated("migcheck: ", n) + " -->"}};
  for (const Row& row : rows) {
    EXPECT_NE(load(row.path, row.text), nullptr) << row.text.substr(0, 60);
  }
}

} // namespace
} // namespace migcheck
