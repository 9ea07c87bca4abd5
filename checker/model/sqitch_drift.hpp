// What is wrong with a sqitch.plan beyond the names it lists.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace migcheck {

enum class SqitchChange : std::uint8_t {
  conflict,    // a line is a mark of a merge conflict
  damaged,     // a line is neither a change nor a tag
  header,      // a line above the first empty one that is no pragma
  project,     // %project is missing
  name,        // what Sqitch does not take for a name of anything
  time,        // a time that does not exist
  early,       // a tag before any change
  dependency,  // what is written where one stands is none
  doubled,     // a dependency of a change twice
  repeated,    // a change twice without a tag between, or a tag twice
  unknown,     // a dependency that the plan does not have
  later,       // a dependency that stands below
  circular,    // the same, which needs the change in turn
  conflicting, // a change that must not be there, which stands above
  fileless,    // a change without its deploy script
  // Against the merge base, whose changes must come first and as they are:
  pragmas,  // %project or %uri
  edited,   // a line
  removed,  // a change
  inserted, // a change stands before what the base has
  moved     // the base's changes in another order
};

// "conflict" … "moved".
std::string_view sqitch_change_name(SqitchChange change);

struct SqitchDrift {
  std::string plan;   // its path
  std::string folder; // "." is the root
  SqitchChange change = SqitchChange::damaged;
  std::uint32_t line = 0; // from 1
  Span place;
  std::string name;  // of the change or `@tag`
  std::string other; // the dependency; `inserted`, `moved`: the base's change
                     // that was there; `edited`: what of the line
  std::optional<Span> other_place;
};

} // namespace migcheck
