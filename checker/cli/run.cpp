#include "cli/run.hpp"

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/option_table.hpp"
#include "cli/streams.hpp"
#include "cli/version.hpp"

namespace migcheck {
namespace {

int print(const Environment& environment, std::string_view text) {
  return print_raw(environment, text) ? exit_clean : output_failed(environment);
}

int usage_error(const Environment& environment, const Error& error) {
  std::string command;
  if (!environment.arguments.empty() &&
      find_command(environment.arguments.front()) != nullptr) {
    command = environment.arguments.front() + " ";
  }
  complain(
      environment, error.message + "\nsee `migcheck " + command + "--help`");
  return exit_failed;
}

int run_command(const Environment& environment, const Options& options) {
  switch (options.command) {
  case CommandId::check:
    return run_check_command(environment, options);
  case CommandId::migrations:
    return run_migrations_command(environment, options);
  case CommandId::lists:
    return run_lists_command(environment, options);
  case CommandId::schema:
    return run_schema_command(environment, options);
  case CommandId::graph:
    return run_graph_command(environment, options);
  case CommandId::cat:
    return run_cat_command(environment, options);
  case CommandId::lock:
    return run_lock_command(environment, options);
  case CommandId::statements:
    return run_statements_command(environment, options);
  case CommandId::init:
    return run_init_command(environment, options);
  case CommandId::explain:
    return run_explain_command(environment, options);
  case CommandId::rules:
    return run_rules_command(environment, options);
  case CommandId::completions:
    return print(environment, completions(options.word));
  case CommandId::man:
    return print(environment, manual_page());
  }
  return exit_bug;
}

// Asked so often, and by scripts, that it is answered before anything is set
// up.
bool asks_for_version(const std::vector<std::string>& arguments) {
  return arguments.size() == 1 &&
         (arguments[0] == "--version" || arguments[0] == "-V");
}

} // namespace

int run(const Environment& environment) {
  if (asks_for_version(environment.arguments)) {
    return print(environment, version_text());
  }
  const Result<Options> options = parse_arguments(environment.arguments);
  if (!options) {
    return usage_error(environment, options.error());
  }
  if (options->version) {
    return print(environment, version_text());
  }
  if (options->help) {
    return print(
        environment,
        options->command_named ? command_help(options->command)
                               : general_help());
  }
  return run_command(environment, *options);
}

} // namespace migcheck
