// An `atlas.sum` that its migrations do not fit.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace migcheck {

// What is wrong first; all that follows from it is left out, as each hash goes
// on from the one before.
enum class AtlasChange : std::uint8_t {
  conflict, // a line is a mark of a merge conflict
  damaged,  // a line is no `NAME h1:HASH`
  total,    // the first line is not the sum of the others
  edited,
  line_ends, // edited, in line ends alone
  added,
  removed,
  reordered
};

// "conflict" … "reordered"; `line_ends` is "line-endings".
std::string_view atlas_change_name(AtlasChange change);

struct AtlasDrift {
  std::string sum;    // path of the atlas.sum
  std::string folder; // that it stands in; "." is the root
  AtlasChange change = AtlasChange::damaged;
  std::uint32_t line = 0; // in the atlas.sum, from 1
  Span span;              // of that line, or of the last one
  std::string name;       // of the culprit as listed; "" for the first three
  std::string file;       // its path where it is there, else ""
  std::size_t more = 0;   // names besides that were added, or removed
};

} // namespace migcheck
