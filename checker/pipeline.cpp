// The program, read from top to bottom: files, directories, migrations,
// lockfiles, lists, rules, suppressions, report. Data goes down, never back.
#include "pipeline.hpp"

#include "base_pass.hpp"
#include "check/runner.hpp"
#include "check/suppressions.hpp"
#include "config/name_pattern.hpp"
#include "diagnostic/engine_rules.hpp"
#include "discover/deleted_migrations.hpp"
#include "discover/git_attributes.hpp"
#include "journal_pass.hpp"
#include "known_pass.hpp"
#include "load_lists.hpp"
#include "load_schema_facts.hpp"
#include "missing_parts.hpp"
#include "model/drifts.hpp"
#include "on_base_pass.hpp"
#include "report/build_findings.hpp"
#include "schema/contract_gaps.hpp"
#include "sql/load.hpp"
#include "text/printable.hpp"
#include "wanted_statements.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// The second look at a project needs the index once more.
FileListOptions file_list_options(const CheckOptions& options) {
  FileListOptions files = options.files;
  files.keep_index = options.base && options.at_commit;
  return files;
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

void leave_out_digests(const FileReader& reader, LoadedProject& loaded) {
  for (MigrationDirectory& directory : loaded.project.directories) {
    const bool locked = reader.kind(directory.lock_path) != FileKind::unknown;
    directory.digests = locked ? Digests::yes : Digests::no;
  }
}

void load_sql(
    const FileReader& reader, LoadedProject& loaded, const LoadOptions& how) {
  loaded.plain = load_migrations(
      reader, loaded.project.directories, loaded.config.limits, how);
  for (MigrationDirectory& directory : loaded.project.directories) {
    forget_deleted(loaded.files, directory);
  }
  report_unread_migrations(loaded);
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

// The project's own naming convention. A pattern that gives up is an error of
// the check, never "does not fit".
Result<void>
match_names(const DirectoryConfig& config, MigrationDirectory& directory) {
  auto pattern = NamePattern::compile(config.name_pattern);
  for (Migration& migration : directory.migrations) {
    auto fits = pattern ? pattern->matches(migration.entry)
                        : Result<bool>(tl::unexpected(pattern.error()));
    if (!fits) {
      return fail(
          config.name_location.path + ": the name pattern of " +
          quoted(directory.path) + " against " + quoted(migration.entry) +
          ": " + fits.error().message);
    }
    migration.fits_pattern = *fits;
  }
  return {};
}

void match_all_names(LoadedProject& loaded) {
  for (MigrationDirectory& directory : loaded.project.directories) {
    if (directory.config == nullptr || directory.config->name_pattern.empty()) {
      continue;
    }
    if (auto done = match_names(*directory.config, directory); !done) {
      mark_incomplete(
          loaded,
          engine::limit_reached,
          directory.config->name_location.path,
          done.error().message);
    }
  }
}

// What .gitattributes says of a directory's files: the loosest of them.
void load_attributes(const FileReader& reader, LoadedProject& loaded) {
  GitAttributes attributes(reader, loaded.files.repository());
  for (const MigrationDirectory& directory : loaded.project.directories) {
    TextAttribute loosest = TextAttribute::fixed;
    for (const Migration& migration : directory.migrations) {
      loosest = std::min(loosest, attributes.text(migration.path));
    }
    loaded.project.attributes.push_back(loosest);
  }
}

// A check that saw no migration has checked nothing: say so, at the file that
// can be mended. Where errors already name the files that were skipped, they
// are the reason, and one is enough.
void report_nothing_checked(
    const std::vector<Diagnostic>& found, LoadedProject& loaded) {
  const bool explained =
      std::any_of(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::error;
      });
  const Drifts* drifts = loaded.project.drifts.get();
  if (count_migrations(loaded.project) > 0 || !loaded.incomplete.empty() ||
      explained || (drifts != nullptr && drifts->compared > 0)) {
    return;
  }
  Diagnostic& added = loaded.diagnostics.emplace_back();
  added.rule = &engine::nothing_checked;
  added.severity = engine::nothing_checked.severity;
  added.location = {loaded.config.path.empty() ? "." : loaded.config.path, {}};
  added.message =
      loaded.project.directories.empty()
          ? "no migration directory was found"
          : "every file of the migration directories was skipped by its name";
  added.help = "name the directory in migcheck.toml under [[directory]] with "
               "its `path` and `layout`; `migcheck migrations` shows what was "
               "seen and why it was left out";
}

std::vector<Suppression> all_suppressions(const LoadedProject& loaded) {
  std::vector<Suppression> all;
  const auto add = [&all](const std::vector<Suppression>& some) {
    all.insert(all.end(), some.begin(), some.end());
  };
  for (const MigrationDirectory& directory : loaded.project.directories) {
    for (const auto* group : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *group) {
        add(migration.file.suppressions);
        add(migration.down_file->suppressions);
      }
    }
  }
  for (const ListSource& source : loaded.found.sources) {
    add(source.suppressions);
  }
  return all;
}

