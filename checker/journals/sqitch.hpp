// A Sqitch plan against itself and against the base's. Whether changes and
// files go together is for lists to say.
#pragma once

#include "journals/sources.hpp"
#include "journals/sqitch_plan.hpp"
#include "model/sqitch_drift.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What Sqitch would refuse: the plan's flaw alone where it has one, else by
// line.
// `plan` and `folder` are left empty.
std::vector<SqitchDrift>
find_plan_errors(const SqitchPlan& plan, std::string_view text);

// The first change of the merge base's plan that is not at its place. What the
// tip did in the same way is not told.
std::optional<SqitchDrift> first_departure(
    const SqitchPlan& now, const SqitchPlan& merge_base, const SqitchPlan& tip);

// Changes whose `deploy/NAME.sql` is not there. Nothing where the scripts seem
// to lie elsewhere: the configuration says so, or most are not there.
std::vector<SqitchDrift> find_fileless(
    const JournalSources& sources,
    const SqitchPlan& plan,
    const std::string& folder);

// `path` is that of a sqitch.plan.
std::vector<SqitchDrift>
find_sqitch_drifts(const JournalSources& sources, const std::string& path);

} // namespace migcheck
