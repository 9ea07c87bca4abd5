// The line of source under a finding, with a caret.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

struct Frame {
  std::string source; // `    99 | var AllMigrations = []string{`
  std::string caret;  // `       |     ^~~~~~~~~~~~~`
};

// Both lines visible, safe for a log, without trailing blanks. Source of more
// than 120 columns is cut around the span with an ellipsis.
Frame frame(const Excerpt& excerpt, std::uint32_t line);

// A line of source as a frame shows it: printable, a tab as four blanks.
std::string source_text(std::string_view bytes);

// The first `columns` of printable text; the rest becomes an ellipsis.
std::string cut_right(std::string_view text, std::size_t columns);

} // namespace migcheck
