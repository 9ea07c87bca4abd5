// What goose's parser makes of one line of a file, given without its end.
#pragma once

#include <cstdint>
#include <string_view>

namespace migcheck::sql {

enum class GooseAnnotation : std::uint8_t {
  up,
  down,
  statement_begin,
  statement_end,
  no_transaction,
  substitution, // ENVSUB ON, ENVSUB OFF
  leading_blank,
  unknown
};

// What a comment holds that is an annotation.
inline constexpr std::string_view goose_marker = "+goose";

// Go's strings.TrimSpace, which knows more blanks than ASCII has.
std::string_view trim_blanks(std::string_view text);

// The annotation of a comment line that holds the marker. Not trimmed: goose
// refuses a blank before it.
GooseAnnotation read_goose_annotation(std::string_view line);

// The last word before one that begins with `--` ends in a semicolon. The
// line is trimmed.
bool ends_goose_statement(std::string_view line);

} // namespace migcheck::sql
