// Lines and columns of lists, their entries, and counts.
#pragma once

#include "io/file_reader.hpp"
#include "model/project.hpp"
#include "report/analysed_files.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <vector>

namespace migcheck {

struct ListPlace {
  Position start;
  Position end;                  // of the last character
  std::vector<Position> entries; // as many as the list has
};

struct ListPlaces {
  std::vector<ListPlace> lists; // as many as the project has
  std::vector<Position> counts; // the same
  std::vector<Incomplete> incomplete;
};

// Reads each file that holds a list, an entry or a count once more, one at a
// time. Places in a file that is no longer what was analysed stay at 1:1 and
// are reported as incomplete.
ListPlaces locate_lists(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const Project& project,
    std::uint64_t limit);

} // namespace migcheck