// What the selected rules look at.
LoadParts parts_for_rules(const CheckOptions& options) {
  LoadParts parts = {.lists = options.count_lists, .all_digests = false};
  const ActiveRules wanted(options.selection, options.config);
  parts.contract = !options.config.contract.empty() &&
                   any_rule_needs(wanted, Needs::contract);
  if (any_rule_needs(wanted, Needs::statements) || parts.contract) {
    parts.scripts = WithScripts::all;
  } else if (
      any_rule_needs(wanted, Needs::declared_statements) ||
      any_rule_needs(wanted, Needs::partition_ends) ||
      any_rule_needs(wanted, Needs::unknown_roles)) {
    parts.scripts = WithScripts::where_declared;
  }
  parts.listed_scripts = any_rule_needs(wanted, Needs::listed_statements);
  parts.copies = any_rule_needs(wanted, Needs::copies);
  parts.partition_ends = any_rule_needs(wanted, Needs::partition_ends);
  parts.unknown_roles = any_rule_needs(wanted, Needs::unknown_roles);
  parts.journals = any_rule_needs(wanted, Needs::journals);
  parts.lists = parts.lists || parts.listed_scripts || parts.copies ||
                any_rule_needs(wanted, Needs::lists);
  return parts;
}

// With a base the same files are perhaps looked at once more: what was silent
// is noted even where nothing is remembered from one check to the next.
const lists::SilentFiles*
silence_for(const CheckOptions& options, const Project& project) {
  static const lists::SilentFiles nothing;
  const bool twice = project.base != nullptr || options.scan_before != nullptr;
  return options.silent == nullptr && twice ? &nothing : options.silent;
}

// Those of the second look at the project, if there is to be one.
std::vector<const MigrationDirectory*>
directories_after(const CheckOptions& options, const Project& project) {
  std::vector<const MigrationDirectory*> after;
  if (project.base != nullptr && options.at_commit) {
    for (const BaseDirectory& base : project.base->directories) {
      after.push_back(&base.merge_base.directory);
    }
  }
  return after;
}

// Without migrations there is nothing to copy.
lists::WithTables
tables_to_find(const LoadedProject& loaded, const LoadParts& parts) {
  return parts.copies && count_migrations(loaded.project) > 0
             ? lists::WithTables::yes
             : lists::WithTables::no;
}

lists::ScanOptions scan_options(
    const CheckOptions& options,
    const LoadedProject& loaded,
    const LoadParts& parts) {
  return {
      .jobs = options.jobs,
      .silent = silence_for(options, loaded.project),
      .before = options.scan_before,
      .after = directories_after(options, loaded.project),
      .tables = tables_to_find(loaded, parts)};
}

// What rules ask of the schema that the migrations make.
void load_schema_facts(
    const FileReader& reader,
    LoadedProject& loaded,
    const LoadParts& parts,
    unsigned jobs) {
  Project& project = loaded.project;
  if (parts.contract) {
    project.contract_gaps = schema::find_contract_gaps(project);
  }
  if (parts.partition_ends) {
    load_partition_ends(reader, loaded.files, jobs, project);
  }
  if (parts.unknown_roles) {
    load_unknown_roles(reader, loaded.files, jobs, project);
  }
}

} // namespace

