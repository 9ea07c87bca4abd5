// The runner's order of two migrations of one directory.
#pragma once

#include "model/migration.hpp"

#include <compare>

namespace migcheck {

std::strong_ordering
runner_order(LayoutId id, const Migration& a, const Migration& b);

} // namespace migcheck
