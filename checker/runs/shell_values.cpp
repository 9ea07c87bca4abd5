#include "runs/shell_reader.hpp"

#include <algorithm>
#include <utility>

namespace migcheck::runs {
namespace {

// Cuts the word's text to a part of it.
void keep(Word& word, std::size_t begin, std::size_t end) {
  word.script = word.script.slice(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void set_text(Word& word, const std::string& text) {
  const std::uint32_t place =
      word.script.places.empty() ? 0 : word.script.places[0];
  word.script = {};
  word.script.add(text, place);
}

} // namespace

bool is_assignment(const RawWord& word) {
  return word.pieces.size() > 1 && word.pieces[0].kind == PieceKind::bare &&
         word.pieces[1].kind == PieceKind::assign;
}

Word ShellReader::substitute(const Script& command) {
  Word unknown;
  unknown.script.add(
      unknown_part, command.places.empty() ? 0 : command.places[0]);
  if (depth_ == deepest_script) {
    return unknown;
  }
  std::vector<NamedUse> ignored;
  ShellReader inner(*this, ignored);
  inner.run(command);
  return value_of_command(inner, std::move(unknown));
}

// What the last command of a substitution writes, where that can be told.
Word ShellReader::value_of_command(
    const ShellReader& inner, Word unknown) const {
  if (inner.last_.flow == Flow::names) {
    unknown.files = inner.last_.files;
    return unknown;
  }
  const std::vector<Word>& words = inner.words_;
  const std::string name = words.empty() ? "" : words[0].text();
  if (name == "pwd" && inner.folder_.find(unknown_part) == std::string::npos) {
    set_text(unknown, inner.folder_.empty() ? "." : inner.folder_);
    return unknown;
  }
  if (name == "git" && words.back().text() == "--show-toplevel") {
    set_text(unknown, std::string(1, root_part));
    return unknown;
  }
  if (words.size() < 2) {
    return unknown;
  }
  Word path =
      words[name == "readlink" || name == "realpath" ? words.size() - 1 : 1];
  const std::size_t slash = path.text().rfind('/');
  if (name == "basename") {
    path.derived = path.derived || path.files.has_value();
    keep(path, slash == std::string::npos ? 0 : slash + 1, path.text().size());
    return path;
  }
  if (name == "dirname" && !path.files && slash != std::string::npos) {
    keep(path, 0, slash);
    return path;
  }
  return name == "readlink" || name == "realpath" ? path : unknown;
}

// `read x` in a loop, `mapfile x`.
bool ShellReader::read_variables(
    const RawCommand& command,
    std::size_t first,
    std::string_view name,
    const Stream& in) {
  std::size_t verb = first;
  while (verb < command.words.size() && is_assignment(command.words[verb])) {
    ++verb; // IFS=
  }
  const bool reads = raw_text(command, verb) == "read";
  if (!reads && name != "mapfile" && name != "readarray") {
    return false;
  }
  const Stream source = reads && in.flow == Flow::none ? stream_of_loop() : in;
  Word value;
  value.script.add(unknown_part, script_->place(command.span).begin);
  if (source.flow == Flow::names) {
    value.files = source.files;
    copies_ = false;
  }
  variables_.set(
      std::string(raw_text(command, command.words.size() - 1)), value);
  return true;
}

// Backwards, so that each loop takes the nearest `done` that is left.
void ShellReader::find_loops() {
  const std::vector<RawCommand>& commands = *commands_;
  loop_ends_.resize(commands.size());
  std::vector<std::size_t> open;
  for (std::size_t i = commands.size(); i > 0; --i) {
    const RawCommand& command = commands[i - 1];
    loop_ends_[i - 1] = open.empty() ? commands.size() : open.back();
    const std::size_t first = first_word(command);
    const std::string_view name = raw_text(command, first);
    bool loops = name == "for" || name == "select";
    for (std::size_t word = 0; word < first; ++word) {
      const std::string_view text = raw_text(command, word);
      loops = loops || text == "while" || text == "until";
    }
    if (name == "done") {
      open.push_back(i - 1);
    } else if (loops && !open.empty()) {
      open.pop_back();
    }
  }
}

// What is behind `<` at the end of the loop that begins here.
Stream ShellReader::stream_of_loop() {
  if (loop_ends_.empty()) {
    find_loops();
  }
  const std::size_t end = loop_ends_[at_];
  if (end == commands_->size() || (*commands_)[end].processes.empty()) {
    return {};
  }
  const auto known = loop_inputs_.find(end);
  if (known != loop_inputs_.end()) {
    return start_.allowance->take(known->second.files) ? known->second
                                                       : Stream{};
  }
  const Span process = (*commands_)[end].processes[0];
  return loop_inputs_[end] = stream_of(script_->slice(process));
}

Stream ShellReader::stream_of(const Script& script) {
  if (depth_ == deepest_script) {
    return {};
  }
  std::vector<NamedUse> ignored;
  ShellReader inner(*this, ignored);
  inner.run(script);
  return inner.last_;
}

// `for x in …`.
void ShellReader::begin_loop(const RawCommand& command, std::size_t first) {
  copies_ = false;
  loose_ = {};
  const std::vector<Word> words = expand_all(command.words, first + 1);
  if (words.size() < 3 || words[1].text() != "in") {
    return;
  }
  Word value;
  value.files = files_of({words.begin() + 2, words.end()}, folder_);
  value.script.add(unknown_part, value.files->place.begin);
  variables_.set(words[0].text(), value);
}

void ShellReader::declare(const RawWord& raw) {
  if (is_assignment(raw)) {
    assign(raw, exported_);
  }
}

void ShellReader::assign(
    const RawWord& raw, std::map<std::string, std::string>& environment) {
  RawWord value = raw;
  value.pieces.erase(value.pieces.begin(), value.pieces.begin() + 2);
  const std::string name(raw.pieces[0].content.of(script_->text));
  const bool group =
      value.pieces.size() == 1 && value.pieces[0].kind == PieceKind::group;
  Word word =
      group ? array(script_->slice(value.pieces[0].content)) : expand(value);
  if (word.text().size() > longest_value) {
    word = {};
    word.script.add(unknown_part, 0);
  }
  environment[name] = word.text();
  variables_.set(name, std::move(word));
}

// `x=(a b c)`.
Word ShellReader::array(const Script& inner) {
  Word word;
  const Script* outer = std::exchange(script_, &inner);
  std::vector<Word> words;
  for (const RawCommand& command : split_commands(inner.text)) {
    const std::vector<Word> some = expand_all(command.words, 0);
    words.insert(words.end(), some.begin(), some.end());
  }
  script_ = outer;
  word.files = files_of(words, folder_);
  word.script.add(unknown_part, word.files->place.begin);
  return word;
}

void read_shell(
    const Script& script,
    const ShellStart& start,
    std::vector<NamedUse>& uses) {
  if (names_tool(script.text)) {
    ShellReader(start, uses).run(script);
  }
}

void read_words(
    std::vector<Word> words,
    const ShellStart& start,
    std::vector<NamedUse>& uses) {
  ShellReader(start, uses).run_words(std::move(words));
}

} // namespace migcheck::runs
