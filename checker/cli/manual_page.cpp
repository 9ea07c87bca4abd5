#include "cli/help.hpp"
#include "cli/version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

// Text for roff: a backslash and a minus stand for themselves, and no line
// begins with a control character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

// Whole sentences in lines of at most 78 columns.
std::string paragraph(std::string_view text) {
  std::string out;
  const std::string lines = wrapped(text, 0, 70);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    out += roff(std::string_view(lines).substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  return out;
}

// An argument of a macro: in quotes, so that it is no macro itself.
std::string argument(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c == '"' ? "\\(dq" : roff(std::string_view(&c, 1));
  }
  return out + "\"";
}

// One word after `.Fl`: the first minus is the macro's own.
std::string flag(const OptionInfo& option) {
  const std::string value =
      option.value.empty() ? "" : " Ar " + argument(option.value);
  std::string text = ".It Fl ";
  if (!option.short_name.empty()) {
    text += roff(option.short_name) + " , Fl ";
  }
  return text + roff("-" + option.long_name) + value + "\n";
}

std::string sentence(const OptionInfo& option) {
  std::string text = option.description;
  if (!option.choices.empty()) {
    text += fmt::format(": {}", fmt::join(option.choices, ", "));
  }
  return paragraph(capitalised(text) + ".");
}

std::string options_of(CommandId id) {
  const CommandOptions described = describe(id);
  std::string text = ".Bl -tag -width Ds\n";
  for (const OptionInfo& positional : described.positionals) {
    text += ".It Ar " + positional.long_name + "\n" + sentence(positional);
  }
  for (const OptionInfo& option : described.options) {
    text += flag(option) + sentence(option);
  }
  return text + ".El\n";
}

// Each sentence begins a line.
std::string sentences(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find(". ");
    const std::size_t size =
        end == std::string_view::npos ? text.size() : end + 1;
    out += paragraph(text.substr(0, size));
    text.remove_prefix(std::min(text.size(), size + 1));
  }
  return out;
}

std::string synopsis() {
  std::string text = ".Sh SYNOPSIS\n";
  for (const CommandInfo& command : all_commands()) {
    text += ".Nm\n";
    const bool is_default = command.id == CommandId::check;
    text += fmt::format(".{}{}\n", is_default ? "Op Cm " : "Cm ", command.name);
    const CommandOptions described = describe(command.id);
    if (described.options.size() > 1) {
      text += ".Op Ar option ...\n";
    }
    for (const OptionInfo& positional : described.positionals) {
      const bool optional = positional.long_name == "PATH";
      text += fmt::format(
          ".{}Ar {}\n", optional ? "Op " : "", positional.long_name);
    }
  }
  return text;
}

std::string commands() {
  std::string text = ".Sh COMMANDS\n";
  for (const CommandInfo& command : all_commands()) {
    text += fmt::format(".Ss {}\n", command.name);
    text += paragraph(capitalised(command.summary) + ".");
    text += sentences(command.details);
    text += options_of(command.id);
  }
  return text;
}

std::string examples() {
  std::string text = ".Sh EXAMPLES\n.Bl -tag -width Ds\n";
  for (const CommandInfo& command : all_commands()) {
    for (const Example& example : command.examples) {
      text +=
          ".It Li " + argument(example.line) + "\n" + roff(example.what) + "\n";
    }
  }
  return text + ".El\n";
}

constexpr std::string_view closing = R"(.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev NO_COLOR
When it is set and not empty, no colour is used.
.It Ev MIGCHECK_NO_CACHE , CI
When one of them is set and not empty, a check remembers nothing, as with
.Fl \-no\-cache .
.It Ev GIT_DIR , GIT_INDEX_FILE
The repository and the index to read, as git sets them for hooks.
.It Ev GITHUB_ACTIONS , GITHUB_STEP_SUMMARY
When the first is
.Dq true ,
the text report also prints annotations, and writes the job summary to the file
that the second names.
.It Ev SOURCE_DATE_EPOCH
The time stamp of the
.Dq ant
flavour of junit.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa migcheck.toml
The configuration, in the project's root.
.It Pa migrations.lock
The lockfile of a migration directory, in it.
.It Pa ~/.cache/migcheck
Which files named nothing, so that the next check need not read them again;
below
.Ev XDG_CACHE_HOME
where that is set.
May be deleted at any time.
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
Every check that was asked for ran, and nothing at or above the fail level was
found.
.It 1
There are findings.
.It 2
The check could not be done, or is not complete.
.It 3
A bug in
.Nm .
.El
)";

} // namespace

std::string manual_page() {
  return fmt::format(
             ".Dd {}\n.Dt MIGCHECK 1\n.Os\n"
             ".Sh NAME\n.Nm migcheck\n"
             ".Nd check SQL migrations and the lists that name them\n",
             release_day()) +
         synopsis() +
         ".Sh DESCRIPTION\n.Nm\n"
         "keeps SQL migration directories, and the lists, lockfiles and "
         "headers that name\ntheir files, in step.\n"
         "It needs no database and no network, and changes nothing unless the "
         "command is\none that writes.\n" +
         commands() + std::string(closing) + examples();
}

} // namespace migcheck
