#include "runs/unmigrated.hpp"

#include "lists/language.hpp"
#include "lists/paths.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace migcheck::runs {
namespace {

// Whoever applies migrations says one of these somewhere: libraries, commands
// and the usual names of folders.
constexpr std::array<std::string_view, 6> words = {
    "migrat", "goose", "dbmate", "flyway", "liquibase", "sqitch"};

// Layouts whose runner is started by hand or by code; others belong to a
// framework that finds them by itself.
bool is_started_by_name(LayoutId id) {
  return id == LayoutId::goose || id == LayoutId::golang_migrate ||
         id == LayoutId::dbmate || id == LayoutId::numbered ||
         id == LayoutId::timestamped;
}

// The project's only directory; null when it has several.
const MigrationDirectory* only_directory(const RunsInput& input) {
  const MigrationDirectory* only = nullptr;
  for (const MigrationDirectory& directory : input.directories) {
    if (only != nullptr || directory.archived) {
      return nullptr;
    }
    only = &directory;
  }
  const bool fits = only != nullptr && !only->migrations.empty() &&
                    only->code.empty() && only->path != "." &&
                    is_started_by_name(only->layout);
  return fits ? only : nullptr;
}

// The first database of the file that the service needs; null when it needs
// none.
const ComposeService* needed_database(
    const ComposeService& service,
    const std::unordered_map<std::string_view, const ComposeService*>&
        databases) {
  const ComposeService* first = nullptr;
  for (const std::string& need : service.needs) {
    const auto found = databases.find(need);
    if (found != databases.end() &&
        (first == nullptr || found->second < first)) {
      first = found->second;
    }
  }
  return first;
}

std::vector<UnmigratedService> waiting_services(
    const std::vector<ComposeFile>& files,
    const MigrationDirectory& directory) {
  std::vector<UnmigratedService> found;
  for (const ComposeFile& file : files) {
    std::unordered_map<std::string_view, const ComposeService*> databases;
    for (const ComposeService& service : file.services) {
      if (service.database) {
        databases.emplace(service.name, &service);
      }
    }
    for (const ComposeService& service : file.services) {
      const ComposeService* database =
          service.builds ? needed_database(service, databases) : nullptr;
      if (database != nullptr) {
        found.push_back(
            {file.path,
             service.key,
             service.name,
             database->key,
             database->name,
             &directory});
      }
    }
  }
  return found;
}

bool speaks_of_migrations(
    std::string_view text, const MigrationDirectory& directory) {
  return text.find(last_part(directory.path)) < text.size() ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return find_ignoring_case(text, word) < text.size();
         });
}

// The name of a folder or file may say it as well as a text: `migrate.go`.
bool any_file_speaks(
    const RunsInput& input, const MigrationDirectory& directory) {
  std::unordered_set<std::string_view> own;
  for (const Migration& migration : directory.migrations) {
    own.insert(migration.path);
    own.insert(migration.down);
  }
  std::string text;
  const auto& files = input.files.files();
  return std::any_of(files.begin(), files.end(), [&](const FileEntry& file) {
    const std::string_view path = file.path;
    if (own.count(path) != 0 || path.starts_with(directory.path + "/") ||
        (lists::language_of(path) == nullptr && !path.ends_with(".sql"))) {
      return false;
    }
    const ReadFailure failure = input.reader.read(
        {path, ReadCare::scan, input.config.limits.file, file.size}, text);
    return speaks_of_migrations(path, directory) ||
           failure != ReadFailure::none ||
           speaks_of_migrations(text, directory);
  });
}

} // namespace

std::vector<UnmigratedService> unmigrated_services(
    const std::vector<ComposeFile>& files,
    const std::vector<RunnerUse>& uses,
    const RunsInput& input) {
  const MigrationDirectory* directory = only_directory(input);
  if (directory == nullptr || !uses.empty() || !input.lists.empty()) {
    return {};
  }
  std::vector<UnmigratedService> found = waiting_services(files, *directory);
  if (!found.empty() && any_file_speaks(input, *directory)) {
    found.clear();
  }
  return found;
}

} // namespace migcheck::runs
