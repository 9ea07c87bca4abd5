// The hot path over all files that are no migrations: which of them name
// migrations?
#pragma once

#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "lists/known_names.hpp"
#include "lists/scan_options.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck::lists {

// What a text says of migrations. Counting stops as soon as `worth_lexing` is
// settled.
struct Mentions {
  std::uint32_t known = 0;  // different known names, at most 2
  std::uint32_t shaped = 0; // different other names that look like one, at
                            // most 3: "012_word.sql"
  std::uint32_t name = 0;   // the first known name, as KnownNames::find says
  bool any = false;         // something stands there that was looked up: it
                            // might be the name of some migration

  // Two known names; one, and two that went stale; or three that all did.
  bool worth_lexing() const {
    return known >= 2 || (known == 1 && shaped >= 2) || shaped >= 3;
  }
};

Mentions find_mentions(std::string_view text, const KnownNames& names);

// How often known names, or strings shaped like migration names (digits, `_`
// or `-`, a word, `.sql`), stand in a text. Stops at `enough`.
std::size_t
count_names(std::string_view text, const KnownNames& names, std::size_t enough);

// True for SQL with two literals that begin with a version and go on with
// words, or are a long one and nothing else: '00305 Add ants',
// '20240131120000'.
bool holds_versions(std::string_view sql);

struct SourceFile {
  std::string path;
  std::string text;  // kept: the engine lexes it next, then drops it
  bool names = true; // false: it may hold counts, and no lists
};

// A file that names one migration and no other.
struct NamedOnce {
  std::string path;
  std::string stem; // as name_stem gives it
};

struct ScanResult {
  std::vector<SourceFile> sources; // by path: files worth lexing
  std::vector<SourceFile> runners; // by path: files that may run migrations
  std::vector<SourceFile> tables;  // by path: no SQL, and it creates tables
  std::vector<std::pair<std::string, ReadFailure>> unread; // by path
  std::vector<NamedOnce> singles; // by path; not all of them are in `sources`
  std::size_t files_scanned = 0;  // read, or known to be silent
  SilentKeys silent;              // where ScanOptions ask for them
};

// A file whose very name promises migrations (a journal, a plan, a master
// changelog): it is worth lexing whatever it names.
bool is_manifest(std::string_view path);

// Reads each file of the list that is no migration, and that some lexer knows,
// once, on several threads. Worth lexing are also manifests, those of releases
// among them, the files of [[list]] tables, and files that each name one
// migration when at least three in a directory do. A file that is known to be
// silent is not read; the result is the same.
ScanResult scan_sources(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const ScanOptions& how);

// The same over entries that stand in no list.
ScanResult scan_entries(
    const FileReader& reader,
    const std::vector<FileEntry>& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const ScanOptions& how);

} // namespace migcheck::lists
