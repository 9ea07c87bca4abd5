// What many files of a directory do is how the project does it, not a slip.
#pragma once

#include <cstddef>

namespace migcheck {

// Three or more, and over a tenth of the directory's migrations.
constexpr bool is_habit(std::size_t files, std::size_t migrations) {
  return files >= 3 && files * 10 > migrations;
}

} // namespace migcheck
