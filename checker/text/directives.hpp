// What users write to migcheck in comments: `migcheck: VERB(ARGUMENT) REMARK`,
// such as `migcheck: allow(duplicate-version) both were released`.
#pragma once

#include "text/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace migcheck {

// One directive. The views point into the text it was read from.
struct Directive {
  std::string_view verb;     // "allow", "list", "count"; letters only
  std::string_view argument; // between the parentheses, trimmed
  std::string_view remark;   // the rest of the line, without comment marks
  Span span;                 // from `migcheck` to the closing parenthesis
  // From the start of the directive's line to the end of the line below the
  // comment: what the directive speaks of. Lines are followed for at most
  // 4 KiB either way.
  Span covers;
};

// Adds the directives of one comment, which spans `comment` of `text` with or
// without its marks. A directive begins its line, but for comment marks and
// blanks; anything else that says `migcheck:` is prose. Linear. When `out`
// holds `most_directives` of one file, further ones are passed over.
inline constexpr std::size_t most_directives = 1000;
void read_directives(
    std::string_view text, Span comment, std::vector<Directive>& out);

} // namespace migcheck
