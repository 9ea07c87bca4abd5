// The text of one line of a lockfile, both ways.
#pragma once

#include "model/lockfile.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

// The line without its end.
std::string format_lock_line(const LockLine& line);

std::string format_lock_header(std::uint32_t lexer, Dialect dialect);

struct LockHeader {
  std::uint32_t format = 0;
  std::uint32_t lexer = 0;
  Dialect dialect = Dialect::postgresql;
};

std::optional<LockHeader> parse_lock_header(std::string_view line);

// Where a line stops being one, and why.
struct LockDamage {
  std::size_t offset = 0; // in the line
  std::string message;
};

// Fills all but `line` and `span`. Null: the line is sound, and formatting it
// gives it back.
std::optional<LockDamage>
parse_lock_line(std::string_view text, LockLine& line);

// 64 digits, or nothing.
std::optional<Digest> parse_digest(std::string_view text);

} // namespace migcheck
