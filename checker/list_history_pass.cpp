#include "list_history_pass.hpp"

#include "check/against_base.hpp"
#include "io/memory_reader.hpp"
#include "lists/coverage.hpp"
#include "lists/migration_names.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace migcheck {
namespace {

using Migrations = std::set<const Migration*>;
using Lists = std::vector<const MigrationList*>;
using ListsByPath = std::map<std::string_view, Lists>;

// Two of two is no habit.
constexpr std::size_t fewest = 3;

// What is gone is held, too.
Migrations held_by(const MigrationList& list) {
  using lists::entry_stem;
  Migrations held;
  for (const ListEntry& entry : list.entries) {
    const auto is_it = [&](const Migration& gone) {
      return entry_stem(last_part(gone.entry)) ==
             entry_stem(last_part(entry.text));
    };
    if (entry.migration != nullptr) {
      held.insert(entry.migration);
    } else if (list.directory != nullptr) {
      const auto& gone = list.directory->gone;
      const auto found = std::find_if(gone.begin(), gone.end(), is_it);
      held.insert(found == gone.end() ? nullptr : &*found);
    }
  }
  held.erase(nullptr);
  return held;
}

bool is_open(const MigrationList& list) {
  return list.directory != nullptr &&
         (list.intent == Intent::unknown || list.intent == Intent::subset);
}

ListsByPath by_path(const std::vector<MigrationList>& lists) {
  ListsByPath paths;
  for (const MigrationList& list : lists) {
    if (list.shape != ListShape::scattered && !list.releases) {
      paths[list.path].push_back(&list);
    }
  }
  return paths;
}

// All that it held is gone.
bool names_nothing(const MigrationList& list) {
  return std::all_of(
      list.entries.begin(), list.entries.end(), [](const ListEntry& entry) {
        return entry.migration == nullptr;
      });
}

// What the lists of one file were, for those that they are now.
class FileHistory {
 public:
  FileHistory(const Project& project, const Lists& then, const Lists& now)
      : project_(project), then_(then), now_(now) {}

  bool was_complete(const MigrationList& list) const;

 private:
  const MigrationList* before(const MigrationList& list) const;
  bool held_everything(const MigrationList& list) const;
  bool has_lost(
      const MigrationList& before, const MigrationDirectory& directory) const;

  const Project& project_;
  const Lists& then_;
  const Lists& now_;
};

// By its name, where only one has it; else the one that shares the most.
const MigrationList* FileHistory::before(const MigrationList& list) const {
  const Migrations held = held_by(list);
  const MigrationList* best = nullptr;
  std::size_t most = 0;
  bool alone = false;
  for (const MigrationList* other : then_) {
    if (other->directory != list.directory) {
      continue;
    }
    if (!list.name.empty() && other->name == list.name) {
      return other;
    }
    const Migrations theirs = held_by(*other);
    const auto shared = static_cast<std::size_t>(std::count_if(
        theirs.begin(), theirs.end(), [&](const Migration* migration) {
          return held.contains(migration);
        }));
    if (shared > 0 && shared >= most) {
      alone = shared > most;
      most = shared;
      best = other;
    }
  }
  return alone ? best : nullptr;
}

// It lacks only what the branch has brought.
bool FileHistory::held_everything(const MigrationList& list) const {
  if (list.intent != Intent::complete || held_by(list).size() < fewest) {
    return false;
  }
  const auto at =
      static_cast<std::size_t>(list.directory - project_.directories.data());
  const BaseDirectory& base = project_.base->directories[at];
  Migrations brought(base.added.begin(), base.added.end());
  for (const RenamedMigration& renamed : base.renamed) {
    brought.insert(renamed.now);
  }
  return base.merge_base.there && std::all_of(
                                      list.missing.begin(),
                                      list.missing.end(),
                                      [&](const Migration* migration) {
                                        return brought.contains(migration);
                                      });
}

bool FileHistory::has_lost(
    const MigrationList& before, const MigrationDirectory& directory) const {
  Migrations held;
  for (const MigrationList* list : now_) {
    if (list->directory == &directory) {
      held.merge(held_by(*list));
    }
  }
  Migrations then = held_by(before);
  std::erase_if(then, [&](const Migration* migration) {
    return !lists::place_in(directory, migration); // retired, or gone
  });
  return !std::includes(held.begin(), held.end(), then.begin(), then.end());
}

bool FileHistory::was_complete(const MigrationList& list) const {
  const MigrationList* then = before(list);
  return then != nullptr && held_everything(*then) &&
         (list.intent == Intent::unknown || has_lost(*then, *list.directory) ||
          names_nothing(list));
}

// Files with a list whose meaning is open, and only those.
std::vector<std::string> files_to_ask(const ListsByPath& now) {
  std::vector<std::string> paths;
  for (const auto& [path, lists] : now) {
    if (std::any_of(lists.begin(), lists.end(), [](const MigrationList* list) {
          return is_open(*list);
        })) {
      paths.emplace_back(path);
    }
  }
  return paths;
}

} // namespace

Result<lists::ListHistory>
find_list_history(BasePass& base, const LoadedProject& loaded) {
  const Project& project = loaded.project;
  const ListsByPath now = by_path(loaded.found.lists);
  const std::vector<std::string> open = files_to_ask(now);
  if (project.base == nullptr || open.empty()) {
    return lists::ListHistory();
  }
  auto texts = base.texts_at_merge_base(open);
  if (!texts) {
    return tl::unexpected(texts.error());
  }
  MemoryReader then;
  for (auto& [path, text] : *texts) {
    then.add(path, std::move(text));
  }
  const auto files = list_files(then, {});
  if (!files || files->files().empty()) {
    return lists::ListHistory();
  }
  const auto all = lists::ListHistory::all_complete();
  lists::ScanOptions how;
  how.jobs = 1;
  how.history = &all;
  const FoundLists found =
      find_lists(then, *files, project.directories, loaded.config, how);
  lists::ListHistory history("at " + merge_base_label(project));
  for (const auto& [path, lists] : by_path(found.lists)) {
    const Lists& current = now.at(path);
    const FileHistory file(project, lists, current);
    for (const MigrationList* list : current) {
      if (is_open(*list) && file.was_complete(*list)) {
        history.add(list->path, list->span.begin);
      }
    }
  }
  return history;
}

} // namespace migcheck
