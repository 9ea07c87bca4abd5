// `cat`: the SQL that makes a new database.
#include "cli/chosen_directories.hpp"
#include "cli/command.hpp"
#include "cli/notices.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "model/new_database.hpp"
#include "report/analysed_files.hpp"
#include "report/up_sql.hpp"
#include "schema/needed_migrations.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

class CatRun {
 public:
  CatRun(
      const Environment& environment,
      const Workspace& workspace,
      const LoadedProject& loaded)
      : environment_(environment), workspace_(workspace), loaded_(loaded),
        files_(analysed_files(loaded.project, {})) {}

  // Nothing is printed unless all of it can be.
  int run(
      const MigrationDirectory& directory,
      const std::vector<std::size_t>& migrations) {
    std::string sql;
    for (const std::size_t i : migrations) {
      add(directory.migrations[i], sql);
    }
    if (!incomplete_.empty()) {
      say_what_is_missing(environment_, incomplete_);
      return exit_failed;
    }
    return print_raw(environment_, sql) ? exit_clean
                                        : output_failed(environment_);
  }

 private:
  void add(const Migration& migration, std::string& sql) {
    if (!migration.file.sql || migration.file.utf16) {
      incomplete_.push_back({migration.path, "is not SQL that can be shown"});
      return;
    }
    const ReadRequest request = {
        .path = migration.path, .limit = loaded_.config.limits.file};
    std::string text;
    if (read_again(*workspace_.reader, files_, request, text) != Reread::same) {
      incomplete_.push_back(changed_file(migration.path));
      return;
    }
    sql += sql.empty() ? "" : "\n";
    sql += up_sql(text, migration.file);
  }

  const Environment& environment_;
  const Workspace& workspace_;
  const LoadedProject& loaded_;
  AnalysedFiles files_;
  std::vector<Incomplete> incomplete_;
};

// What is to be printed, of all that a new database gets.
Result<std::vector<std::size_t>> chosen_migrations(
    const Project& project,
    const MigrationDirectory& directory,
    const std::vector<std::string>& tables) {
  const std::vector<std::size_t> all = applied_to_new_database(directory);
  if (tables.empty()) {
    return all;
  }
  const auto needed = schema::needed_migrations(project, directory, tables);
  if (!needed) {
    return tl::unexpected(needed.error());
  }
  std::vector<std::size_t> both;
  std::set_intersection(
      all.begin(),
      all.end(),
      needed->begin(),
      needed->end(),
      std::back_inserter(both));
  return both;
}

} // namespace

int run_cat_command(const Environment& environment, const Options& options) {
  const auto opened = open_project(
      environment,
      options,
      {.scripts =
           options.tables.empty() ? WithScripts::none : WithScripts::all});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const LoadedProject& loaded = *opened->loaded;
  if (!loaded.incomplete.empty()) {
    say_what_is_missing(environment, loaded.incomplete);
    return exit_failed;
  }
  const auto chosen =
      chosen_directory(environment, options, opened->workspace, loaded.project);
  if (!chosen) {
    complain(environment, chosen.error().message);
    return exit_failed;
  }
  const MigrationDirectory& directory = loaded.project.directories[*chosen];
  const auto migrations =
      chosen_migrations(loaded.project, directory, options.tables);
  if (!migrations) {
    complain(environment, "--tables: " + migrations.error().message);
    return exit_failed;
  }
  return CatRun(environment, opened->workspace, loaded)
      .run(directory, *migrations);
}

} // namespace migcheck
