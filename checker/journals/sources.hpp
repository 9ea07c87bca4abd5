// What the readers of journals work on.
#pragma once

#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "model/base.hpp"
#include "model/day.hpp"
#include "model/migration.hpp"

#include <string>
#include <vector>

namespace migcheck {

struct UnreadJournal {
  std::string path;
  ReadFailure failure = ReadFailure::none;
};

struct JournalSources {
  const FileReader& reader;
  const FileList& files;
  const Config& config;
  const std::vector<MigrationDirectory>& directories; // by path
  const Base* base; // null: compared with none
  Day today;
  std::vector<UnreadJournal>& unread; // what could not be read is added
};

// Whether a file was read, is not there, or what else went wrong: then it is
// among the unread.
enum class Fetched : std::uint8_t { yes, missing, failed };

Fetched fetch_text(
    const JournalSources& sources, const std::string& path, std::string& text);

// Null when the folder is no migration directory.
const MigrationDirectory*
directory_at(const JournalSources& sources, std::string_view folder);

// True for a folder that journals of the project stand in: a migration
// directory; or, where these are detected, any that holds neither test data
// nor foreign code nor what is kept for reading.
bool is_of_project(const JournalSources& sources, std::string_view folder);

} // namespace migcheck
