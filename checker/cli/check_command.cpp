// The check: load, check, write every report that was asked for.
#include "cli/asked_base.hpp"
#include "cli/command.hpp"
#include "cli/known_findings.hpp"
#include "cli/notices.hpp"
#include "cli/remembered.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/version.hpp"
#include "cli/workspace.hpp"
#include "stored/open_stored.hpp"
#include "text/printable.hpp"

#include <charconv>
#include <optional>

namespace migcheck {
namespace {

std::int64_t source_date_epoch(const Environment& environment) {
  const std::string text = environment.variable("SOURCE_DATE_EPOCH");
  std::int64_t seconds = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = end == text.data() + text.size();
  return error == std::errc() && whole && seconds >= 0 ? seconds : 0;
}

bool wants_colour(const Environment& environment) {
  return environment.terminal && environment.variable("NO_COLOR").empty() &&
         environment.variable("TERM") != "dumb";
}

ReportOptions report_options(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  ReportOptions made;
  made.detail = options.quiet     ? Detail::quiet
                : options.verbose ? Detail::verbose
                                  : Detail::normal;
  made.statistics = options.statistics;
  made.junit_flavor = options.junit_flavor;
  made.sarif_category = options.sarif_category;
  made.source_date_epoch = source_date_epoch(environment);
  made.working_prefix = workspace.working_prefix;
  made.repository_url = homepage();
  return made;
}

// What GitHub Actions shows besides the log.
void write_for_github(
    const Environment& environment,
    const Report& report,
    const ReportOptions& how,
    Delivery& delivery) {
  delivery.give({"github", ""}, write_report(report, Format::github, how));
  const std::string summary = environment.variable("GITHUB_STEP_SUMMARY");
  if (!summary.empty()) {
    delivery.append(summary, write_report(report, Format::markdown, how));
  }
}

void write_reports(
    const Environment& environment,
    const Options& options,
    const Report& report,
    const ReportOptions& how,
    Delivery& delivery) {
  const bool on_github = environment.variable("GITHUB_ACTIONS") == "true" &&
                         !options.no_annotations;
  for (const Output& output : options.outputs) {
    const Format format = *format_from(output.format);
    const bool to_stdout = output.file.empty();
    ReportOptions each = how;
    if (to_stdout && wants_colour(environment)) {
      each.colour = Colour::always;
    }
    delivery.give(output, write_report(report, format, each));
    if (format == Format::text && to_stdout && on_github) {
      write_for_github(environment, report, how, delivery);
    }
  }
}

// Findings that are accepted: nothing where no file is named.
Result<std::optional<KnownInput>> known_input(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  if (options.known.empty()) {
    return std::nullopt;
  }
  auto known = read_known(environment, options, workspace);
  if (!known) {
    return tl::unexpected(known.error());
  }
  return std::move(*known);
}

// With `--write-known` the check runs twice: for the file, and with it, so that
// what is said is what the next check says.
Result<CheckResult> run_with_known(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    std::optional<KnownInput>& known,
    CheckOptions how) {
  how.known = known ? &known->file : nullptr;
  auto result = run_check(*workspace.reader, how);
  if (!result || !options.write_known) {
    return result;
  }
  if (!result->report.complete) {
    complain(
        environment,
        known->shown + ": not written, for the check is not complete");
    return result;
  }
  auto written =
      write_known(environment, options, *known, std::move(result->known));
  if (!written) {
    return tl::unexpected(written.error());
  }
  known = std::move(*written);
  how.known = &known->file;
  return run_check(*workspace.reader, how);
}

// The table is read from disk, whatever is checked, and is no file of the
// project otherwise: what it names is no list.
Result<void> ask_for_history(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    CheckOptions& how) {
  if (options.history.empty()) {
    return {};
  }
  how.history = root_path(environment, workspace, options.history);
  if (how.history.empty()) {
    return fail(
        "--history: " + quoted(options.history) +
        " is not inside of the project");
  }
  ReadRequest request;
  request.path = how.history;
  request.limit = workspace.config.limits.file;
  const ReadFailure failure =
      environment.reader(workspace.root)->read(request, how.history_text);
  if (failure != ReadFailure::none) {
    return fail(
        printable(options.history) +
        ": cannot be read: " + std::string(read_failure_text(failure)));
  }
  if (how.history.find_first_of("*?[\\!") == std::string::npos) {
    how.files.exclude.push_back("/" + how.history);
  }
  return {};
}

OpenCommit open_commit(
    const Environment& environment,
    const std::string& root,
    const OpenObjects& objects) {
  return
      [&environment, root, objects](
          const std::string& commit, std::shared_ptr<const IndexFile> index) {
        ProjectOnDisk project = project_on_disk(environment, root);
        project.objects = objects;
        project.index = std::move(index);
        return files_of_commit(std::move(project), commit);
      };
}

// What is told besides the report.
void say_besides(
    const Environment& environment,
    const Options& options,
    const CheckResult& result) {
  if (options.verbose) {
    say_what_was_found(environment, *result.loaded);
  }
  if (!result.loaded->no_base.empty()) {
    complain(environment, result.loaded->no_base);
  }
  say_what_is_missing(environment, result.report.incomplete);
}

} // namespace

int run_check_command(const Environment& environment, const Options& options) {
  const auto workspace = open_workspace(environment, options);
  if (!workspace) {
    complain(environment, workspace.error().message);
    return exit_failed;
  }
  const Remembered remembered(environment, options, *workspace);
  CheckOptions how = check_options(environment, options, *workspace);
  how.silent = remembered.silent_files();
  how.plain = remembered.plain_files();
  auto base = asked_base(environment, options, workspace->config);
  if (!base) {
    complain(environment, base.error().message);
    return exit_failed;
  }
  how.base = std::move(*base);
  if (!options.rev.empty()) {
    how.head = options.rev;
  }
  if (how.base) {
    how.base->head = how.head;
  }
  how.release = options.release_base;
  how.against = options.against;
  how.objects = open_once(environment.objects);
  if (auto done = ask_for_history(environment, options, *workspace, how);
      !done) {
    complain(environment, done.error().message);
    return exit_failed;
  }
  how.at_commit = open_commit(environment, workspace->root, how.objects);
  auto known = known_input(environment, options, *workspace);
  if (!known) {
    complain(environment, known.error().message);
    return exit_failed;
  }
  auto result =
      run_with_known(environment, options, *workspace, *known, std::move(how));
  if (!result) {
    complain(environment, shown_error(*workspace, result.error()));
    return exit_failed;
  }
  say_besides(environment, options, *result);
  Delivery delivery(environment, workspace->root);
  write_reports(
      environment,
      options,
      result->report,
      report_options(environment, options, *workspace),
      delivery);
  remembered.keep(environment, *result);
  const int status = delivery.failed() ? exit_failed : result->report.exit_code;
  if (environment.leave) {
    environment.leave(std::move(result->loaded));
  }
  return status;
}

} // namespace migcheck
