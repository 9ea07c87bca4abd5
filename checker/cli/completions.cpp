// One script per shell, written from the option table. Rule names are those
// that this program knows.
#include "check/rule_table.hpp"
#include "cli/help.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

std::string words_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string rule_names() {
  std::vector<std::string> names;
  for (const RuleInfo* rule : all_rule_infos()) {
    names.emplace_back(rule->name);
  }
  return words_of(names);
}

std::string command_names() {
  std::vector<std::string> names;
  for (const CommandInfo& command : all_commands()) {
    names.emplace_back(command.name);
  }
  return words_of(names);
}

// What completes a value, by its placeholder.
enum class Source : std::uint8_t { choices, rules, files, folders, nothing };

Source source_of(const OptionInfo& option) {
  if (!option.choices.empty()) {
    return Source::choices;
  }
  if (option.value.starts_with("RULE")) {
    return Source::rules;
  }
  if (option.value == "FILE") {
    return Source::files;
  }
  return option.value == "PATH" ? Source::folders : Source::nothing;
}

std::string bash_source(const OptionInfo& option) {
  switch (source_of(option)) {
  case Source::choices:
    return fmt::format("_migcheck_words \"{}\"", words_of(option.choices));
  case Source::rules:
    return "_migcheck_words \"$rules\"";
  case Source::files:
    return "_migcheck_paths -f";
  case Source::folders:
    return "_migcheck_paths -d";
  case Source::nothing:
    return ":";
  }
  return ":";
}

std::string names_of(const OptionInfo& option) {
  return option.short_name.empty()
             ? "--" + option.long_name
             : fmt::format("-{} --{}", option.short_name, option.long_name);
}

std::string bash_command(const CommandInfo& command) {
  const CommandOptions described = describe(command.id);
  std::string values;
  std::string names;
  for (const OptionInfo& option : described.options) {
    names += (names.empty() ? "" : " ") + names_of(option);
    if (!option.value.empty()) {
      values += fmt::format(
          "        --{}) {}; return ;;\n",
          option.long_name,
          bash_source(option));
    }
  }
  std::string text = fmt::format("    {})\n", command.name);
  if (!values.empty()) {
    text += "      case $previous in\n" + values + "      esac\n";
  }
  text += fmt::format("      options=\"{}\"\n", names);
  for (const OptionInfo& positional : described.positionals) {
    text += fmt::format(
        "      [[ $current == -* ]] || {{ {}; }}\n", bash_source(positional));
  }
  return text + "      ;;\n";
}

std::string bash() {
  std::string text = fmt::format(
      R"(# bash completion of migcheck, printed by `migcheck completions bash`
_migcheck_words() {{
  local word
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen -W "$1" -- "$current")
}}

_migcheck_paths() {{
  local word
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen "$1" -- "$current")
}}

_migcheck() {{
  local current=${{COMP_WORDS[COMP_CWORD]}}
  local previous=${{COMP_WORDS[COMP_CWORD - 1]}}
  local commands="{}"
  local rules="{}"
  local options="" command=check
  COMPREPLY=()
  # `--format=json` comes as three words.
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $previous == "=" ]] && ((COMP_CWORD > 1)); then
    previous=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  if ((COMP_CWORD > 1)) && [[ " $commands " == *" ${{COMP_WORDS[1]}} "* ]]; then
    command=${{COMP_WORDS[1]}}
  fi
  if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
    _migcheck_words "$commands"
  fi
  case $command in
)",
      command_names(),
      rule_names());
  for (const CommandInfo& command : all_commands()) {
    text += bash_command(command);
  }
  return text + R"(  esac
  if [[ $current == -* ]]; then
    _migcheck_words "$options"
  fi
}

complete -F _migcheck migcheck
)";
}

