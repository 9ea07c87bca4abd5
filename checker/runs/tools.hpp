// Which words of a command run SQL or a migration runner, and over what.
#pragma once

#include "runs/shell.hpp"
#include "runs/stream.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck::runs {

// Variables as a command gets them.
struct CommandEnvironment {
  std::map<std::string, std::string> own; // set in front of it
  const std::map<std::string, std::string>* exported = nullptr;

  // Null for what is not set.
  const std::string* find(const std::string& name) const;
};

// A command as far as tools are concerned.
struct ToolCommand {
  std::vector<Word> words;
  std::vector<Word> inputs;   // files behind `<`
  std::vector<Word> included; // files that its here document includes
  const Stream* in = nullptr; // what is piped into it
  Span place;                 // of the whole command, in the file
  std::string folder;         // the working directory, as files_of takes it
  const std::vector<Mount>* mounts = nullptr; // of its container
  const CommandEnvironment* environment = nullptr;
};

// Adds the uses of one command: at most one tool.
void read_tool(const ToolCommand& command, std::vector<NamedUse>& uses);

// True for the name of a database's client or of a runner.
bool is_tool(std::string_view name);

// True where the text holds such a name anywhere: a script that does not runs
// no tool. Names that a script puts together from parts are nobody's habit.
bool names_tool(std::string_view text);

// True for the name of a tool that runs migrations of its own layout.
bool is_runner(std::string_view name);

} // namespace migcheck::runs
