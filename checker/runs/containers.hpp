// Compose files and Dockerfiles: what their containers are started with.
#pragma once

#include "model/runner_use.hpp"
#include "runs/path_finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

// A service of a compose file, as far as databases matter.
struct ComposeService {
  std::string name;
  Span key;                       // in the file
  bool database = false;          // by its image
  bool builds = false;            // its image is made here
  std::vector<std::string> needs; // depends_on
};

struct ComposeFile {
  std::string path;
  std::vector<RunnerUse> uses;
  std::vector<ComposeService> services;
};

ComposeFile read_compose(
    const std::string& path, std::string_view text, const PathFinder& finder);

std::vector<RunnerUse> read_dockerfile(
    const std::string& path, std::string_view text, const PathFinder& finder);

} // namespace migcheck::runs
