// The program as a list of passes.
#pragma once

#include "base/base_request.hpp"
#include "check/selection.hpp"
#include "check/suppressions.hpp"
#include "config/config.hpp"
#include "config/known_file.hpp"
#include "diagnostic/error.hpp"
#include "discover/directories.hpp"
#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "io/record_store.hpp"
#include "lists/find_lists.hpp"
#include "model/earlier_files.hpp"
#include "model/project.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

// Opens the project's files as they are at a commit, which is there. `index`
// as ProjectOnDisk has it.
using OpenCommit = std::function<Result<std::unique_ptr<FileReader>>(
    const std::string& commit, std::shared_ptr<const IndexFile> index)>;

struct CheckOptions {
  Config config;
  FileListOptions files;
  Selection selection;
  Severity fail_on = Severity::error;         // off = never
  bool line_hashes = true;                    // findings get theirs: for sarif
  unsigned jobs = 0;                          // 0 = as many as are worth it
  const lists::SilentFiles* silent = nullptr; // as lists::ScanOptions have it
  const lists::EarlierScan* scan_before = nullptr; // the same
  const RecordStore* plain = nullptr;              // as LoadOptions have it
  const EarlierFiles* files_before = nullptr;      // the same
  Day today;
  const KnownFile* known = nullptr; // findings that are accepted; null: none
  std::optional<BaseRequest> base;  // none: git is not run
  std::string history;              // path of an exported history table
  std::string history_text;         // which may lie on disk alone
  std::string head = "HEAD";        // what is compared
  std::string release;  // a tag or "latest", whose migrations must stay as they
                        // are; "" = none
  std::string against;  // which other branches are looked at; "" = none
  OpenObjects objects;  // for all three
  OpenCommit at_commit; // the same; null: findings are not compared
  bool count_lists = true; // look for lists even where no rule asks for them
  std::string shown_root = "."; // as reports name it
  std::string version;
};

// Which migrations get their SqlFile::script: in directories with a DEPENDS
// header, a CASCADE or partitions, or all.
enum class WithScripts : std::uint8_t { none, where_declared, all };

// Which parts are read; the file list, directories and migrations always are.
struct LoadParts {
  bool lists = false;
  // Of all migrations, or of those alone that a lockfile is held against.
  bool all_digests = true;
  WithScripts scripts = WithScripts::none;
  bool listed_scripts = false; // those too that a list says more of
  bool copies = false;         // with `lists`: Project::copies
  bool contract = false;       // with all scripts
  bool partition_ends = false; // with scripts
  bool unknown_roles = false;  // with scripts
  bool journals = false;       // Project::drifts
};

// The project as it was read, with all that it views.
struct LoadedProject {
  Config config;
  FileList files;
  Discovered discovered; // its directories have moved into the project
  Project project;
  LearnedRecords plain;                // of migrations
  FoundLists found;                    // its lists have moved into the project
  std::vector<Diagnostic> diagnostics; // what reading found
  std::vector<Incomplete> incomplete;
  std::string no_base; // why there is none, where one was only perhaps there

  // The project as it was at the merge base, where it was looked at. Nobody
  // needs it any more, and to take it apart takes time.
  std::unique_ptr<LoadedProject> there;
};

// Reads file list, directories, migrations, lockfiles, and what is asked for.
Result<std::unique_ptr<LoadedProject>> load_project(
    const FileReader& reader, CheckOptions options, const LoadParts& parts);

// What the rules find, less what the user has allowed.
struct FoundInProject {
  std::unique_ptr<LoadedProject> loaded;
  Suppressed found;
};

Result<FoundInProject>
find_in_project(const FileReader& reader, const CheckOptions& options);

// The whole check.
struct CheckResult {
  std::unique_ptr<LoadedProject> loaded;
  Report report;
  std::vector<KnownFinding> known; // what would accept all that it found;
                                   // empty where CheckOptions have no file
};

Result<CheckResult>
run_check(const FileReader& reader, const CheckOptions& options);

} // namespace migcheck
