// "Did you mean": the known name that is nearest to one that is not.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// Insertions, deletions, replacements and swaps of neighbours that make one
// text of the other, letters compared without case (ASCII).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate with the least distance to `name`, the first of equals; ""
// when none is near (more than a third of the name, at least one edit), or
// the name is longer than 64 bytes.
std::string_view
nearest(std::string_view name, std::span<const std::string_view> candidates);

// `, did you mean "x"?`, or "" when nothing is near.
std::string did_you_mean(
    std::string_view name, std::span<const std::string_view> candidates);

} // namespace migcheck
