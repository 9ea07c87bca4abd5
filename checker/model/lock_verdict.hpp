// How far a file is from what was recorded of it.
#pragma once

#include <cstdint>
#include <optional>

namespace migcheck {

// Least first.
enum class LockVerdict : std::uint8_t { same, line_endings, comments, sql };

struct LockComparison {
  LockVerdict verdict = LockVerdict::same;
  // Of `sql`: the first statement that differs, counted from 0. It may be one
  // past the file's last (the rest was removed). Nothing: the difference lies
  // between statements, beyond the first 200, or is not known.
  std::optional<std::uint32_t> statement;
};

} // namespace migcheck
