// From diagnostics to the findings of a report: sorted, without repeats, with
// lines, columns and excerpts. The only reading that happens after the rules.
#pragma once

#include "check/suppressions.hpp"
#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "report/analysed_files.hpp"
#include "report/report.hpp"

namespace migcheck {

// Fills `findings`, `suppressed`, `findings_left_out` and the counts of
// findings in the summary. Only files that diagnostics name are read, one at a
// time. One that no longer holds what was analysed makes the report
// incomplete, and findings in it have no lines. Beyond `limits.findings` the
// most severe ones stay.
void add_findings(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const Limits& limits,
    Suppressed diagnostics,
    Report& report);

} // namespace migcheck
