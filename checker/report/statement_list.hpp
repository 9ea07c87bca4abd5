// What `migcheck statements` prints: where each statement of one file stands.
#pragma once

#include "model/sql_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// A line per statement: its line, its bytes, its section and its beginning,
// visible and safe for a log. `text` is the file's.
std::string write_statements_text(
    std::string_view text, const std::vector<Statement>& statements);

// An array of {"start_line", "start_byte", "end_byte", "section"}: lines from
// 1; bytes from 0, from the first byte of the first token to the one after
// the last, the terminator's included; "up", "down", or "none" for what stands
// before the first annotation.
std::string write_statements_json(
    std::string_view text, const std::vector<Statement>& statements);

} // namespace migcheck
