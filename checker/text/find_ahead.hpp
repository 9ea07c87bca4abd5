// One file of a sorted list, asked for a little behind the last one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace migcheck {

// The file whose path views the very bytes that `path` does, of the next few:
// no bytes are compared. Null: there is none among them. `next` is the place
// where the look-up begins, and becomes the one behind what was found.
template <typename File>
const File* find_ahead(
    const std::vector<File>& files, std::string_view path, std::size_t& next) {
  constexpr std::size_t most_passed = 16; // files that nobody asks for
  const std::size_t end = std::min(next + most_passed, files.size());
  for (std::size_t at = next; at < end; ++at) {
    const File& file = files[at];
    if (file.path.data() == path.data() && file.path.size() == path.size()) {
      next = at + 1;
      return &file;
    }
  }
  return nullptr;
}

} // namespace migcheck
