// What options cannot mean, by themselves or together.
#pragma once

#include "cli/options.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace migcheck {

// Tells of a long name whether it was given.
using IsGiven = std::function<bool(std::string_view)>;

// The first thing that is wrong, one sentence; "" for nothing.
std::string first_conflict(const Options& options, const IsGiven& given);

} // namespace migcheck
