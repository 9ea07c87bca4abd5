#include "journal_pass.hpp"

#include "journals/find_drifts.hpp"
#include "missing_parts.hpp"

#include <algorithm>

namespace migcheck {

// A file that could not be read may have been told of already, as a migration.
void load_drifts(const FileReader& reader, LoadedProject& loaded) {
  std::vector<UnreadJournal> unread;
  loaded.project.drifts = std::make_shared<const Drifts>(find_drifts(
      {reader,
       loaded.files,
       loaded.config,
       loaded.project.directories,
       loaded.project.base.get(),
       loaded.project.today,
       unread}));
  for (const UnreadJournal& file : unread) {
    const auto& known = loaded.incomplete;
    if (std::none_of(known.begin(), known.end(), [&](const Incomplete& other) {
          return other.path == file.path;
        })) {
      report_unread(loaded, file.path, file.failure);
    }
  }
}

} // namespace migcheck
