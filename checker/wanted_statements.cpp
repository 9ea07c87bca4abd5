#include "wanted_statements.hpp"

#include "copies/find_copies.hpp"
#include "ddl/load_scripts.hpp"
#include "missing_parts.hpp"
#include "model/cascades.hpp"
#include "model/dependencies.hpp"
#include "model/partition_end.hpp"
#include "model/unknown_role.hpp"
#include "report/analysed_files.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace migcheck {
namespace {

// Where a rule may ask what statements say. In archives none does, but for
// what they declare.
bool speaks_of_statements(const MigrationDirectory& directory) {
  return declares_dependencies(directory) ||
         (!directory.archived &&
          (drops_with_cascade(directory) || divides_by_range(directory) ||
           names_roles(directory)));
}

bool is_loaded(const MigrationDirectory& directory) {
  return std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [](const Migration& one) { return one.file.script != nullptr; });
}

// The directories that `wanted` means and that have not been read so yet.
template <typename Wanted>
void load_where(
    const FileReader& reader,
    const LoadOptions& how,
    const Wanted& wanted,
    LoadedProject& loaded) {
  std::vector<MigrationDirectory*> directories;
  for (MigrationDirectory& directory : loaded.project.directories) {
    if (wanted(directory) && !is_loaded(directory)) {
      directories.push_back(&directory);
    }
  }
  for (const std::string& path : ddl::load_scripts(
           reader, directories, loaded.config.limits, how.jobs, how.before)) {
    loaded.incomplete.push_back(changed_file(path));
  }
}

// By path, each once.
void add_sources(std::vector<ListSource> more, std::vector<ListSource>& all) {
  std::unordered_set<std::string_view> known;
  for (const ListSource& source : all) {
    known.insert(source.path);
  }
  std::erase_if(more, [&](const ListSource& source) {
    return known.count(source.path) != 0;
  });
  std::move(more.begin(), more.end(), std::back_inserter(all));
  std::sort(
      all.begin(), all.end(), [](const ListSource& a, const ListSource& b) {
        return a.path < b.path;
      });
}

} // namespace

void load_statements(
    const FileReader& reader,
    const LoadOptions& how,
    WithScripts which,
    LoadedProject& loaded) {
  load_where(
      reader,
      how,
      [&](const MigrationDirectory& directory) {
        return which == WithScripts::all || speaks_of_statements(directory);
      },
      loaded);
}

void load_listed_statements(
    const FileReader& reader, const LoadOptions& how, LoadedProject& loaded) {
  std::set<const MigrationDirectory*> listed;
  for (const MigrationList& list : loaded.project.lists) {
    if (!list.declared.empty()) {
      listed.insert(list.directory);
    }
  }
  load_where(
      reader,
      how,
      [&](const MigrationDirectory& directory) {
        return listed.count(&directory) != 0;
      },
      loaded);
}

void load_copies(
    const FileReader& reader, const LoadOptions& how, LoadedProject& loaded) {
  if (loaded.found.tables.empty()) {
    return;
  }
  load_where(
      reader,
      how,
      [](const MigrationDirectory& directory) { return !directory.archived; },
      loaded);
  FoundCopies found =
      find_copies(loaded.found.tables, loaded.project.directories, how.jobs);
  loaded.found.tables.clear();
  loaded.project.copies = std::move(found.copies);
  add_sources(std::move(found.sources), loaded.found.sources);
}

} // namespace migcheck
