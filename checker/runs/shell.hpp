// Follows a shell script as far as it says which files go to a database or to
// a runner: variables, working directories, loops, pipelines.
#pragma once

#include "runs/file_set.hpp"

#include <cstddef>
#include <memory>
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

// How much may be filled in for variables and loops over all scripts of one
// file: a few bytes can stand for thousands of names. What is behind it is
// unknown.
class Allowance {
 public:
  // False where less than that is left: then nothing is taken.
  bool take(std::size_t bytes) {
    const bool enough = bytes <= left_;
    left_ -= enough ? bytes : 0;
    return enough;
  }

  bool take(const FileSet& files) {
    return take(files.patterns.size() * bytes_of_name);
  }

 private:
  static constexpr std::size_t bytes_of_name = 16;
  std::size_t left_ = 4u << 20;
};

struct ShellStart {
  // Relative to the place that the script's paths begin at; "" = there.
  std::string folder;
  // The script's own path below the root, for `$0`; "" = it has none.
  std::string script;
  std::vector<Mount> mounts;
  // Shared by all copies.
  std::shared_ptr<Allowance> allowance = std::make_shared<Allowance>();
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
