// The one table of commands and options. Help, the manual page and the
// completions are printed from what it says, and the command line is read by
// it.
#pragma once

#include "cli/options.hpp"
#include "diagnostic/error.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// One option or positional argument as its option object tells it.
struct OptionInfo {
  std::string long_name;  // "format"; of a positional "PATH"
  std::string short_name; // "q", "" = none
  std::string value;      // "FMT[=FILE]", "" = a flag
  std::vector<std::string> choices;
  std::string description; // one sentence, no dot
  bool repeatable = false;
};

struct Example {
  std::string_view line; // "migcheck check --format sarif=out.sarif"
  std::string_view what;
};

struct CommandInfo {
  CommandId id;
  std::string_view name;
  std::string_view summary; // one line, no dot
  std::string_view usage;   // "migcheck lists [OPTION...] [PATH]"
  std::string_view details; // a paragraph for its help, may be empty
  std::span<const Example> examples;
};

std::span<const CommandInfo> all_commands();
const CommandInfo& command_info(CommandId id);

// Null for a word that is no command.
const CommandInfo* find_command(std::string_view name);

// The positional arguments, then the options, of one command, in the order of
// its help.
struct CommandOptions {
  std::vector<OptionInfo> positionals;
  std::vector<OptionInfo> options;
};

CommandOptions describe(CommandId id);

// What the arguments of one command hold, as text, by the option's long name
// or the positional's name. A flag that is given has one empty value.
struct RawValue {
  std::string name;
  std::vector<std::string> values;
};

Result<std::vector<RawValue>>
read_raw(CommandId id, const std::vector<std::string>& arguments);

} // namespace migcheck
