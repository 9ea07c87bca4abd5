// Migrations and the directories that hold them.
#pragma once

#include "config/config.hpp"
#include "layouts/layout.hpp"
#include "model/seldom.hpp"
#include "model/sql_file.hpp"
#include "sql/dialect.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

namespace schema {
struct History;
} // namespace schema

// Whether a migration was applied before, as far as it can be told: rules on
// contents leave history alone.
enum class Novelty : std::uint8_t {
  unknown, // there is nothing to tell by
  known,   // in the lockfile
  fresh    // not in the lockfile of its directory
};

// One migration: one file, an up/down pair, or a folder.
struct Migration {
  std::string path;    // of the file that is applied; the folder's up file
  std::string entry;   // the path below its directory up to the name that
                       // carries the version: file name, or folder name
  std::string version; // canonical; "" for repeatables
  std::string version_text;
  std::string name; // the title: "add_users"
  MigrationKind kind = MigrationKind::versioned;
  Direction direction = Direction::up;
  std::string down; // path of the down file, "" = none
  Seldom<RunnerSettings> settings;
  bool retired = false;
  // The runner's own journal, plan or manifest leaves it out: it never runs.
  bool unlisted = false;
  Novelty novelty = Novelty::unknown; // filled by the pipeline
  bool fits_pattern = true;  // the project's own `name` pattern, if any; filled
                             // by the pipeline
  SqlFile file;              // what `path` holds
  Seldom<SqlFile> down_file; // what `down` holds
};

// A name in the directory that is no migration, and why.
struct SkippedEntry {
  std::string path;
  std::string reason;  // in words, for `migrations` and --verbose
  bool silent = false; // the runner passes over it without a word, and it
                       // looks as if it should not: misnamed or stray
  NameVerdict verdict = NameVerdict::skipped;
};

struct LockLine;
struct Lockfile;

struct MigrationDirectory {
  std::string path; // "" is never used: the root itself is "."
  LayoutId layout = LayoutId::numbered;
  std::string layout_evidence; // "annotations in 001_a.sql", for --verbose
  Dialect dialect = Dialect::postgresql;
  std::string family; // directories that are dialect variants share it; or ""
  const DirectoryConfig* config = nullptr; // null: detected
  // What stands before the number in every name of a `numbered` directory:
  // "patch-", "schema-"; or "".
  std::string prefix;
  // Kept for reading (`v0-archived`): nobody adds to it, so order, gaps and
  // duplicates are history and no findings.
  bool archived = false;
  std::vector<Migration> migrations; // in the runner's order
  std::vector<Migration> retired;    // *.retired, by name
  // With a base: what the merge base has here and nothing has now, by name
  // alone. Lists that still name it speak of this directory.
  std::vector<Migration> gone;
  std::vector<SkippedEntry> skipped; // by name
  // Migrations in another language (.go, .java, .yml): they take versions and
  // are named by lists, and are not read. In the runner's order.
  std::vector<Migration> code;
  // Of a directory with a folder for each release: the files that say what
  // each applies, in the order of the releases. Names hold no versions there.
  std::vector<std::string> manifests;
  std::string baseline;           // entry where counting starts
  std::string lock_path;          // where the lockfile is or would be
  Digests digests = Digests::yes; // of its files
  std::optional<GitHash> blobs;   // which SqlFile::blob they get; none: none
  // What the migrations make (schema/history.hpp), where several ask for it.
  std::shared_ptr<const schema::History> history;
};

} // namespace migcheck
