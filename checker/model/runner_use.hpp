// What runs migrations besides the program itself: commands of scripts,
// containers and workflows, and which workflows look at which files.
#pragma once

#include "layouts/layout.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

struct Migration;
struct MigrationDirectory;

// The order in which several files are taken.
enum class FileOrder : std::uint8_t {
  as_written, // one by one
  by_name,    // a glob, `ls`, `sort`, initdb.d
  by_number,  // `sort -V`, `ls -v`
  by_time,    // `ls -t`
  unsorted,   // `find` alone
  unknown     // reversed, or by something that cannot be told
};

// One place that applies migrations.
struct RunnerUse {
  std::string path; // of the file that holds it
  Span span;        // the command or the mount
  Span names;       // what names the files: a glob, a path
  // "psql", "docker-entrypoint-initdb.d", "goose": as users know it.
  std::string tool;
  // The runner whose rules hold; nothing: the files go to the database as they
  // are.
  std::optional<LayoutId> runner;
  const MigrationDirectory* directory = nullptr; // never null
  // Of plain SQL: those that are run, in their order where that is known.
  std::vector<const Migration*> files;
  FileOrder order = FileOrder::as_written;
  // False: something between the files and the database may leave parts out.
  bool whole = true;
};

// `paths` or `paths-ignore` of one event of a workflow.
struct PathFilter {
  std::string event;
  Span span; // of the key
  bool ignore = false;
  std::vector<std::string> patterns;
  std::vector<Span> places; // of each pattern
};

struct Workflow {
  std::string path;
  std::vector<PathFilter> filters; // in the order of the file
  // It is started whatever files are changed, or nobody can tell by which.
  bool unfiltered = false;
  bool runs_check = false; // a step runs migcheck
};

// A compose file that starts a database and a service that is built here and
// waits for it, in a project where nothing names the migrations.
struct UnmigratedService {
  std::string path;
  Span span; // the service's key
  std::string service;
  Span database_span;
  std::string database;                          // the service's name
  const MigrationDirectory* directory = nullptr; // never null
};

// All of them, by path and then by place.
struct Runs {
  std::vector<RunnerUse> uses;
  std::vector<Workflow> workflows;
  std::vector<UnmigratedService> unmigrated;
};

} // namespace migcheck
