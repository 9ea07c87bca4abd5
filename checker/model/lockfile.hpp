// The lockfile: one line per migration, as applied, readable in a diff.
//
//   migcheck-lock 1 lexer 1 dialect postgresql
//   head <64 digits>
//   001_a.sql raw=<64> neutral=<64> tokens=<64> statements=2:0a1b2c,3d4e5f
//   002_b.sql raw=… … statements=0: retired amended="why" forced="why"
//
// The numbers of the header are the versions of this format and of the token
// hash. `head` stands only in a chained lockfile: the SHA-256 of the header
// and of all lines below, so that two branches that both add a line conflict.
// Digests are SHA-256 in lower-case hexadecimal: of the bytes, of the bytes
// with LF line ends, of the tokens (sql/token_digest). After the number of
// statements stand the first six digits of the token hash of each of the first
// 200. Names with blanks, quotes or anything unprintable stand in double
// quotes, with \" \\ \n \r \t and \xHH per byte. One blank separates fields;
// nothing may be added or left out, and each line ends in LF.
#pragma once

#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

inline constexpr std::uint32_t lockfile_format = 1;
inline constexpr std::uint32_t lexer_version = 1;

struct LockLine {
  std::uint32_t line = 0; // in the file, from 1
  Span span;              // without the line end
  std::string entry;      // the migration's path below its directory
  Digest raw{};
  Digest neutral{};
  Digest tokens{};
  std::vector<std::uint32_t> statements; // 24 bits each, at most 200
  std::uint32_t statement_count = 0;     // of all
  bool retired = false;
  std::string amended; // the reason, "" = never amended
  std::string forced;  // the reason of --force, "" = none

  static constexpr std::size_t most_statements = 200;
};

struct LockProblem {
  Span span;
  std::string message;    // one sentence, lower case
  std::uint32_t line = 1; // in the file, from 1
};

struct Lockfile {
  std::string path;
  bool present = false;
  ReadFailure failure = ReadFailure::none;
  std::uint32_t lexer = 0; // 0: the header could not be read
  Dialect dialect = Dialect::postgresql;
  bool chained = false;
  std::vector<LockLine> lines;
  std::vector<LockProblem> problems; // at most `most_problems`, by place

  static constexpr std::size_t most_problems = 1000;
  static constexpr std::size_t longest_line = 64u << 10;
};

// Reads the text of a lockfile; damage becomes `problems`, never nothing: a
// text that is not exactly what format_lockfile writes has at least one. Lines
// that are sound are kept whatever the others are. Linear.
Lockfile parse_lockfile(std::string_view text, const std::string& path);

// The exact bytes of a lockfile: parse_lockfile gives the same back. Uses
// `lexer`, `dialect`, `chained` and the lines; reasons must not be longer than
// 4 KiB, or the line would be too long to be read.
std::string format_lockfile(const Lockfile& lockfile);

} // namespace migcheck
