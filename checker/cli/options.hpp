// The command line, read and typed. What there is to say on it stands in the
// option table (cli/option_table).
#pragma once

#include "check/selection.hpp"
#include "diagnostic/error.hpp"
#include "model/project.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

enum class CommandId : std::uint8_t {
  check,
  migrations,
  lists,
  schema,
  graph,
  cat,
  lock,
  statements,
  init,
  explain,
  rules,
  completions,
  man
};

// One `--format FMT[=FILE]`.
struct Output {
  std::string format;
  std::string file; // "" = standard output
};

// Flags that a command does not have stay as they are here.
struct Options {
  CommandId command = CommandId::check;
  bool command_named = false; // not by default
  bool help = false;
  bool version = false;
  std::optional<std::string> path; // PATH as typed
  std::string word;                // RULE of explain, SHELL of completions
  std::string file;                // FILE of statements, as typed
  std::optional<Dialect> dialect;  // of FILE
  std::optional<LayoutId> layout;  // of FILE
  std::vector<Output> outputs;     // at least one
  std::string config_file;         // "" = migcheck.toml of the root, if any
  std::string directory;           // --directory, as typed; "" = all
  Selection selection;
  Severity fail_on = Severity::error;
  unsigned jobs = 0;
  std::optional<Day> today;
  std::vector<std::string> tables; // cat --tables; empty: all
  bool git_tracked = false;
  bool staged = false; // what the index holds is read, not the disk
  std::string rev;     // what this commit holds is; "" = not given
  bool no_cache = false;
  std::string base;         // --base; "" = not given
  std::string replaces;     // --replaces; "" = not given
  bool no_base = false;     // whatever configuration and CI say
  std::string release_base; // --release-base; "" = not given
  std::string against;      // --against; "" = not given
  std::string history;      // --history, as typed; "" = none
  std::string known;        // --known, as typed; "" = not given
  bool write_known = false;
  JUnitFlavor junit_flavor = JUnitFlavor::jenkins;
  std::string sarif_category;
  bool statistics = false;
  bool quiet = false;
  bool verbose = false;
  bool no_annotations = false;
  bool check_only = false; // lock --check
  std::string amend;       // lock --amend, as typed; "" = none
  bool force = false;
  std::string reason;
  bool hook = false;
};

// The files are those of the index or of a commit.
inline bool reads_from_git(const Options& options) {
  return options.staged || !options.rev.empty();
}

// Reads the arguments, without the program's name. The error is a usage error:
// one sentence.
Result<Options> parse_arguments(const std::vector<std::string>& arguments);

} // namespace migcheck
