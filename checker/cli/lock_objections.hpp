// What speaks against locking migrations as they are.
#pragma once

#include "lock/plan.hpp"
#include "model/project.hpp"

#include <vector>

namespace migcheck {

// Errors that the rules about single migrations find in a directory, at the
// levels of the project's configuration and less what is suppressed.
std::vector<LockObjection>
lock_objections(const Project& project, const MigrationDirectory& directory);

} // namespace migcheck
