// A fix as people read it: whole lines that come, go or change.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "report/excerpt.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace migcheck {

// The hunks of edits that are all of `source`, which is `path`. Edits that
// touch the same lines make one hunk. Edits that overlap, and lines too long
// to show, give none at all.
std::vector<FixHunk> fix_hunks(
    const std::vector<const Edit*>& edits,
    const SourceView& source,
    const std::string& path);

} // namespace migcheck
