#include "cli/options.hpp"

#include "cli/option_conflicts.hpp"
#include "cli/option_table.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace migcheck {
namespace {

constexpr unsigned most_jobs = 512;

// The first error is kept, the rest is read on.
class Reader {
 public:
  Reader(CommandId id, std::vector<RawValue> raw) : raw_(std::move(raw)) {
    options_.command = id;
  }

  Result<Options> read();

 private:
  void read_outputs();
  void read_selection();
  void read_severity(const std::string& text);
  void read_numbers();
  void check_combinations();
  void check_outputs();

  void wrong(std::string message) {
    if (error_.empty()) {
      error_ = std::move(message);
    }
  }

  bool given(std::string_view name) const { return find(name) != nullptr; }

  const std::vector<std::string>* find(std::string_view name) const;
  std::string last(std::string_view name) const;
  std::vector<std::string> parts(std::string_view name) const;
  std::string choice(std::string_view name, std::string fallback);
  const std::vector<std::string>& choices(std::string_view name);
  const CommandOptions& described();

  std::optional<CommandOptions> described_; // once it is asked for
  std::vector<RawValue> raw_;
  Options options_;
  std::string error_;
};

const std::vector<std::string>* Reader::find(std::string_view name) const {
  for (const RawValue& value : raw_) {
    if (value.name == name) {
      return &value.values;
    }
  }
  return nullptr;
}

std::string Reader::last(std::string_view name) const {
  const auto* values = find(name);
  return values == nullptr || values->empty() ? "" : values->back();
}

// All values of an option, each split at its commas.
std::vector<std::string> Reader::parts(std::string_view name) const {
  std::vector<std::string> found;
  const auto* values = find(name);
  for (const std::string& value :
       values == nullptr ? std::vector<std::string>() : *values) {
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      if (comma != 0) {
        found.emplace_back(rest.substr(0, comma));
      }
      rest = comma == std::string_view::npos ? "" : rest.substr(comma + 1);
    }
  }
  return found;
}

const CommandOptions& Reader::described() {
  if (!described_) {
    described_ = describe(options_.command);
  }
  return *described_;
}

const std::vector<std::string>& Reader::choices(std::string_view name) {
  static const std::vector<std::string> none;
  for (const auto* group : {&described().options, &described().positionals}) {
    for (const OptionInfo& option : *group) {
      if (option.long_name == name) {
        return option.choices;
      }
    }
  }
  return none;
}

std::string not_a_choice(
    std::string_view what,
    const std::string& text,
    const std::vector<std::string>& choices) {
  const std::vector<std::string_view> views(choices.begin(), choices.end());
  return fmt::format(
      "{} {} is not one of {}{}",
      what,
      quoted(text),
      quoted_list(choices, choices.size()),
      did_you_mean(text, views));
}

std::string Reader::choice(std::string_view name, std::string fallback) {
  if (!given(name)) {
    return fallback;
  }
  std::string text = last(name);
  const auto& words = choices(name);
  if (std::find(words.begin(), words.end(), text) != words.end()) {
    return text;
  }
  const bool positional = name == "SHELL";
  wrong(not_a_choice(
      positional ? "shell" : fmt::format("--{}:", name), text, words));
  return fallback;
}

void Reader::read_outputs() {
  const auto* formats = find("format");
  if (formats == nullptr) {
    options_.outputs = {{"text", ""}};
    return;
  }
  for (const std::string& text : *formats) {
    const std::size_t equals = text.find('=');
    Output output = {text.substr(0, equals), ""};
    const auto& words = choices("format");
    if (std::find(words.begin(), words.end(), output.format) == words.end()) {
      wrong(not_a_choice("--format:", output.format, words));
    }
    if (equals != std::string::npos) {
      output.file = text.substr(equals + 1);
      if (output.file.empty()) {
        wrong("--format: " + quoted(text) + " names no file");
      }
    }
    options_.outputs.push_back(std::move(output));
  }
  check_outputs();
}

void Reader::check_outputs() {
  std::set<std::string> files;
  for (const Output& output : options_.outputs) {
    if (files.insert(output.file).second) {
      continue;
    }
    wrong(
        output.file.empty()
            ? "--format: only one report can go to standard output, give the "
              "others a file: --format FMT=FILE"
            : "--format: two reports go to " + quoted(output.file));
  }
}

void Reader::read_severity(const std::string& text) {
  const std::size_t equals = text.find('=');
  const auto level = equals == std::string::npos
                         ? std::nullopt
                         : severity_from(text.substr(equals + 1));
  if (!level || equals == 0) {
    wrong(
        "--severity: " + quoted(text) +
        " is not RULE=LEVEL with error, warning, note or off");
    return;
  }
  options_.selection.severity.emplace_back(text.substr(0, equals), *level);
}

