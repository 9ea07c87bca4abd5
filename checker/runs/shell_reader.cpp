#include "runs/shell_reader.hpp"

#include "text/one_of.hpp"

#include <algorithm>
#include <array>

namespace migcheck::runs {
namespace {

constexpr std::array<std::string_view, 11> openers = {
    "if",
    "then",
    "elif",
    "else",
    "do",
    "while",
    "until",
    "!",
    "time",
    "{",
    "exec"};

// Groups that lie deeper do not have their folder back behind them.
constexpr std::size_t deepest_group = 1000;

constexpr std::array<std::string_view, 5> declarers = {
    "export", "local", "declare", "readonly", "typeset"};

} // namespace

ShellReader::ShellReader(const ShellStart& start, std::vector<NamedUse>& uses)
    : start_(start), uses_(uses), folder_(start.folder) {
  environment_.exported = &exported_;
  if (!start.script.empty()) {
    Word self;
    self.script.add(std::string(1, root_part) + '/' + start.script, 0);
    variables_.set("0", self);
    variables_.set("BASH_SOURCE", self);
  }
}

ShellReader::ShellReader(const ShellReader& outer, std::vector<NamedUse>& uses)
    : start_(outer.start_), uses_(uses), folder_(outer.folder_),
      depth_(outer.depth_ + 1) {
  environment_.exported = &exported_;
  variables_.look_in(outer.variables_);
}

void ShellReader::run(const Script& script) {
  const std::vector<RawCommand> commands = split_commands(script.text);
  script_ = &script;
  commands_ = &commands;
  for (at_ = 0; at_ < commands.size(); ++at_) {
    const bool reads = commands[at_].piped && at_ > 0;
    last_ = run_command(commands[at_], reads ? std::move(last_) : Stream{});
  }
  script_ = nullptr; // whoever asks for the result may outlive both
  commands_ = nullptr;
}

void ShellReader::run_words(std::vector<Word> words) {
  last_ = run_expanded({std::move(words), {}, {}, {}}, Stream{});
}

Word ShellReader::expand(const RawWord& raw) {
  const Substitute substitution = [this](const Script& command) {
    return substitute(command);
  };
  return expand_word(
      *script_, raw, {variables_, substitution, *start_.allowance});
}

// An unquoted variable may be several words.
void ShellReader::add_words(const RawWord& raw, std::vector<Word>& words) {
  if (add_arguments(raw, words)) {
    return;
  }
  Word word = expand(raw);
  const bool splits = !word.quoted && !word.files &&
                      word.text().find(' ') != std::string::npos &&
                      raw.pieces.size() == 1;
  if (!splits) {
    words.push_back(std::move(word));
    return;
  }
  const std::string& text = word.text();
  for (std::uint32_t at = 0; at < text.size();) {
    const std::size_t blank = text.find(' ', at);
    const auto end = static_cast<std::uint32_t>(
        blank == std::string::npos ? text.size() : blank);
    if (end > at) {
      words.emplace_back();
      words.back().script = word.script.slice({at, end});
    }
    at = end + 1;
  }
}

std::vector<Word>
ShellReader::expand_all(const std::vector<RawWord>& raw, std::size_t from) {
  std::vector<Word> words;
  for (std::size_t i = from; i < raw.size(); ++i) {
    add_words(raw[i], words);
  }
  return words;
}

std::string_view
ShellReader::raw_text(const RawCommand& command, std::size_t i) const {
  return i < command.words.size() ? command.words[i].span.of(script_->text)
                                  : std::string_view();
}

std::size_t ShellReader::first_word(const RawCommand& command) const {
  std::size_t first = 0;
  while (is_one_of(raw_text(command, first), openers)) {
    ++first;
  }
  return first;
}

Stream ShellReader::run_command(const RawCommand& command, Stream in) {
  if (command.opens) {
    ++groups_;
    if (outer_.size() < deepest_group) {
      outer_.push_back(folder_);
    }
    return {};
  }
  if (command.closes) {
    if (groups_ > 0 && groups_-- == outer_.size()) {
      folder_ = outer_.back();
      outer_.pop_back();
    }
    return loose_;
  }
  const std::size_t defines = note_function(command);
  return defines == 0
             ? run_plain(command, std::move(in))
             : run_plain(without_words(command, defines), std::move(in));
}

// Anything but brackets around a subshell.
Stream ShellReader::run_plain(const RawCommand& command, Stream in) {
  const std::size_t first = first_word(command);
  const std::string_view name = raw_text(command, first);
  if (name == "for" || name == "select") {
    begin_loop(command, first);
    return {};
  }
  if (name == "done" || name == "}" || name == "fi") {
    return loose_;
  }
  for (const Span process : command.processes) {
    in = stream_of(script_->slice(process));
  }
  if (read_variables(command, first, name, in)) {
    return {};
  }
  return run_simple(command, first, name, std::move(in));
}

// Assignments, and the command behind them.
Stream ShellReader::run_simple(
    const RawCommand& command,
    std::size_t first,
    std::string_view name,
    Stream in) {
  std::size_t body = first;
  environment_.own.clear();
  while (body < command.words.size() && is_assignment(command.words[body])) {
    assign(command.words[body], environment_.own);
    ++body;
  }
  if (body == command.words.size()) {
    for (auto& [variable, value] : environment_.own) {
      exported_[variable] = std::move(value);
    }
    return {};
  }
  if (is_one_of(name, declarers)) {
    for (std::size_t i = first; i < command.words.size(); ++i) {
      declare(command.words[i]);
    }
    return {};
  }
  return run_expanded(
      {expand_all(command.words, body),
       expand_all(command.inputs, 0),
       expand_all(command.included, 0),
       calls_ > 0 ? call_ : script_->place(command.span)},
      std::move(in));
}

Stream ShellReader::run_expanded(Given given, Stream in) {
  words_ = given.words;
  if (words_.empty()) {
    return {};
  }
  const std::string name = words_.front().text();
  if (name == "cd" || name == "pushd") {
    folder_ = words_.size() > 1 ? under(folder_, words_[1].text())
                                : std::string(1, unknown_part);
    if (folder_.size() > longest_value) {
      folder_ = unknown_part;
    }
    return {};
  }
  note_copies();
  if (given.place.end == 0) {
    const auto size = static_cast<std::uint32_t>(name.size());
    given.place = words_.front().script.place({0, size});
  }
  if (name == "shift") {
    shift_parameters();
    return {};
  }
  if (run_nested() ||
      (in.flow == Flow::none && call_function(name, given.place))) {
    return {};
  }
  if (name == "xargs" && in.flow == Flow::names) {
    run_xargs(in, given.place);
    return {};
  }
  if (name == "find" && run_find(given.place)) {
    return {};
  }
  const std::vector<Word> inputs = settled(given.inputs);
  const std::size_t before = uses_.size();
  run_tool(std::move(given), in);
  if (uses_.size() != before) {
    return {};
  }
  if (!inputs.empty() && in.flow == Flow::none) {
    in = {Flow::contents, files_of(inputs, folder_), true};
  }
  Stream out = filter_stream(settled(words_), std::move(in), folder_);
  if (out.flow == Flow::contents) {
    loose_ = start_.allowance->take(out.files) ? out : Stream{};
  }
  return out;
}

void ShellReader::run_tool(Given given, const Stream& in) {
  ToolCommand command;
  command.words = settled(std::move(given.words));
  command.inputs = settled(std::move(given.inputs));
  command.included = settled(std::move(given.included));
  command.in = &in;
  command.place = given.place;
  command.folder = folder_;
  command.mounts = &start_.mounts;
  command.environment = &environment_;
  read_tool(command, uses_);
}

// Names that were only derived from files mean them where the script has
// copied the files; else nobody knows what they are.
std::vector<Word> ShellReader::settled(std::vector<Word> words) const {
  for (Word& word : words) {
    if (word.derived && !copies_) {
      word.files.reset();
      word.script.add(unknown_part, 0);
    }
  }
  return words;
}

void ShellReader::note_copies() {
  bool copies = false;
  bool files = false;
  for (const Word& word : words_) {
    copies = copies || word.text() == "cp";
    files = files || (word.files && !word.derived);
  }
  copies_ = copies_ || (copies && files);
}

// `sh -c "script"`.
bool ShellReader::run_nested() {
  for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
    const std::string_view name = tool_name(words_[i].text());
    const std::string& option = words_[i + 1].text();
    const bool shell = name == "sh" || name == "bash" || name == "ash";
    if (!shell || !option.starts_with('-') || !option.ends_with('c')) {
      continue;
    }
    if (depth_ < deepest_script) {
      const Script script = words_[i + 2].script;
      ShellReader inner(*this, uses_);
      inner.run(script);
    }
    return true;
  }
  return false;
}

