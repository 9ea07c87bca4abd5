// The program, read from top to bottom: files, directories, migrations,
// lockfiles, lists, rules, suppressions, report. Data goes down, never back.
#include "pipeline.hpp"

#include "check/runner.hpp"
#include "diagnostic/engine_rules.hpp"
#include "sql/load.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <set>

namespace migcheck {
namespace {

// One thing that keeps the check from being complete: a finding where it has
// a file, and a line on standard error.
void mark_incomplete(
    LoadedProject& loaded,
    const RuleInfo& rule,
    const std::string& path,
    const std::string& message) {
  loaded.incomplete.push_back({path, message});
  Diagnostic& added = loaded.diagnostics.emplace_back();
  added.rule = &rule;
  added.severity = rule.severity;
  added.location = {path, {}};
  added.message = message;
  added.identity = {path};
}

// A failed read is a finding at the file, and the check is incomplete.
void report_unread(
    LoadedProject& loaded, const std::string& path, ReadFailure failure) {
  const RuleInfo& rule = failure == ReadFailure::too_large
                             ? engine::limit_reached
                             : engine::unreadable_file;
  mark_incomplete(
      loaded,
      rule,
      path,
      "cannot be read: " + std::string(read_failure_text(failure)));
}

void report_file_list_problems(LoadedProject& loaded) {
  for (const FileListProblem& problem : loaded.files.problems()) {
    if (problem.incomplete) {
      mark_incomplete(
          loaded, engine::unreadable_file, problem.path, problem.message);
    }
  }
}

// The files of a directory may have been written a minute ago: git's index
// does not know them yet.
Result<void> discover(const FileReader& reader, LoadedProject& loaded) {
  loaded.files.add_untracked(
      reader, candidate_directories(loaded.files, loaded.config), true);
  auto found = find_directories(loaded.files, reader, loaded.config);
  if (!found) {
    return tl::unexpected<Error>(found.error());
  }
  loaded.discovered = std::move(*found);
  loaded.project.directories = std::move(loaded.discovered.directories);
  return {};
}

void report_sql_file(LoadedProject& loaded, const SqlFile& file) {
  if (file.failure != ReadFailure::none) {
    report_unread(loaded, file.path, file.failure);
  }
  if (file.statement_too_long) {
    mark_incomplete(
        loaded,
        engine::limit_reached,
        file.path,
        "a statement is longer than limits.statement and was not analysed");
  }
}

void load_sql(const FileReader& reader, LoadedProject& loaded, unsigned jobs) {
  load_migrations(
      reader, loaded.project.directories, loaded.config.limits, jobs);
  for (const MigrationDirectory& directory : loaded.project.directories) {
    for (const auto* group : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *group) {
        report_sql_file(loaded, migration.file);
        report_sql_file(loaded, migration.down_file);
      }
    }
  }
}

void load_lockfiles(const FileReader& reader, LoadedProject& loaded) {
  std::string buffer;
  for (const MigrationDirectory& directory : loaded.project.directories) {
    Lockfile lockfile;
    lockfile.path = directory.lock_path;
    ReadRequest request;
    request.path = directory.lock_path;
    request.limit = loaded.config.limits.lockfile;
    const ReadFailure failure = reader.read(request, buffer);
    if (failure == ReadFailure::none) {
      lockfile = parse_lockfile(buffer, directory.lock_path);
      lockfile.present = true;
    } else if (failure != ReadFailure::missing) {
      lockfile.failure = failure;
      report_unread(loaded, directory.lock_path, failure);
    }
    loaded.project.lockfiles.push_back(std::move(lockfile));
  }
}

std::vector<std::string>
directories_of(const std::vector<MigrationList>& lists) {
  std::set<std::string> directories;
  for (const MigrationList& list : lists) {
    const std::size_t slash = list.path.rfind('/');
    directories.insert(
        slash == std::string::npos ? "." : list.path.substr(0, slash));
  }
  return {directories.begin(), directories.end()};
}

// Lists stand in directories whose untracked files matter too: when there are
// such files, everything is looked at once more.
void load_lists(
    const FileReader& reader, LoadedProject& loaded, unsigned jobs) {
  const auto& directories = loaded.project.directories;
  loaded.found =
      find_lists(reader, loaded.files, directories, loaded.config, jobs);
  const std::size_t before = loaded.files.files().size();
  loaded.files.add_untracked(reader, directories_of(loaded.found.lists), false);
  if (loaded.files.files().size() != before) {
    loaded.found =
        find_lists(reader, loaded.files, directories, loaded.config, jobs);
  }
  for (const UnreadSource& unread : loaded.found.unread) {
    report_unread(loaded, unread.path, unread.failure);
  }
  loaded.project.lists = std::move(loaded.found.lists);
}

std::size_t count_migrations(const Project& project) {
  std::size_t count = 0;
  for (const MigrationDirectory& directory : project.directories) {
    count += directory.migrations.size();
  }
  return count;
}

} // namespace

Result<std::unique_ptr<LoadedProject>> load_project(
    const FileReader& reader, CheckOptions options, WithLists with_lists) {
  auto loaded = std::make_unique<LoadedProject>();
  loaded->config = std::move(options.config);

  // Which files there are: git's index, or a walk.
  auto files = list_files(reader, options.files);
  if (!files) {
    return tl::unexpected<Error>(files.error());
  }
  loaded->files = std::move(*files);

  // Which of them are migrations, of which runner, in which order.
  if (auto done = discover(reader, *loaded); !done) {
    return tl::unexpected<Error>(done.error());
  }

  // From here on directories and migrations stay where they are.
  loaded->project.config = &loaded->config;
  loaded->project.today = options.today;
  loaded->project.git = loaded->files.in_git();

  // Each migration is read once: digests and statements stay, text goes.
  load_sql(reader, *loaded, options.jobs);
  load_lockfiles(reader, *loaded);

  // Every other file is searched for migration names.
  if (with_lists == WithLists::yes) {
    load_lists(reader, *loaded, options.jobs);
  }
  report_file_list_problems(*loaded);
  return loaded;
}

} // namespace migcheck
