// Migrations that are kept and no longer run: their name ends in ".retired".
#pragma once

#include <string_view>

namespace migcheck {

constexpr std::string_view retired_ending = ".retired";

// The name or path as it was before.
constexpr std::string_view without_retired(std::string_view name) {
  if (name.ends_with(retired_ending)) {
    name.remove_suffix(retired_ending.size());
  }
  return name;
}

} // namespace migcheck
