// What rules say of the base.
#pragma once

#include "model/project.hpp"

#include <string>
#include <vector>

namespace migcheck {

// The directory at the base; null where the project is compared with none.
const BaseDirectory*
against_base(const Project& project, const MigrationDirectory& directory);

// A commit whose migrations may have been applied, and must stay as they are.
struct Kept {
  const BaseDirectory* directory; // against it
  const Base* base;
  std::string label; // `"v1.2.3" (at 1a2b3c4d5e6f)`
};

// The merge base, and the last release: those that the project is compared
// with.
std::vector<Kept>
kept_by(const Project& project, const MigrationDirectory& directory);

// `"origin/main" (merge base 1a2b3c4d5e6f)`: what the branch was made from.
std::string merge_base_label(const Project& project);

// `"origin/main" (at 1a2b3c4d5e6f)`: what it goes to.
std::string tip_label(const Project& project);

} // namespace migcheck
