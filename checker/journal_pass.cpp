#include "journal_pass.hpp"

#include "journals/blind_edits.hpp"
#include "journals/find_drifts.hpp"
#include "journals/history.hpp"
#include "missing_parts.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// A file that could not be read may have been told of already, as a migration.
void report_all_unread(
    const std::vector<UnreadJournal>& unread, LoadedProject& loaded) {
  for (const UnreadJournal& file : unread) {
    const auto& known = loaded.incomplete;
    if (std::none_of(known.begin(), known.end(), [&](const Incomplete& other) {
          return other.path == file.path;
        })) {
      report_unread(loaded, file.path, file.failure);
    }
  }
}

} // namespace

void load_drifts(
    const FileReader& reader,
    const CheckOptions& options,
    BasePass& base,
    LoadedProject& loaded) {
  std::vector<UnreadJournal> unread;
  const JournalSources sources = {
      reader,
      loaded.files,
      loaded.config,
      loaded.project.directories,
      loaded.project.base.get(),
      loaded.project.today,
      unread};
  auto drifts = std::make_shared<Drifts>(find_drifts(sources));
  drifts->blind_edits =
      find_blind_edits(sources, [&base](const std::string& path) {
        return base.text_at_merge_base(path);
      });
  if (!options.history.empty()) {
    auto found =
        find_history_drifts(sources, options.history, options.history_text);
    if (found) {
      drifts->history = std::move(*found);
      ++drifts->compared;
    } else {
      loaded.incomplete.push_back({"", found.error().message});
    }
  }
  loaded.project.drifts = std::move(drifts);
  report_all_unread(unread, loaded);
}

} // namespace migcheck
