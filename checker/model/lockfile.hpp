// The lockfile: one line per migration, as applied, readable in a diff.
#pragma once

#include "model/migration.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

inline constexpr std::uint32_t lockfile_format = 1;
inline constexpr std::uint32_t lexer_version = 1;

struct LockLine {
  std::uint32_t line = 0; // in the file, from 1
  Span span;
  std::string entry; // the migration's path below its directory
  Digest raw{};
  Digest neutral{};
  Digest tokens{};
  std::vector<std::uint32_t> statements; // 24 bits each, at most 200
  std::uint32_t statement_count = 0;     // of all
  bool retired = false;
  std::string amended; // the reason, "" = never amended
  std::string forced;  // the reason of --force, "" = none
};

struct LockProblem {
  Span span;
  std::string message; // one sentence
};

struct Lockfile {
  std::string path;
  bool present = false;
  ReadFailure failure = ReadFailure::none;
  std::uint32_t lexer = 0;
  Dialect dialect = Dialect::postgresql;
  bool chained = false;
  std::vector<LockLine> lines;
  std::vector<LockProblem> problems;
};

// Reads the text of a lockfile; damage becomes `problems`, never nothing.
Lockfile parse_lockfile(std::string_view text, const std::string& path);

// The exact bytes of a lockfile: parse_lockfile gives the same back.
std::string format_lockfile(const Lockfile& lockfile);

} // namespace migcheck
