// Every hardcoded list and count of migrations in the project: tokens ->
// candidates -> attribution -> intent -> comparison.
#pragma once

#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "lists/scan_options.hpp"
#include "model/migration_count.hpp"
#include "model/migration_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

// A source file that was lexed because it names migrations: kept for its
// suppressions and so that the report can see whether it changed.
struct ListSource {
  std::string path;
  ContentKey content;
  std::vector<Suppression> suppressions;
};

// The text of a file that may run migrations (lists/runner_files).
struct RunnerSource {
  std::string path;
  std::string text;
};

// The text of a file, no SQL itself, in which CREATE TABLE stands.
struct TableSource {
  std::string path;
  std::string text;
};

struct UnreadSource {
  std::string path;
  ReadFailure failure;
};

struct IdleExcept {
  const ListConfig* config = nullptr;
  std::string name; // as configured
};

struct FoundLists {
  std::vector<MigrationList> lists;   // by path, then position
  std::vector<MigrationCount> counts; // by path, then position
  std::vector<ListSource> sources;    // by path
  std::vector<RunnerSource> runners;  // by path
  std::vector<TableSource> tables;    // by path, with WithTables::yes
  std::vector<UnreadSource> unread;   // by path
  std::size_t files_scanned = 0;
  lists::SilentKeys silent; // of files, where the options ask for them
  // [[list]] tables that fit no list, and names of `except` that excuse
  // nothing: they point into the configuration.
  std::vector<const ListConfig*> unmatched_config;
  std::vector<IdleExcept> idle_excepts;
};

// `directories` must outlive the result and not move. Deterministic for any
// `how.jobs`.
FoundLists find_lists(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const lists::ScanOptions& how);

} // namespace migcheck
