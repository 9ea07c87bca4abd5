// GitHub's primaryLocationLineHash, equal to what its uploader computes: how
// it knows an alert again when lines above it come and go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// The values (`271789c17abda88f:1`) for lines of a text, in the order asked
// for. `lines` are 1-based, sorted, without repeats. A line ends at LF, CRLF
// or a lone CR; a line that the text does not have gives "". Two passes over
// the text; memory for the lines asked for only.
std::vector<std::string>
line_hashes(std::string_view text, const std::vector<std::uint32_t>& lines);

} // namespace migcheck
