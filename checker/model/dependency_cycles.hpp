// Circles in what `-- DEPENDS:` headers point to.
#pragma once

#include "model/dependencies.hpp"

#include <vector>

namespace migcheck {

// Each depends on what the next one stands for, the last on the first. They
// begin with the one whose migration runs first.
using DependencyCycle = std::vector<const Dependency*>;

// Of each set of migrations that depend on each other one shortest cycle, in
// the order of the sets' first migrations. A migration that depends on itself
// is none. The dependencies must outlive the result. Linear.
std::vector<DependencyCycle>
find_cycles(const std::vector<Dependency>& dependencies);

} // namespace migcheck
