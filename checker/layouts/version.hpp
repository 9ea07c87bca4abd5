// Versions as text: decimal strings of any length, and lists of them. Nothing
// here is ever a machine integer, so nothing overflows.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace migcheck {

// Decimal strings of any length compared as numbers. Both hold digits only,
// with an optional sign.
std::strong_ordering compare_decimal(std::string_view a, std::string_view b);

// Digits without leading zeros ("0" for zero); a minus stays, a plus goes.
std::string canonical_decimal(std::string_view digits);

// The number after `digits`, which has no sign: "099" -> "100".
std::string next_decimal(std::string_view digits);

// a - b for unsigned decimals; `most` when it is larger or negative.
std::uint64_t
distance(std::string_view a, std::string_view b, std::uint64_t most);

// Numbers with "." or "--" between them compared part by part; a missing part
// is 0. A part that is no number is larger than all numbers, and compared by
// bytes.
std::strong_ordering compare_dotted(std::string_view a, std::string_view b);

// True when `text` is not empty and has ASCII digits only.
bool all_digits(std::string_view text);

// How many ASCII digits `text` begins with.
std::size_t leading_digits(std::string_view text);

} // namespace migcheck
