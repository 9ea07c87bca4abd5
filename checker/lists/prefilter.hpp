// The hot path over all files that are no migrations: which of them name at
// least two known migrations?
#pragma once

#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// Every form under which migrations of the project may be named: file names,
// stems, folder names, retired names. Look-up is one hash.
class KnownNames {
 public:
  explicit KnownNames(const std::vector<MigrationDirectory>& directories);
  ~KnownNames();

  // True for a base name with or without its extension.
  bool contains(std::string_view name) const;

  // True when some layout in use has entries without `.sql` in their names,
  // so that a second search key is needed.
  bool needs_stem_search() const;

 private:
  struct Table;
  Table* table_;
};

struct SourceFile {
  std::string path;
  std::string text; // kept: the engine lexes it next, then drops it
};

struct ScanResult {
  std::vector<SourceFile> sources; // by path: files worth lexing
  std::vector<std::pair<std::string, ReadFailure>> unread; // by path
  std::size_t files_scanned = 0;
};

// Reads each file of the list that is no migration once, on several threads.
// `keep` decides in addition which files are worth lexing whatever they name
// (manifests).
ScanResult scan_sources(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    unsigned jobs);

// How often known names, or strings shaped like the project's migration names
// (digits, `_` or `-`, a word, `.sql`), stand in a text. Stops at `enough`.
std::size_t
count_names(std::string_view text, const KnownNames& names, std::size_t enough);

} // namespace migcheck::lists
