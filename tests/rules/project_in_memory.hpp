// Runs the program over a folder of this repository, or over files given as
// text, as if it were a project of its own: in memory, outside of git.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace migcheck {

struct Ran {
  int status = 0;
  std::string out;
  std::string error;
};

// Path -> bytes of every file below an absolute folder.
std::map<std::string, std::string> files_below(const std::string& folder);

enum class InGit : bool { no, yes };

// What the project is compared with, as `--base origin/main`; or, where there
// is no tip, as `--against origin/topic`.
struct BaseFiles {
  std::map<std::string, std::string> tip;
  std::map<std::string, std::string> merge_base; // empty: the tip is it
  std::map<std::string, std::string> topic;      // of another branch

  bool empty() const { return tip.empty() && topic.empty(); }
};

// `migcheck ARGUMENTS` in a project that holds these files, on 2026-01-15.
Ran run_in_memory(
    const std::map<std::string, std::string>& files,
    std::vector<std::string> arguments,
    InGit in_git = InGit::no,
    const BaseFiles* base = nullptr);

// The bytes of a file, "" when there is none.
std::string bytes_of(const std::string& path);

} // namespace migcheck
