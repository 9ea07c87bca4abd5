// Options are CLI11's option objects, made for the one command that is asked
// for. Values are taken as text: what they must be is checked in
// cli/options.cpp, where the message can say more.
#include "cli/option_table.hpp"

#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace migcheck {
namespace {

constexpr std::string_view report_formats =
    "text|json|sarif|junit|github|gitlab|markdown";
constexpr std::string_view listing_formats = "text|json";
constexpr std::string_view schema_formats = "text|json|mermaid";
constexpr std::string_view graph_formats = "text|mermaid|dot|svg|html";
constexpr std::string_view rules_formats = "text|json|markdown";

class Table {
 public:
  explicit Table(CommandId id) {
    app_.set_help_flag();
    app_.allow_extras();
    add_command(id);
    flag("-h,--help", "print this help");
    if (id == CommandId::check) {
      flag("-V,--version", "print the version");
    }
  }

  CLI::App& app() { return app_; }

  // The values that were read, for the options that were given.
  std::vector<RawValue> values() const;

 private:
  void add_command(CommandId id);
  void add_project_options();
  void add_reading_options();
  void add_comparing_options();
  void add_check_options();
  void add_directory_option();
  void add_lock_options();
  void add_statements_options();

  void flag(const char* names, const char* description) {
    const std::string text = description;
    app_.add_flag(names, text);
  }

  CLI::Option*
  value(const char* names, const char* placeholder, const char* description);

  // Choices are kept in the option object, as the description of a check
  // that lets everything pass.
  static void choices(CLI::Option* option, std::string_view words) {
    option->check(CLI::Validator(std::string(words)));
  }

  void format(std::string_view formats) {
    choices(
        value(
            "--format",
            "FMT[=FILE]",
            "write this report, to FILE or standard output; may be repeated")
            ->take_all(),
        formats);
  }

