// What compose files and Dockerfiles have in common.
#pragma once

#include "runs/file_set.hpp"
#include "runs/shell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

// A mount or copy whose place in the file is known.
struct PlacedMount {
  Mount mount;
  Span place;
};

// Files that land directly in `/docker-entrypoint-initdb.d`, which the images
// of databases run by name.
void add_init_uses(
    const std::vector<PlacedMount>& mounts, std::vector<NamedUse>& uses);

// A command as a list of words, or as one text for a shell.
struct ContainerCommand {
  std::vector<Script> words;
  bool shell = false; // the only word is a script
};

// Reads ENTRYPOINT and CMD as one.
void read_container_command(
    const ContainerCommand& entrypoint,
    const ContainerCommand& command,
    std::string_view image,
    const ShellStart& start,
    std::vector<NamedUse>& uses);

} // namespace migcheck::runs
