// What a database has applied, as its history table tells, and the migrations
// that are there.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstdint>
#include <string>

namespace migcheck {

enum class HistoryChange : std::uint8_t {
  edited,  // its checksum is another one
  renamed, // its description is
  missing, // it was applied and is not there
  late,    // it was not applied, and one after it was
  failed   // its row says that it was not finished
};

// "edited" … "failed".
std::string_view history_change_name(HistoryChange change);

struct HistoryDrift {
  std::string runner;  // "flyway"; of a bare list of versions: "rails"
  std::string history; // path of the export
  std::string folder;  // of the migrations
  HistoryChange change = HistoryChange::edited;
  bool refused = true; // false: the runner goes on all the same
  std::string name;    // of the migration, as the runner tells it
  std::string file;    // its path, "" = not there
  Span row;            // in the export; empty for `late`
  std::string other;   // `renamed`: as applied; `late`: what was applied
};

} // namespace migcheck
