// Findings about the contract of [schema.required].
#pragma once

#include "check/findings.hpp"
#include "model/project.hpp"

#include <string>

namespace migcheck {

// Reports the gaps in what is optional, or those in what is required, at the
// contract's own lines. `help` says what to do.
void report_contract_gaps(
    const Project& project,
    bool optional,
    const std::string& help,
    Findings& findings);

} // namespace migcheck
