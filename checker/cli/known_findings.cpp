#include "cli/known_findings.hpp"

#include "cli/streams.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

// Splits the absolute path.
void place(
    const Environment& environment,
    const std::string& typed,
    KnownInput& known) {
  const std::string whole = typed.starts_with('/')
                                ? typed
                                : environment.working_directory + "/" + typed;
  const std::size_t slash = whole.rfind('/');
  known.directory = slash == 0 ? "/" : whole.substr(0, slash);
  known.name = whole.substr(slash + 1);
  known.shown = printable(typed);
}

// Messages name the file as it was typed; findings as it lies in the project,
// where it does.
Result<void> parse(const std::string& typed, KnownInput& known) {
  const std::string path = known.file.path;
  auto parsed = parse_known(known.bytes, typed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  known.file = std::move(*parsed);
  known.file.path = path;
  for (KnownFinding& finding : known.file.findings) {
    finding.location.path = path;
  }
  return {};
}

std::vector<Identity> identities(const std::vector<KnownFinding>& findings) {
  std::vector<Identity> all;
  all.reserve(findings.size());
  for (const KnownFinding& known : findings) {
    all.push_back(known.identity);
  }
  std::sort(all.begin(), all.end());
  return all;
}

// How many of the first are not among the second.
std::size_t count_others(
    const std::vector<KnownFinding>& first,
    const std::vector<KnownFinding>& second) {
  const std::vector<Identity> these = identities(first);
  const std::vector<Identity> those = identities(second);
  std::vector<Identity> rest;
  std::set_difference(
      these.begin(),
      these.end(),
      those.begin(),
      those.end(),
      std::back_inserter(rest));
  return rest.size();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Result<KnownInput> read_known(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  KnownInput known;
  place(environment, options.known, known);
  const std::string inside = root_path(environment, workspace, options.known);
  known.file.path = inside.empty() ? options.known : inside;
  ReadRequest request;
  request.path = known.name;
  request.limit = workspace.config.limits.lockfile;
  const bool stored = reads_from_git(options) && !inside.empty();
  if (stored) {
    request.path = inside;
  }
  const ReadFailure failure =
      known.name.empty() ? ReadFailure::not_regular
      : stored
          ? workspace.reader->read(request, known.bytes)
          : environment.reader(known.directory)->read(request, known.bytes);
  if (failure == ReadFailure::missing && options.write_known) {
    return known;
  }
  if (failure == ReadFailure::missing) {
    return fail(
        known.shown + ": there is no such file of known findings; "
                      "`--write-known` makes it");
  }
  if (failure != ReadFailure::none) {
    return fail(fmt::format(
        "{}: the known findings cannot be read: {}",
        known.shown,
        read_failure_text(failure)));
  }
  known.present = true;
  if (auto done = parse(options.known, known); !done) {
    return tl::unexpected(done.error());
  }
  return known;
}

Result<KnownInput> write_known(
    const Environment& environment,
    const Options& options,
    const KnownInput& known,
    std::vector<KnownFinding> next) {
  for (KnownFinding& finding : next) {
    if (is_blank(finding.reason)) {
      finding.reason = options.reason;
    }
  }
  const std::size_t added = count_others(next, known.file.findings);
  const std::size_t dropped = count_others(known.file.findings, next);
  const std::size_t count = next.size();
  KnownInput written = known;
  written.present = true;
  written.bytes = format_known(std::move(next));
  if (!known.present || written.bytes != known.bytes) {
    WriteGuard guard;
    guard.expected = known.present ? &known.bytes : nullptr;
    const auto done = environment.writer(known.directory)
                          ->replace(known.name, written.bytes, guard);
    if (!done) {
      return tl::unexpected(done.error());
    }
  }
  if (auto done = parse(options.known, written); !done) {
    return tl::unexpected(done.error());
  }
  if (!options.quiet) {
    complain(
        environment,
        fmt::format(
            "{}: {} known finding{}, {} new, {} dropped",
            written.shown,
            count,
            count == 1 ? "" : "s",
            added,
            dropped));
  }
  return written;
}

} // namespace migcheck
