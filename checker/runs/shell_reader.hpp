// The reader behind read_shell: one object for each script, substitutions and
// nested scripts included. shell_reader.cpp follows commands, shell_values.cpp
// knows variables and loops, shell_functions.cpp what functions are called
// with.
#pragma once

#include "runs/commands.hpp"
#include "runs/expansion.hpp"
#include "runs/shell.hpp"
#include "runs/stream.hpp"
#include "runs/tools.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

class ShellReader {
 public:
  // `start` must outlive it.
  ShellReader(const ShellStart& start, std::vector<NamedUse>& uses);

  ShellReader(const ShellReader&) = delete;
  ShellReader& operator=(const ShellReader&) = delete;

  void run(const Script& script);

  void run_words(std::vector<Word> words);

 private:
  // A command whose words are known.
  struct Given {
    std::vector<Word> words;
    std::vector<Word> inputs;   // behind `<`
    std::vector<Word> included; // by its here documents
    Span place;                 // none: that of the first word
  };

  // Of a script within `outer`: it sees its variables and its folder.
  ShellReader(const ShellReader& outer, std::vector<NamedUse>& uses);

  // --- commands
  Stream run_command(const RawCommand& command, Stream in);
  Stream run_plain(const RawCommand& command, Stream in);
  Stream run_simple(
      const RawCommand& command,
      std::size_t first,
      std::string_view name,
      Stream in);
  Stream run_expanded(Given given, Stream in);
  void run_tool(Given given, const Stream& in);
  bool run_nested();
  void run_xargs(const Stream& in, Span place);
  bool run_find(Span place);
  std::vector<Word> settled(std::vector<Word> words) const;
  void note_copies();

  // --- functions
  struct Function {
    std::size_t begin = 0;   // the first command of its body
    std::size_t end = 0;     // the `}`
    std::size_t skipped = 0; // words of the first command
  };

  std::size_t note_function(const RawCommand& command);
  bool may_call(const Function& function) const;
  bool call_function(const std::string& name, Span place);
  void run_body(const Function& function);
  void set_parameters(std::vector<Word> arguments);
  void shift_parameters();
  bool add_arguments(const RawWord& raw, std::vector<Word>& words) const;

  // --- words
  Word expand(const RawWord& raw);
  void add_words(const RawWord& raw, std::vector<Word>& words);
  std::vector<Word>
  expand_all(const std::vector<RawWord>& raw, std::size_t from);
  std::string_view raw_text(const RawCommand& command, std::size_t i) const;
  std::size_t first_word(const RawCommand& command) const;

  // --- values
  Word substitute(const Script& command);
  Word value_of_command(const ShellReader& inner, Word unknown) const;
  bool read_variables(
      const RawCommand& command,
      std::size_t first,
      std::string_view name,
      const Stream& in);
  Stream stream_of_loop();
  void find_loops();
  Stream stream_of(const Script& script);
  void begin_loop(const RawCommand& command, std::size_t first);
  void declare(const RawWord& raw);
  void
  assign(const RawWord& raw, std::map<std::string, std::string>& environment);
  Word array(const Script& inner);

  const ShellStart& start_;
  std::vector<NamedUse>& uses_;
  std::string folder_;
  unsigned depth_ = 0;
  const Script* script_ = nullptr;
  const std::vector<RawCommand>* commands_ = nullptr;
  // Per command: the `done` that ends the loop around what follows it; the
  // number of commands where none does. Made when first asked for.
  std::vector<std::size_t> loop_ends_;
  std::map<std::size_t, Stream> loop_inputs_; // by their `done`
  std::size_t at_ = 0;
  Variables variables_;
  std::map<std::string, std::string> exported_;
  CommandEnvironment environment_;
  std::vector<std::string> outer_; // working directories around subshells
  std::size_t groups_ = 0;         // subshells that are open
  std::map<std::string, Function, std::less<>> functions_;
  std::vector<Word> arguments_; // of the call that is open
  Span call_;                   // where it stands: the outermost
  unsigned calls_ = 0;          // that are open
  std::vector<Word> words_;     // of the last command
  Stream last_;
  Stream loose_;        // what a loop's body has written last
  bool copies_ = false; // the loop's files were copied somewhere
};

// Scripts within scripts are followed so deep.
inline constexpr unsigned deepest_script = 4;

bool is_assignment(const RawWord& word);

// The command from its word number `count` on.
RawCommand without_words(RawCommand command, std::size_t count);

} // namespace migcheck::runs
