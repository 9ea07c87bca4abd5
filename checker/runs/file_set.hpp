// Files as a script names them, before anybody knows which ones they are.
#pragma once

#include "layouts/layout.hpp"
#include "model/runner_use.hpp"
#include "runs/script.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck::runs {

struct FileSet {
  // Paths with wildcards, variables expanded, as the script's own process sees
  // them: each begins with the working directory where that is known.
  std::vector<std::string> patterns;
  FileOrder order = FileOrder::as_written;
  bool cut = false; // something between left files out: which, nobody knows
  Span place;       // of the first pattern, in the file

  // Further ones are left out, and the set is cut.
  static constexpr std::size_t most_patterns = 4096;
};

// What a container sees at a path, by `-v source:target`.
struct Mount {
  std::string source;
  std::string target;
};

// One use of files, as written. Of one file at most so many are read.
inline constexpr std::size_t most_uses = 200;

struct NamedUse {
  std::string tool;
  std::optional<LayoutId> runner;
  FileSet files; // of a runner: its directory, one pattern
  bool whole = true;
  Span place; // of the command
  std::vector<Mount> mounts;
};

// `base` and `path` as one; an absolute path, or one that begins with an
// unknown part, stays as it is.
std::string under(std::string_view base, std::string_view path);

bool has_wildcard(std::string_view path);

// The name behind the last `/`, without a container's tag or a module's
// version: "goose" of "ghcr.io/x/goose:3" and "…/cmd/goose@latest".
std::string_view tool_name(std::string_view word);

} // namespace migcheck::runs
