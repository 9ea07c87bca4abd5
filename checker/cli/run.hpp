// The command line: argv to exit status. Everything outside comes in through
// Environment.
#pragma once

#include "io/cache_file.hpp"
#include "io/file_reader.hpp"
#include "io/file_writer.hpp"
#include "io/git_objects.hpp"
#include "model/project.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// The outside world, given by main (the real one) or a test.
struct Environment {
  std::vector<std::string> arguments; // without the program's name
  std::string working_directory;      // absolute
  std::function<std::string(std::string_view)> variable; // "" = not set
  std::function<bool(std::string_view)> write_out;       // false: failed
  std::function<bool(std::string_view)> write_error;
  bool terminal = false; // standard output is one
  Day today;
  std::function<std::unique_ptr<FileReader>(const std::string& root)> reader;
  std::function<std::unique_ptr<FileWriter>(const std::string& root)> writer;

  // As io/cache_file has them; null: there is no cache.
  std::function<std::string(const CachePlace&, std::uint64_t limit)> read_cache;
  std::function<void(const CachePlace&, std::string_view bytes)> write_cache;
  std::string build; // which one of this version's
  OpenObjects objects;

  // Takes what nobody needs any more and the end of the process will take
  // apart sooner; null: it is taken apart at once.
  std::function<void(std::shared_ptr<const void>)> leave;
};

inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_failed = 2;
inline constexpr int exit_bug = 3;

int run(const Environment& environment);

} // namespace migcheck
