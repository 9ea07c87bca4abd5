// Follows a shell script as far as it says which files go to a database or to
// a runner: variables, working directories, loops, pipelines.
#pragma once

#include "runs/file_set.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace migcheck::runs {

// One word after expansion.
struct Word {
  Script script;                // its text; unknown parts as unknown_part
  std::optional<FileSet> files; // what the loop or list behind it goes through
  bool derived = false;         // only the base names of `files` are in it
  bool quoted = false;

  const std::string& text() const { return script.text; }
};

struct ShellStart {
  // Relative to the place that the script's paths begin at; "" = there.
  std::string folder;
  // The script's own path below the root, for `$0`; "" = it has none.
  std::string script;
  std::vector<Mount> mounts;
};

// Adds what the script uses, in its order. Linear; strings that are scripts
// themselves (`sh -c "…"`, `$(…)`) are followed to a depth of 4.
void read_shell(
    const Script& script, const ShellStart& start, std::vector<NamedUse>& uses);

// The same for a command whose words are known: `CMD ["psql", "-f", "x.sql"]`.
void read_words(
    std::vector<Word> words,
    const ShellStart& start,
    std::vector<NamedUse>& uses);

} // namespace migcheck::runs
