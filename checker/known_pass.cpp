#include "known_pass.hpp"

#include "check/accept_known.hpp"

#include <string_view>
#include <unordered_set>

namespace migcheck {
namespace {

using Paths = std::unordered_set<std::string_view>;

// With a base, rules on contents pass over what is on it.
Paths history_of(const Project& project) {
  Paths paths;
  if (project.base == nullptr) {
    return paths;
  }
  for (const MigrationDirectory& directory : project.directories) {
    for (const Migration& migration : directory.migrations) {
      if (migration.novelty == Novelty::known) {
        paths.insert(migration.path);
        paths.insert(migration.down);
      }
    }
  }
  return paths;
}

} // namespace

std::vector<KnownFinding> accept_known_findings(
    const CheckOptions& options,
    const LoadedProject& loaded,
    Suppressed& found) {
  if (options.known == nullptr) {
    return {};
  }
  const Paths history = history_of(loaded.project);
  const ActiveRules active(options.selection, loaded.config);
  return accept_known(
      {*options.known,
       loaded.config,
       active,
       loaded.incomplete.empty() ? Complete::yes : Complete::no,
       [&](std::string_view path) { return history.contains(path); }},
      found);
}

} // namespace migcheck
