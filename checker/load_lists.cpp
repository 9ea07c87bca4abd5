#include "load_lists.hpp"

#include "list_history_pass.hpp"
#include "missing_parts.hpp"
#include "runs/find_runs.hpp"
#include "stale_config.hpp"
#include "text/path_parts.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {
namespace {

std::vector<std::string>
directories_of(const std::vector<MigrationList>& lists) {
  std::set<std::string> directories;
  for (const MigrationList& list : lists) {
    const std::string_view folder = parent_folder(list.path);
    directories.emplace(folder.empty() ? "." : folder);
  }
  return {directories.begin(), directories.end()};
}

} // namespace

// Lists stand in directories whose untracked files matter too: when there are
// such files, everything is looked at once more; and where the base says what
// a list is meant to hold.
void load_lists(
    const FileReader& reader,
    BasePass& base,
    LoadedProject& loaded,
    lists::ScanOptions how) {
  const auto& directories = loaded.project.directories;
  loaded.found =
      find_lists(reader, loaded.files, directories, loaded.config, how);
  const std::size_t before = loaded.files.files().size();
  loaded.files.add_untracked(reader, directories_of(loaded.found.lists), false);
  if (loaded.files.files().size() != before) {
    loaded.found =
        find_lists(reader, loaded.files, directories, loaded.config, how);
  }
  const auto history = find_list_history(base, loaded);
  if (!history) {
    loaded.incomplete.push_back({"", history.error().message});
  } else if (!history->empty()) {
    how.history = &*history;
    loaded.found =
        find_lists(reader, loaded.files, directories, loaded.config, how);
  }
  for (const UnreadSource& unread : loaded.found.unread) {
    report_unread(loaded, unread.path, unread.failure);
  }
  if (loaded.incomplete.empty()) {
    report_stale_config(loaded.project, loaded.found, loaded.diagnostics);
  }
  loaded.project.lists = std::move(loaded.found.lists);
  loaded.project.runs = find_runs(
      loaded.found.runners,
      {reader, loaded.files, loaded.config, directories, loaded.project.lists});
  loaded.project.counts = std::move(loaded.found.counts);
}

} // namespace migcheck