// The names that are piped in become words of the command.
void ShellReader::run_xargs(const Stream& in, Span place) {
  Word names;
  names.files = in.files;
  std::string mark;
  std::size_t i = 1;
  for (; i < words_.size() && words_[i].text().starts_with('-'); ++i) {
    const std::string& text = words_[i].text();
    const bool more = i + 1 < words_.size();
    if (text.starts_with("-I")) {
      mark = text.size() > 2 ? text.substr(2)
                             : (more ? words_[i + 1].text() : "{}");
    }
    i += text == "-n" || text == "-I" || text == "-P" || text == "-L" ? 1 : 0;
  }
  std::vector<Word> words;
  for (; i < words_.size(); ++i) {
    const bool here = !mark.empty() && words_[i].text() == mark;
    words.push_back(here ? names : words_[i]);
  }
  if (mark.empty()) {
    words.push_back(names);
  }
  run_tool({std::move(words), {}, {}, place}, {});
}

// `find … -exec command {} \;`.
bool ShellReader::run_find(Span place) {
  const auto exec =
      std::find_if(words_.begin(), words_.end(), [](const Word& word) {
        return word.text() == "-exec" || word.text() == "-execdir";
      });
  if (exec == words_.end()) {
    return false;
  }
  const Stream found = filter_stream(words_, {}, folder_);
  std::vector<Word> words(exec + 1, words_.end());
  for (Word& word : words) {
    if (word.text() == "{}" && found.flow == Flow::names) {
      word.files = found.files;
    }
  }
  run_tool({std::move(words), {}, {}, place}, {});
  return true;
}

} // namespace migcheck::runs
