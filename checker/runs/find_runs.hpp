// Everything in the project that applies migrations, or looks at them.
#pragma once

#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "lists/find_lists.hpp"
#include "model/runner_use.hpp"

#include <vector>

namespace migcheck {

// What it is found in. All but the reader must outlive the result; directories
// must not move.
struct RunsInput {
  const FileReader& reader;
  const FileList& files;
  const Config& config;
  const std::vector<MigrationDirectory>& directories;
  const std::vector<MigrationList>& lists;
};

// Reads the files that the scan has kept; others only where a service seems to
// lack its migrations, until one of them speaks of migrations.
Runs find_runs(
    const std::vector<RunnerSource>& sources, const RunsInput& input);

} // namespace migcheck
