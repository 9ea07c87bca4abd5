#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t indent = 29;

// `  -q, --quiet` or `      --format FMT[=FILE]`
std::string left_side(const OptionInfo& option) {
  const std::string short_name =
      option.short_name.empty() ? "    " : "-" + option.short_name + ", ";
  const std::string value = option.value.empty() ? "" : " " + option.value;
  return fmt::format("  {}--{}{}", short_name, option.long_name, value);
}

std::string row(const std::string& left, const std::string& right) {
  const bool fits = left.size() + 2 <= indent;
  return fmt::format(
      "{}{}{}\n",
      left,
      fits ? std::string(indent - left.size(), ' ')
           : "\n" + std::string(indent, ' '),
      wrapped(right, indent));
}

std::string described(const OptionInfo& option) {
  std::string text = option.description;
  if (!option.choices.empty()) {
    text += fmt::format(": {}", fmt::join(option.choices, ", "));
  }
  return text;
}

std::string option_rows(CommandId id) {
  const CommandOptions described_options = describe(id);
  std::string text = "\nArguments and options:\n";
  for (const OptionInfo& positional : described_options.positionals) {
    text += row("  " + positional.long_name, described(positional));
  }
  for (const OptionInfo& option : described_options.options) {
    text += row(left_side(option), described(option));
  }
  return text;
}

std::string example_rows(const CommandInfo& command) {
  std::string text = "\nExamples:\n";
  for (const Example& example : command.examples) {
    text += fmt::format("  {}\n      {}\n", example.line, example.what);
  }
  return text;
}

constexpr std::string_view exit_codes =
    "\nExit status: 0 nothing found, 1 findings, 2 the check could not be\n"
    "done or is not complete, 3 a bug in migcheck.\n";

} // namespace

std::string
wrapped(std::string_view text, std::size_t indent_width, std::size_t width) {
  std::string out;
  std::size_t column = indent_width;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? "" : text.substr(blank + 1);
    if (!out.empty() && column + 1 + word.size() > width) {
      out += "\n" + std::string(indent_width, ' ');
      column = indent_width;
    } else if (!out.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

std::string command_help(CommandId id) {
  const CommandInfo& command = command_info(id);
  std::string text = fmt::format(
      "migcheck {}: {}\n\nUsage: {}\n",
      command.name,
      command.summary,
      command.usage);
  if (!command.details.empty()) {
    text += "\n" + wrapped(command.details, 0) + "\n";
  }
  text += option_rows(id) + example_rows(command);
  return id == CommandId::check || id == CommandId::lock
             ? text + std::string(exit_codes)
             : text;
}

std::string general_help() {
  std::string text =
      "migcheck keeps SQL migration directories, and the lists, lockfiles and "
      "headers\nthat name their files, in step.\n\n"
      "Usage: migcheck [COMMAND] [OPTION...] [PATH]\n\nCommands:\n";
  for (const CommandInfo& command : all_commands()) {
    text += fmt::format("  {:<13}{}\n", command.name, command.summary);
  }
  text += "\n`migcheck COMMAND --help` shows the options of a command; these "
          "are of `check`,\nwhich runs when no command is named.\n";
  const CommandInfo& check = command_info(CommandId::check);
  return text + option_rows(CommandId::check) + example_rows(check) +
         std::string(exit_codes);
}

} // namespace migcheck
