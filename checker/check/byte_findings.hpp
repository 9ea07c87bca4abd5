// What the rules on bytes have in common: each reports one kind of defect of
// the files of a migration.
#pragma once

#include "check/findings.hpp"
#include "model/migration.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// One finding for each file of the migration that has the defect, at its first
// place: `what`, and how many more there are, where that is not 0. Data:
// `count`.
void report_defect(
    const Migration& migration,
    ByteDefect kind,
    std::string_view what,
    std::string_view help,
    Findings& findings);

} // namespace migcheck
