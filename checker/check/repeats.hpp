// Whether something stands twice: what most rules about pairs ask first, since
// most projects have no such pair.
#pragma once

#include <algorithm>
#include <vector>

namespace migcheck {

// True when two of the values are equal. Sorts them.
template <typename Value>
bool has_repeats(std::vector<Value>& values) {
  if (!std::is_sorted(values.begin(), values.end())) {
    std::sort(values.begin(), values.end());
  }
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

} // namespace migcheck
