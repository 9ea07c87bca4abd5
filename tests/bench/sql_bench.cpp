// usage: bench_sql FOLDER...
//
// How fast lexer and splitter are: MB of SQL a second, of the processor's time
// of one core, the best of seven rounds over all .sql files below the folders.
// Built with optimisation it must be at least 150; nothing tests that.
//   cmake -B build/bench -DCMAKE_BUILD_TYPE=Release
//   cmake --build build/bench --target bench_sql
#include "discover/head_sample.hpp"
#include "sql/statements.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace migcheck;

struct File {
  std::string text;
  Dialect dialect = Dialect::postgresql;
};

std::vector<File> read_files(int count, char** folders) {
  namespace fs = std::filesystem;
  std::vector<File> files;
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(folders[i])) {
      if (!entry.is_regular_file() || entry.path().extension() != ".sql") {
        continue;
      }
      std::ifstream stream(entry.path(), std::ios::binary);
      File file{{std::istreambuf_iterator<char>(stream), {}}, {}};
      HeadSample sample;
      sample_text(file.text, "", sample);
      file.dialect = dialect_of_sample(sample).value_or(Dialect::postgresql);
      files.push_back(std::move(file));
    }
  }
  return files;
}

std::size_t lex(const File& file) {
  sql::Lexer lexer(file.text, file.dialect);
  std::size_t tokens = 0;
  for (sql::Token token; lexer.next_visible(token); ++tokens) {
  }
  return tokens;
}

// As a check does it.
std::size_t split(const File& file) {
  sql::Lexer lexer(file.text, file.dialect);
  sql::StatementSplitter splitter(file.text, file.dialect);
  std::size_t statements = 0;
  for (sql::Token token; lexer.next_visible(token);) {
    if (!sql::is_blank(token.kind) && !splitter.takes(token)) {
      statements += splitter.feed(token) ? 1 : 0;
    }
  }
  return statements + (splitter.close() ? 1 : 0);
}

template <typename Work>
void measure(const char* name, const std::vector<File>& files, Work work) {
  std::size_t bytes = 0;
  for (const File& file : files) {
    bytes += file.text.size();
  }
  double best = 1e9;
  std::size_t count = 0;
  for (int round = 0; round < 7; ++round) {
    const std::clock_t begin = std::clock();
    count = 0;
    for (const File& file : files) {
      count += work(file);
    }
    best = std::min(
        best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::printf(
      "%-20s %6.0f MB/s  (%zu files, %.1f MB, %zu)\n",
      name,
      static_cast<double>(bytes) / 1e6 / std::max(best, 1e-6),
      files.size(),
      static_cast<double>(bytes) / 1e6,
      count);
}

} // namespace

int main(int count, char** folders) {
  const std::vector<File> files = read_files(count, folders);
  measure("lexer", files, lex);
  measure("lexer and splitter", files, split);
  return 0;
}