void Reader::read_selection() {
  options_.selection.select = parts("select");
  options_.selection.ignore = parts("ignore");
  for (const std::string& text : parts("severity")) {
    read_severity(text);
  }
  for (const std::string_view name : {"select", "ignore", "severity"}) {
    if (given(name) && parts(name).empty()) {
      wrong(fmt::format("--{}: no rule is named", name));
    }
  }
  if (const auto known = check_names(options_.selection); !known) {
    const std::string& message = known.error().message;
    wrong(message.substr(0, message.find('\n')));
  }
  options_.selection.strict = choice("profile", "default") == "strict";
  const std::string level = choice("fail-on", "error");
  options_.fail_on = level == "never" ? Severity::off : *severity_from(level);
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = end == digits.data() + digits.size();
  return error == std::errc() && whole && !digits.starts_with('-')
             ? std::optional(value)
             : std::nullopt;
}

void Reader::read_numbers() {
  if (given("jobs")) {
    const auto jobs = number(last("jobs"));
    if (!jobs || *jobs < 1 || *jobs > static_cast<int>(most_jobs)) {
      wrong(fmt::format(
          "--jobs: {} is not a number from 1 to {}",
          quoted(last("jobs")),
          most_jobs));
    } else {
      options_.jobs = static_cast<unsigned>(*jobs);
    }
  }
  if (given("today")) {
    options_.today = read_day(last("today"));
    if (!options_.today) {
      wrong("--today: " + quoted(last("today")) + " is not a day YYYY-MM-DD");
    }
  }
}

void Reader::check_combinations() {
  const auto is_given = [this](std::string_view name) { return given(name); };
  if (std::string conflict = first_conflict(options_, is_given);
      !conflict.empty()) {
    wrong(std::move(conflict));
  }
  const bool word_due = options_.command == CommandId::explain ||
                        options_.command == CommandId::completions;
  const bool file_due = options_.command == CommandId::statements;
  if ((word_due && options_.word.empty()) ||
      (file_due && options_.file.empty())) {
    wrong(described().positionals.front().long_name + " is missing");
  }
}

Result<Options> Reader::read() {
  options_.help = given("help");
  options_.version = given("version");
  if (options_.help || options_.version) {
    return options_;
  }
  if (given("PATH")) {
    options_.path = last("PATH");
  }
  options_.word = given("RULE") ? last("RULE") : choice("SHELL", "");
  options_.file = last("FILE");
  options_.dialect = dialect_from(choice("dialect", ""));
  options_.layout = layout_from(choice("layout", ""));
  options_.config_file = last("config");
  options_.directory = last("directory");
  options_.tables = parts("tables");
  options_.git_tracked = given("git-tracked");
  options_.staged = given("staged");
  options_.rev = last("rev");
  options_.no_cache = given("no-cache");
  options_.base = last("base");
  options_.no_base = given("no-base");
  options_.history = last("history");
  options_.release_base = last("release-base");
  options_.against = last("against");
  options_.known = last("known");
  options_.write_known = given("write-known");
  options_.replaces = last("replaces");
  options_.sarif_category = last("sarif-category");
  options_.statistics = given("statistics");
  options_.quiet = given("quiet");
  options_.verbose = given("verbose");
  options_.no_annotations = given("no-annotations");
  options_.check_only = given("check");
  options_.force = given("force");
  options_.reason = last("reason");
  options_.hook = given("hook");
  options_.amend = last("amend");
  const std::string flavor = choice("junit-flavor", "jenkins");
  options_.junit_flavor = flavor == "ant"        ? JUnitFlavor::ant
                          : flavor == "extended" ? JUnitFlavor::extended
                                                 : JUnitFlavor::jenkins;
  read_outputs();
  read_selection();
  read_numbers();
  check_combinations();
  if (!error_.empty()) {
    return fail(error_);
  }
  return options_;
}

// `migcheck --quiet lists`: the word would be taken for a path.
std::optional<std::string> misplaced_command(const Options& options) {
  if (!options.path || find_command(*options.path) == nullptr) {
    return std::nullopt;
  }
  return fmt::format(
      "the command comes first: migcheck {0} ...; for a directory of that "
      "name write ./{0}",
      *options.path);
}

} // namespace

Result<Options> parse_arguments(const std::vector<std::string>& arguments) {
  std::vector<std::string> rest = arguments;
  const CommandInfo* command =
      rest.empty() ? nullptr : find_command(rest.front());
  if (command != nullptr) {
    rest.erase(rest.begin());
  }
  const CommandId id = command == nullptr ? CommandId::check : command->id;
  auto raw = read_raw(id, rest);
  if (!raw) {
    return tl::unexpected(raw.error());
  }
  auto options = Reader(id, std::move(*raw)).read();
  if (options) {
    options->command_named = command != nullptr;
  }
  if (options && command == nullptr) {
    if (const auto misplaced = misplaced_command(*options)) {
      return fail(*misplaced);
    }
  }
  return options;
}

} // namespace migcheck
