// A sqitch.plan as Sqitch reads it (sqitchers/sqitch, App::Sqitch::Plan), and
// the ids of its changes.
#pragma once

#include "journals/sqitch_line.hpp"
#include "model/sqitch_drift.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct SqitchPlan {
  std::string project; // "" = the pragma is missing
  std::string uri;
  std::vector<SqitchEntry> entries;
  // The first line that Sqitch refuses, or that %project is missing. `plan` and
  // `folder` are left empty.
  std::optional<SqitchDrift> flaw;
};

// Reads the whole text; lines that Sqitch refuses are left out. Ids are
// computed for what stands before the first of them.
SqitchPlan parse_sqitch_plan(std::string_view text);

} // namespace migcheck
