// Path filters of GitHub workflows (`on.push.paths`, `paths-ignore`), which
// are no globs of git or of a shell: `?` and `+` speak of the byte before them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace migcheck {

// Whether a pattern, without a leading `!`, matches a whole path from the
// repository's root. `*` is any text without `/`, `**` any text, `**/` any
// folders or none, `x?` one x or none, `x+` one or more, `[a-c1]` one byte of
// these; a backslash takes the next byte as it is. A pattern that GitHub
// refuses (a set without an end, an empty one, a range backwards) matches
// nothing. Linear in pattern times path.
bool github_pattern_matches(std::string_view pattern, std::string_view path);

// True when the pattern holds anything but plain bytes.
bool is_github_wildcard(std::string_view pattern);

enum class FilterVerdict : std::uint8_t {
  unmatched, // no pattern matches
  included,  // the last that matches is a plain one
  excluded   // … begins with `!`
};

// What a list of patterns says of a path: they are tried in order, and each
// that matches overrules those before it.
FilterVerdict github_filter_verdict(
    std::span<const std::string_view> patterns, std::string_view path);

} // namespace migcheck