  CLI::App app_;
  std::deque<std::vector<std::string>> storage_; // stable addresses
};

CLI::Option* Table::value(
    const char* names, const char* placeholder, const char* description) {
  CLI::Option* option =
      app_.add_option(names, storage_.emplace_back(), std::string(description));
  return option->type_name(placeholder)
      ->allow_extra_args(false)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void Table::add_command(CommandId id) {
  switch (id) {
  case CommandId::check:
    return add_check_options();
  case CommandId::migrations:
  case CommandId::lists:
    format(listing_formats);
    return add_reading_options();
  case CommandId::schema:
    format(schema_formats);
    add_directory_option();
    return add_reading_options();
  case CommandId::graph:
    format(graph_formats);
    add_directory_option();
    return add_reading_options();
  case CommandId::cat:
    value(
        "--tables",
        "TABLES",
        "only the migrations that these tables need: names separated by commas")
        ->take_all();
    add_directory_option();
    return add_reading_options();
  case CommandId::lock:
    return add_lock_options();
  case CommandId::statements:
    return add_statements_options();
  case CommandId::init:
    flag("--hook", "also make git run the check before every commit");
    return add_project_options();
  case CommandId::explain:
    value("RULE", "RULE", "the name of a rule");
    return;
  case CommandId::rules:
    return format(rules_formats);
  case CommandId::completions:
    choices(value("SHELL", "SHELL", "the shell"), "bash|zsh|fish");
    return;
  case CommandId::man:
    return;
  }
}

void Table::add_project_options() {
  value(
      "PATH",
      "PATH",
      "the project's root; by default the nearest directory upwards with "
      "migcheck.toml or .git, else the working directory");
  value("--config", "FILE", "read this configuration, not migcheck.toml");
  value("--jobs", "N", "use N threads; by default as many as are worth it");
  flag("--git-tracked", "look only at files that git tracks");
}

// For commands that only read.
void Table::add_reading_options() {
  add_project_options();
  flag(
      "--staged",
      "look at what the index holds, and so would be committed, not at what "
      "lies on disk");
  value(
      "--rev",
      "COMMIT",
      "look at what this commit holds, not at what lies on disk");
}

void Table::add_directory_option() {
  value(
      "--directory",
      "DIRECTORY",
      "show the migrations of this directory; needed where there are several");
}

void Table::add_comparing_options() {
  value(
      "--base",
      "REF",
      "compare with this commit of git: what the branch edited, and versions "
      "that are taken there; in a pull request on CI its target, by default");
  flag("--no-base", "compare with no base, on CI either");
  value(
      "--release-base",
      "TAG",
      "also compare with this release, whose migrations must stay as they are; "
      "latest: the tag with the highest version");
  value(
      "--against",
      "PATTERN",
      "look for versions that other branches give out too: those that were "
      "fetched and match, as \"origin/*\" does");
  value(
      "--replaces",
      "COMMIT",
      "for hooks: what a push replaces on the remote; the base where neither "
      "--base, the configuration nor the remote's default branch is one");
  value(
      "--history",
      "FILE",
      "compare with what a database has applied: its history table as CSV or "
      "JSON");
  value(
      "--known",
      "FILE",
      "accept the findings that FILE names, and report what it names in vain");
  flag(
      "--write-known",
      "first write FILE so that it accepts what is found; entries that are "
      "still needed keep their reasons");
  value("--reason", "TEXT", "why, for entries of FILE that give no reason");
}

void Table::add_check_options() {
  format(report_formats);
  add_reading_options();
  add_comparing_options();
  value(
      "--select",
      "RULES",
      "run only these rules: names, or beginnings that end in *, separated "
      "by commas")
      ->take_all();
  value("--ignore", "RULES", "do not run these rules")->take_all();
  value(
      "--severity",
      "RULE=LEVEL",
      "report a rule at this level: error, warning, note, off")
      ->take_all();
  choices(
      value(
          "--profile",
          "PROFILE",
          "which rules run by default; strict: the authoring rules too"),
      "default|strict");
  choices(
      value(
          "--fail-on", "LEVEL", "exit with 1 for findings from this level on"),
      "error|warning|note|never");
  flag(
      "--no-cache",
      "read every file, also those that a check before has found silent");
  value("--today", "YYYY-MM-DD", "take this day for today");
  choices(
      value("--junit-flavor", "FLAVOR", "for whom junit is written"),
      "jenkins|extended|ant");
  value("--sarif-category", "NAME", "the category of the sarif run");
  flag("--statistics", "end the text report with counts per rule");
  flag("-q,--quiet", "print nothing but findings");
  flag("-v,--verbose", "say more about what was found and left out");
  flag("--no-annotations", "on GitHub Actions: no annotations, no job summary");
}

void Table::add_lock_options() {
  flag("--check", "write nothing, only compare");
  value("--amend", "FILE", "record that this migration was edited on purpose");
  flag("--force", "record new migrations in spite of errors in them");
  value("--reason", "TEXT", "why, for --amend and --force");
  add_project_options();
  value("--today", "YYYY-MM-DD", "take this day for today");
}

void Table::add_statements_options() {
  value("FILE", "FILE", "a file of SQL");
  format(listing_formats);
  std::string layouts;
  for (const Layout& layout : all_layouts()) {
    layouts += layouts.empty() ? "" : "|";
    layouts += layout.name;
  }
  choices(
      value(
          "--dialect",
          "DIALECT",
          "the dialect of the file; by default as its text shows, else "
          "postgresql"),
      "postgresql|mysql|sqlite|clickhouse|tsql|ansi");
  choices(
      value(
          "--layout",
          "LAYOUT",
          "whose annotations tell Up from Down; by default those that are "
          "there"),
      layouts);
}

std::string name_of(const CLI::Option& option) {
  return option.get_lnames().empty() ? option.get_name(true)
                                     : option.get_lnames().front();
}

std::vector<RawValue> Table::values() const {
  std::vector<RawValue> found;
  for (const CLI::Option* option : app_.get_options()) {
    if (option->count() == 0) {
      continue;
    }
    const bool is_flag = option->get_items_expected_max() == 0;
    found.push_back(
        {name_of(*option),
         is_flag ? std::vector<std::string>{""} : option->reduced_results()});
  }
  return found;
}

OptionInfo info_of(const CLI::Option& option) {
  OptionInfo info;
  info.long_name = name_of(option);
  info.short_name =
      option.get_snames().empty() ? "" : option.get_snames().front();
  info.description = option.get_description();
  info.repeatable =
      option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  if (option.get_items_expected_max() == 0) {
    return info;
  }
  // `PLACEHOLDER:choice|choice`
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  info.value = type.substr(0, colon);
  std::string_view rest = colon == std::string::npos
                              ? ""
                              : std::string_view(type).substr(colon + 1);
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    info.choices.emplace_back(rest.substr(0, bar));
    rest = bar == std::string_view::npos ? "" : rest.substr(bar + 1);
  }
  return info;
}

// What is wrong with an argument that no option took.
std::string not_taken(const CLI::App& app, const std::string& argument) {
  if (!argument.starts_with('-') || argument == "-") {
    return "unexpected argument " + migcheck::quoted(argument);
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string name = argument.substr(0, argument.find('='));
  return "unknown option " + migcheck::quoted(name) + did_you_mean(name, views);
}

} // namespace

CommandOptions describe(CommandId id) {
  Table table(id);
  CommandOptions described;
  for (const CLI::Option* option : table.app().get_options()) {
    auto& group =
        option->get_positional() ? described.positionals : described.options;
    group.push_back(info_of(*option));
  }
  return described;
}

Result<std::vector<RawValue>>
read_raw(CommandId id, const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    return std::vector<RawValue>(); // the usual call needs no table
  }
  Table table(id);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    table.app().parse(reversed);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view what = error.what();
    return fail(printable(what.substr(0, what.find(':'))) + " needs a value");
  } catch (const CLI::Error& error) {
    return fail(printable(error.what()));
  }
  const std::vector<std::string> rest = table.app().remaining();
  for (const std::string& argument : rest) {
    if (argument != "--") {
      return fail(not_taken(table.app(), argument));
    }
  }
  return table.values();
}

} // namespace migcheck
