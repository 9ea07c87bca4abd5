// The Down parts of a directory: sections of the same file, or files.
#pragma once

#include "model/migration.hpp"

#include <cstdint>
#include <vector>

namespace migcheck {

enum class DownPart : std::uint8_t {
  none_expected, // the runner has no Downs, or there is nothing to undo
  missing,
  empty,     // no statement, and no word why
  explained, // no statement, and a comment that says why
  present
};

DownPart
down_part(const MigrationDirectory& directory, const Migration& migration);

// The migrations of the directory whose Down is `part`, where that is a slip:
// at most three, and over four fifths of the others have a Down that does
// something. Fresh ones are not counted among the three.
std::vector<const Migration*>
down_slips(const MigrationDirectory& directory, DownPart part);

} // namespace migcheck
