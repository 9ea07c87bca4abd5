// Runners that keep the order of migrations in a file of their own: drizzle's
// journal and Sqitch's plan.
#pragma once

#include "discover/folders.hpp"
#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What a journal says. Tags are in the journal's order.
struct Journal {
  std::vector<std::string> tags;
  std::string dialect;
};

// Reads `meta/_journal.json`; anything that is not as expected is left out.
Journal parse_journal(std::string_view text);

// The changes of a `sqitch.plan` in its order, `NAME` or `NAME@tag` for the
// older form of a reworked change.
std::vector<std::string> parse_plan(std::string_view text);

// Puts the directory's migrations into the journal's order; those that it does
// not name follow, as they were, and are marked as unlisted. Gives the
// journal's dialect, "" = unknown.
std::string
apply_journal(MigrationDirectory& directory, const FileReader& reader);

// Collects `deploy/**.sql` of a Sqitch project in the plan's order, `revert/`
// files as their downs. Those that the plan does not name come last and are
// marked as unlisted.
void collect_sqitch(
    MigrationDirectory& directory,
    const Folders& folders,
    const FileReader& reader);

} // namespace migcheck
