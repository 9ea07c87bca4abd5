// Functions are read where they stand, with arguments that nobody knows, and
// once more for each call that gives them some.
#include "runs/shell_reader.hpp"

#include <algorithm>
#include <utility>

namespace migcheck::runs {
namespace {

// Longer bodies are read in their place only.
constexpr std::size_t longest_body = 256;

constexpr unsigned deepest_call = 4;

// What reading one command again is worth.
constexpr std::size_t bytes_of_command = 64;

constexpr std::size_t most_parameters = 9;

bool is_parameter(char c) {
  return c == '@' || c == '*' || (c >= '1' && c <= '9');
}

bool uses_parameters(std::string_view text) {
  for (std::size_t at = text.find('$'); at < text.size();
       at = text.find('$', at + 1)) {
    const std::string_view name = text.substr(at + 1, 2);
    const std::size_t begin = name.starts_with('{') ? 1 : 0;
    if (begin < name.size() && is_parameter(name[begin])) {
      return true;
    }
  }
  return false;
}

} // namespace

RawCommand without_words(RawCommand command, std::size_t count) {
  command.words.erase(
      command.words.begin(),
      command.words.begin() + static_cast<std::ptrdiff_t>(count));
  return command;
}

// `name() {`, `function name {`, and those with the brace on the next line.
// Gives how many words of the command only say so.
std::size_t ShellReader::note_function(const RawCommand& command) {
  const std::vector<RawCommand>& commands = *commands_;
  const std::size_t first = first_word(command);
  const bool word = raw_text(command, first) == "function";
  const std::size_t named = first + (word ? 1 : 0);
  std::string_view name = raw_text(command, named);
  const bool brackets = name.ends_with("()");
  if (!word && !brackets) {
    return 0;
  }
  Function function{at_, at_ + 1, named + 2};
  const bool below = command.words.size() == named + 1;
  if (below) {
    function = {at_ + 1, at_ + 2, 0};
  }
  if (function.begin >= commands.size() ||
      raw_text(commands[function.begin], below ? 0 : named + 1) != "{") {
    return 0;
  }
  const std::size_t last = std::min(commands.size(), at_ + longest_body);
  for (std::size_t open = 1; function.end < last; ++function.end) {
    const std::string_view text = raw_text(commands[function.end], 0);
    open += text == "{" ? 1 : 0;
    if (text == "}" && --open == 0) {
      break;
    }
  }
  if (function.end >= last) {
    return 0;
  }
  name.remove_suffix(brackets ? 2 : 0);
  const Span body = {command.span.begin, commands[function.end].span.begin};
  if (uses_parameters(body.of(script_->text)) && !is_tool(name)) {
    functions_[std::string(name)] = function;
  }
  return function.skipped;
}

void ShellReader::run_body(const Function& function) {
  const std::size_t here = std::exchange(at_, function.begin);
  Stream out =
      run_command(without_words((*commands_)[at_], function.skipped), {});
  for (++at_; at_ < function.end; ++at_) {
    const RawCommand& command = (*commands_)[at_];
    out = run_command(command, command.piped ? std::move(out) : Stream{});
  }
  at_ = here;
}

// The body is read again, and the arguments are copied.
bool ShellReader::may_call(const Function& function) const {
  Allowance& allowance = *start_.allowance;
  const std::uint32_t begin = (*commands_)[function.begin].span.begin;
  const std::uint32_t end = (*commands_)[function.end].span.end;
  bool enough = allowance.take(
      end - begin + (function.end - function.begin) * bytes_of_command);
  for (const Word& word : words_) {
    enough = enough && allowance.take(word.text().size()) &&
             (!word.files || allowance.take(*word.files));
  }
  return enough;
}

// False for what is no function, or needs no arguments.
bool ShellReader::call_function(const std::string& name, Span place) {
  const auto found = functions_.find(name);
  if (found == functions_.end() || words_.size() < 2 ||
      calls_ == deepest_call) {
    return false;
  }
  const Function function = found->second;
  if (!may_call(function)) {
    return false;
  }
  if (calls_++ == 0) {
    call_ = place;
  }
  const std::vector<Word> outer = arguments_;
  set_parameters({words_.begin() + 1, words_.end()});
  run_body(function);
  set_parameters(outer);
  --calls_;
  return true;
}

void ShellReader::set_parameters(std::vector<Word> arguments) {
  arguments_ = std::move(arguments);
  const std::size_t count = arguments_.size();
  for (std::size_t i = 0; i < most_parameters; ++i) {
    const std::string name(1, static_cast<char>('1' + i));
    if (i < count) {
      variables_.set(name, arguments_[i]);
    } else {
      variables_.drop(name);
    }
  }
  for (const char* all : {"@", "*"}) {
    if (count == 1) {
      variables_.set(all, arguments_[0]);
    } else {
      variables_.drop(all);
    }
  }
}

// `shift`, and what takes away more: then nobody knows what is left.
void ShellReader::shift_parameters() {
  if (calls_ == 0 || arguments_.empty()) {
    return;
  }
  const bool one = words_.size() == 1;
  set_parameters(
      one ? std::vector<Word>(arguments_.begin() + 1, arguments_.end())
          : std::vector<Word>());
}

// `"$@"` as a whole word.
bool ShellReader::add_arguments(
    const RawWord& raw, std::vector<Word>& words) const {
  if (calls_ == 0 || raw.pieces.size() != 1) {
    return false;
  }
  const std::string_view text = raw.pieces[0].content.of(script_->text);
  const bool all = text == "$@" || text == "${@}" || text == "$*";
  if (!all || raw.pieces[0].kind == PieceKind::single) {
    return false;
  }
  words.insert(words.end(), arguments_.begin(), arguments_.end());
  return true;
}

} // namespace migcheck::runs
