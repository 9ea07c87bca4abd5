// What is wrong with a drizzle journal (meta/_journal.json) beyond the names
// it lists.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace migcheck {

enum class DrizzleChange : std::uint8_t {
  // Of the journal, or of a snapshot:
  conflict, // a line is a mark of a merge conflict
  damaged,  // it is no JSON
  byte_order_mark,
  // Of the journal:
  index,     // an entry's `idx` is not its place
  prefix,    // a four-digit tag does not begin with its `idx`
  order,     // an entry is not newer than one before it
  future,    // an entry is newer than tomorrow
  snapshot,  // the only entry without a snapshot
  collision, // two snapshots follow the same one
};

// "conflict" … "collision".
std::string_view drizzle_change_name(DrizzleChange change);

struct DrizzleDrift {
  std::string journal; // its path
  std::string folder;  // of the migrations; "." is the root
  DrizzleChange change = DrizzleChange::damaged;
  Location place;
  std::string tag;   // of the entry; of `collision`, or where a snapshot cannot
                     // be read, the snapshot's file
  std::string other; // `order`: the newer entry before it; `collision`: the
                     // other snapshot's file; `snapshot`: the file
  std::optional<Location> other_place;
  std::int64_t value = 0;  // `index`, `prefix`: the idx; else milliseconds
  std::int64_t wanted = 0; // `index`: the place
  std::size_t more = 0;    // `order`: entries besides behind the same one
};

} // namespace migcheck
