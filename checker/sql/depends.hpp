// `-- DEPENDS: item, item (remark)` headers.
#pragma once

#include "model/sql_file.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::sql {

// Where a comment stands: headers count in the head alone.
enum class CommentPlace : std::uint8_t { head, body };

struct DependsHeaders {
  std::vector<DependsItem> items; // of all lines, in order
  std::vector<MalformedDepends> malformed;
};

// Reads one line comment that spans `comment` of `text`. A line that does not
// follow the grammar gives one problem, the first; its sound items count. A
// near miss (`-- Depends on a.sql`, `--DEPEND: a.sql`) is one only in the head
// and where everything after the word names files: the rest is prose.
void read_depends(
    std::string_view text,
    Span comment,
    CommentPlace place,
    DependsHeaders& headers);

} // namespace migcheck::sql
