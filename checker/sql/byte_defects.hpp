// What stands in a file's bytes that should not: whatever the SQL says.
#pragma once

#include "model/sql_file.hpp"
#include "sql/lexer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::sql {

// One pass over plain ASCII; a second one where something else was seen.
struct ByteReport {
  std::vector<FoundDefect> defects; // by kind, one of each
  std::uint32_t lf = 0, crlf = 0, cr = 0;
  bool utf16 = false; // `defects` holds not_utf8 alone

  // Invisible code points that are ordinary inside strings and comments:
  // joiners between letters or emoji, marks beside right-to-left letters,
  // tags after a flag. Not among the defects yet.
  std::vector<Span> tolerable;
};

// A conflict marker counts when `<<<<<<< ` and `>>>>>>> ` lines both stand
// there, in this order: a ruler of `=======` is none.
ByteReport examine_bytes(std::string_view text);

// Adds one more place of a defect, which must not come before others of its
// kind.
void add_defect(std::vector<FoundDefect>& defects, ByteDefect kind, Span at);

// True for tokens in which `tolerable` code points are data or prose.
bool holds_prose(TokenKind kind);

} // namespace migcheck::sql