// For a single-quoted word of zsh or fish.
std::string
escaped(std::string_view text, std::string_view special, std::string_view by) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += by;
      continue;
    }
    if (special.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string zsh_text(std::string_view text) {
  return escaped(text, "[]:\\", "'\\''");
}

std::string zsh_source(const OptionInfo& option) {
  switch (source_of(option)) {
  case Source::choices:
    return fmt::format("({})", words_of(option.choices));
  case Source::rules:
  case Source::nothing:
    return " ";
  case Source::files:
    return "_files";
  case Source::folders:
    return "_files -/";
  }
  return " ";
}

// `:WHAT:SOURCE`, and the quote that ends the word. Rule names come from a
// variable, which stands outside the single quotes.
std::string zsh_value(const OptionInfo& option) {
  const std::string what = zsh_text(option.value);
  return source_of(option) == Source::rules
             ? fmt::format(":{}:'\"($rules)\"", what)
             : fmt::format(":{}:{}'", what, zsh_source(option));
}

// One argument of _arguments.
std::string zsh_spec(const OptionInfo& option, const std::string& name) {
  const bool joined = !option.value.empty() && name.starts_with("--");
  return fmt::format(
      "      '{}{}{}[{}]{} \\\n",
      option.repeatable ? "*" : "",
      name,
      joined ? "=" : "",
      zsh_text(option.description),
      option.value.empty() ? "'" : zsh_value(option));
}

std::string zsh_command(const CommandInfo& command) {
  std::string text =
      fmt::format("    {})\n    _arguments -s \\\n", command.name);
  const CommandOptions described = describe(command.id);
  for (const OptionInfo& option : described.options) {
    if (!option.short_name.empty()) {
      text += zsh_spec(option, "-" + option.short_name);
    }
    text += zsh_spec(option, "--" + option.long_name);
  }
  for (const OptionInfo& positional : described.positionals) {
    text += "      '" + zsh_value(positional) + " \\\n";
  }
  return text + "      && return\n    ;;\n";
}

std::string zsh() {
  std::string text =
      "#compdef migcheck\n"
      "# zsh completion of migcheck, printed by `migcheck completions zsh`\n"
      "_migcheck() {\n  local command=check\n  local rules='" +
      rule_names() +
      "'\n  local -a commands\n"
      "  commands=(\n";
  for (const CommandInfo& command : all_commands()) {
    text +=
        fmt::format("    '{}:{}'\n", command.name, zsh_text(command.summary));
  }
  text += "  )\n"
          "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
          "    _describe command commands\n  fi\n"
          "  if (( CURRENT > 2 )) && "
          "(( ${commands[(I)$words[2]:*]} )); then\n"
          "    command=$words[2]\n"
          "    words=(migcheck \"${(@)words[3,-1]}\")\n"
          "    (( CURRENT-- ))\n  fi\n  case $command in\n";
  for (const CommandInfo& command : all_commands()) {
    text += zsh_command(command);
  }
  return text + "  esac\n}\n\ncompdef _migcheck migcheck\n";
}

std::string fish_text(std::string_view text) {
  return escaped(text, "\\", "\\'");
}

std::string fish_source(const OptionInfo& option) {
  switch (source_of(option)) {
  case Source::choices:
    return fmt::format(" -x -a '{}'", words_of(option.choices));
  case Source::rules:
    return " -x -a \"$rules\"";
  case Source::files:
    return " -r -F";
  case Source::folders:
    return " -x -a '(__fish_complete_directories)'";
  case Source::nothing:
    return " -x";
  }
  return "";
}

std::string fish_command(const CommandInfo& command) {
  const CommandOptions described = describe(command.id);
  const std::string start = fmt::format(
      "complete -c migcheck -n '__migcheck_command {}'", command.name);
  std::string text;
  for (const OptionInfo& option : described.options) {
    text += fmt::format(
        "{}{} -l {} -d '{}'{}\n",
        start,
        option.short_name.empty() ? "" : " -s " + option.short_name,
        option.long_name,
        fish_text(option.description),
        option.value.empty() ? "" : fish_source(option));
  }
  for (const OptionInfo& positional : described.positionals) {
    text += start + fish_source(positional) + "\n";
  }
  return text;
}

std::string fish() {
  std::string text = fmt::format(
      R"(# fish completion of migcheck, printed by `migcheck completions fish`
set -l commands {}
set -l rules '{}'

function __migcheck_command --inherit-variable commands
    set -l words (commandline -opc)
    set -l command check
    if set -q words[2]; and contains -- $words[2] $commands
        set command $words[2]
    end
    test "$command" = "$argv[1]"
end

function __migcheck_no_command
    set -l words (commandline -opc)
    not set -q words[2]
end

complete -c migcheck -f
)",
      command_names(),
      rule_names());
  for (const CommandInfo& command : all_commands()) {
    text += fmt::format(
        "complete -c migcheck -n __migcheck_no_command -a {} -d '{}'\n",
        command.name,
        fish_text(command.summary));
  }
  for (const CommandInfo& command : all_commands()) {
    text += fish_command(command);
  }
  return text;
}

} // namespace

std::string completions(std::string_view shell) {
  return shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish();
}

} // namespace migcheck