Result<std::unique_ptr<LoadedProject>> load_project(
    const FileReader& reader, CheckOptions options, const LoadParts& parts) {
  auto loaded = std::make_unique<LoadedProject>();
  loaded->config = std::move(options.config);

  // Which files there are: git's index, or a walk.
  auto files = list_files(reader, file_list_options(options));
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

  // The commits that the branch is compared with, if any.
  BasePass base(reader, options, *loaded);

  // Each migration is read once: digests and statements stay, text goes.
  if (!parts.all_digests) {
    leave_out_digests(reader, *loaded);
  }
  const LoadOptions how{options.jobs, options.plain, options.files_before};
  load_sql(reader, *loaded, how);
  load_lockfiles(reader, *loaded);
  base.compare();
  tell_all_novelty(loaded->project);
  if (parts.scripts != WithScripts::none) {
    load_statements(reader, how, parts.scripts, *loaded);
  }
  load_schema_facts(reader, *loaded, parts, options.jobs);

  // Every other file is searched for migration names.
  if (parts.lists) {
    load_lists(reader, base, *loaded, scan_options(options, *loaded, parts));
  }
  if (parts.listed_scripts) {
    load_listed_statements(reader, how, *loaded);
  }
  if (parts.copies) {
    load_copies(reader, how, *loaded);
  }
  if (parts.journals) {
    load_drifts(reader, options, base, *loaded);
  }
  match_all_names(*loaded);
  report_file_list_problems(*loaded);
  return loaded;
}

Result<FoundInProject>
find_in_project(const FileReader& reader, const CheckOptions& options) {
  FoundInProject result;
  auto loaded = load_project(reader, options, parts_for_rules(options));
  if (!loaded) {
    return tl::unexpected<Error>(loaded.error());
  }
  result.loaded = std::move(*loaded);
  LoadedProject& all = *result.loaded;
  const ActiveRules active(options.selection, all.config);

  // Attributes are read only where a rule asks for them.
  if (any_rule_needs(active, Needs::attributes)) {
    load_attributes(reader, all);
  }

  // The rules are pure: same project, same findings.
  std::vector<Diagnostic> diagnostics =
      run_rules(all.project, active, options.jobs);
  report_nothing_checked(diagnostics, all);
  for (Diagnostic& early : all.diagnostics) {
    if (active.enabled(*early.rule)) {
      early.severity = active.level(*early.rule, early.severity);
      diagnostics.push_back(std::move(early));
    }
  }

  // What the user has allowed is taken out; what no longer needs to be is
  // said.
  result.found = apply_suppressions(
      std::move(diagnostics),
      all_suppressions(all),
      all.config,
      active,
      all.incomplete.empty() ? Complete::yes : Complete::no);
  return result;
}

Result<CheckResult>
run_check(const FileReader& reader, const CheckOptions& options) {
  CheckResult result;
  auto checked = find_in_project(reader, options);
  if (!checked) {
    return tl::unexpected<Error>(checked.error());
  }
  result.loaded = std::move(checked->loaded);
  LoadedProject& all = *result.loaded;
  Suppressed& kept = checked->found;

  // So is what is accepted for now, and what the branch has not brought.
  Report& report = result.report;
  result.known = accept_known_findings(options, all, kept);
  report.summary.on_base = leave_to_base(options, all, kept);
  // Places become lines: only files that findings name are read again.
  report.complete = all.incomplete.empty();
  report.version = options.version;
  report.root = options.shown_root;
  report.prefix = all.files.prefix();
  report.fail_on = options.fail_on;
  report.line_hashes = options.line_hashes;
  report.project = &all.project;
  report.incomplete = all.incomplete;
  report.summary.migrations = count_migrations(all.project);
  report.summary.lists = all.project.lists.size();
  report.summary.files_scanned = all.found.files_scanned;
  add_findings(
      reader,
      analysed_files(all.project, all.found.sources),
      all.config.limits,
      std::move(kept),
      report);
  report.exit_code = exit_code(report);
  return result;
}

} // namespace migcheck
