// Path patterns of the configuration: `migrations/078-*.sql`, `fixtures/**`.
#pragma once

#include <string_view>

namespace migcheck {

// True when the pattern matches the whole path (root-relative, `/`). `*` and
// `?` stay within one part, `[a-z]` and `[!a-z]` are sets, `\` takes the next
// byte as it is, and a part `**` stands for any number of parts. Takes time
// proportional to pattern times path, and no memory.
bool glob_match(std::string_view pattern, std::string_view path);

// True when the pattern matches the path or one of the folders it lies in:
// `fixtures` covers all that is below it.
bool glob_covers(std::string_view pattern, std::string_view path);

} // namespace migcheck
