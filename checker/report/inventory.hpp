// What `migcheck migrations`, `lists` and `rules` print: what was found, not
// what is wrong. Text is visible and safe for a log, JSON has the keys that
// the schemas promise. Paths are from the root.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "discover/directories.hpp"
#include "model/project.hpp"
#include "report/analysed_files.hpp"
#include "report/list_places.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace migcheck {

// A heading per directory, then its migrations in the runner's order, retired
// and skipped ones. `rejected` are shown when `detail` is verbose.
std::string write_migrations_text(
    const Project& project,
    const std::vector<RejectedDirectory>& rejected,
    Detail detail);
std::string write_migrations_json(const Project& project);

// One block per list. `places` are those of the project's lists.
std::string write_lists_text(const Project& project, const ListPlaces& places);
std::string write_lists_json(const Project& project, const ListPlaces& places);

// A rule as this run would use it.
struct RuleRow {
  const RuleInfo* info = nullptr;
  Severity level = Severity::error;
  bool enabled = true;
};

std::string write_rules_text(const std::vector<RuleRow>& rows);
std::string write_rules_json(const std::vector<RuleRow>& rows);

} // namespace migcheck
