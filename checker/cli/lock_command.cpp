// Plans the lockfile of every directory, and writes them all or none.
#include "cli/command.hpp"
#include "cli/lock_objections.hpp"
#include "cli/notices.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "lock/plan.hpp"
#include "text/line_index.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

// One directory's lockfile: as it is, and as it is to be.
struct Planned {
  std::string bytes; // of the file, when `current.present`
  Lockfile current;
  LockPlan plan;
};

class LockRun {
 public:
  LockRun(
      const Environment& environment,
      const Options& options,
      const Workspace& workspace,
      const Project& project)
      : environment_(environment), options_(options), workspace_(workspace),
        project_(project) {}

  int run();

 private:
  Planned plan(const MigrationDirectory& directory);
  LockRequest request(const MigrationDirectory& directory) const;
  std::string amended_path() const;
  bool report_refusals();
  std::string place(const LockRefusal& refusal, const Planned& planned) const;
  int write_all();
  int print_changes() const;

  const Environment& environment_;
  const Options& options_;
  const Workspace& workspace_;
  const Project& project_;
  std::vector<Planned> planned_;
};

// As typed it may be a name in the lockfile; a path that leads to a migration
// is one from the root.
std::string LockRun::amended_path() const {
  std::string path = root_path(environment_, workspace_, options_.amend);
  for (const MigrationDirectory& directory : project_.directories) {
    for (const Migration& migration : directory.migrations) {
      if (migration.path == path) {
        return path;
      }
    }
  }
  return options_.amend;
}

LockRequest LockRun::request(const MigrationDirectory& directory) const {
  LockRequest made;
  made.amend = options_.amend.empty() ? "" : amended_path();
  made.reason = options_.reason;
  made.force = options_.force;
  made.objections = lock_objections(project_, directory);
  return made;
}

// The bytes are read here, so that what is planned from is what must still be
// there when the plan is written.
Planned LockRun::plan(const MigrationDirectory& directory) {
  Planned planned;
  ReadRequest request_file;
  request_file.path = directory.lock_path;
  request_file.limit = workspace_.config.limits.lockfile;
  const ReadFailure failure =
      workspace_.reader->read(request_file, planned.bytes);
  if (failure == ReadFailure::none) {
    planned.current = parse_lockfile(planned.bytes, directory.lock_path);
    planned.current.present = true;
  } else {
    planned.current.failure = failure;
  }
  planned.current.path = directory.lock_path;
  planned.plan = plan_lock(directory, planned.current, request(directory));
  return planned;
}

std::string
LockRun::place(const LockRefusal& refusal, const Planned& planned) const {
  Position at;
  if (refusal.path == planned.current.path) {
    at = LineIndex(planned.bytes).position(refusal.span.begin);
  }
  return fmt::format(
      "{}{}:{}:{}",
      printable(workspace_.working_prefix),
      printable(refusal.path),
      at.line,
      at.column);
}

// True when anything stands against writing.
bool LockRun::report_refusals() {
  std::string text;
  bool amended = false;
  for (const Planned& planned : planned_) {
    amended = amended || planned.plan.amended;
    for (const LockRefusal& refusal : planned.plan.refusals) {
      text += fmt::format(
          "{}: error: {}\n", place(refusal, planned), refusal.message);
      text += refusal.help.empty() ? "" : "  help: " + refusal.help + "\n";
    }
  }
  if (!options_.amend.empty() && !amended) {
    text += "--amend: no lockfile holds " + quoted(options_.amend) + "\n";
  }
  complain(environment_, text);
  return !text.empty();
}

int LockRun::write_all() {
  const auto writer = environment_.writer(workspace_.root);
  for (const Planned& planned : planned_) {
    if (planned.plan.changes.empty()) {
      continue;
    }
    WriteGuard guard;
    guard.expected = planned.current.present ? &planned.bytes : nullptr;
    const auto written = writer->replace(
        planned.plan.next.path, format_lockfile(planned.plan.next), guard);
    if (!written) {
      complain(environment_, written.error().message);
      return exit_failed;
    }
  }
  return exit_clean;
}

// What was done, or with --check what is to be done.
int LockRun::print_changes() const {
  std::string text;
  for (const Planned& planned : planned_) {
    const std::string path =
        printable(workspace_.working_prefix + planned.plan.next.path);
    for (const LockChange& change : planned.plan.changes) {
      text += fmt::format(
          "{}: {}{} {}\n",
          path,
          options_.check_only ? "not yet " : "",
          change_name(change.kind),
          change.entry.empty() ? "every line" : printable(change.entry));
    }
    if (planned.plan.up_to_date()) {
      text += path + ": up to date\n";
    }
  }
  return print_lines(environment_, text) ? exit_clean
                                         : output_failed(environment_);
}

int LockRun::run() {
  for (const MigrationDirectory& directory : project_.directories) {
    planned_.push_back(plan(directory));
  }
  if (planned_.empty()) {
    complain(environment_, "no migration directory was found");
    return exit_failed;
  }
  const bool refused = report_refusals();
  if (options_.check_only) {
    const bool differs =
        std::any_of(planned_.begin(), planned_.end(), [](const Planned& one) {
          return !one.plan.up_to_date();
        });
    const int printed = print_changes();
    return printed != exit_clean ? printed
           : differs             ? exit_findings
                                 : exit_clean;
  }
  if (refused) {
    complain(environment_, "nothing was written");
    return exit_failed;
  }
  const int written = write_all();
  return written == exit_clean ? print_changes() : written;
}

} // namespace

int run_lock_command(const Environment& environment, const Options& options) {
  const auto opened = open_project(environment, options, {});
  if (!opened) {
    complain(environment, opened.error().message);
    return exit_failed;
  }
  const LoadedProject& loaded = *opened->loaded;
  if (!loaded.incomplete.empty()) {
    say_what_is_missing(environment, loaded.incomplete);
    return exit_failed;
  }
  return LockRun(environment, options, opened->workspace, loaded.project).run();
}

} // namespace migcheck
