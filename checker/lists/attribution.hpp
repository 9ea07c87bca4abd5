// Which migration directory a candidate mirrors. Membership decides, never a
// number; a path that the code names goes before that.
#pragma once

#include "lists/candidates.hpp"
#include "lists/file_names.hpp"
#include "lists/name_index.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

enum class Evidence : std::uint8_t {
  none,       // no directory
  entry_path, // the entries' own paths name it
  code_path,  // a literal of the same code, or the list lies in it
  overlap     // most names resolve there
};

struct Attribution {
  const MigrationDirectory* directory = nullptr;
  Evidence evidence = Evidence::none;
  // The names resolve in an archive beside or below the directory, or are those
  // of what is gone: migrations were squashed and the list was not.
  bool archived = false;
  std::uint32_t archive_size = 0; // files of that archive, or all that is gone
  // Directories that the code names too: an entry that lies there is theirs.
  std::vector<const MigrationDirectory*> also;
};

// `path` is the file that holds the candidate. Silent (no directory) unless
// two entries and half of them resolve.
Attribution attribute(
    const Candidate& list,
    std::string_view path,
    const std::vector<NamedFolder>& folders,
    const NameIndex& index,
    const FileNames& files);

// The directory that a journal or plan lies in, where its entries were too few
// to tell: the file itself says so. Nothing for any other file.
void attribute_record(
    std::string_view path, const NameIndex& index, Attribution& attribution);

// What one entry is to the directory of its list.
enum class EntryState : std::uint8_t {
  listed,    // a migration
  retired,   // a migration that was taken out
  present,   // a file of the directory that is no migration
  elsewhere, // a file that lies somewhere else on purpose
  foreign,   // no name of this directory: a code migration, a virtual entry
  stale      // looks like a migration of it, and is nowhere
};

struct ResolvedEntry {
  EntryState state = EntryState::foreign;
  const Migration* migration = nullptr; // listed or retired
};

// One for each entry of the list.
std::vector<ResolvedEntry> resolve_entries(
    const Candidate& list,
    std::string_view path,
    const Attribution& attribution,
    const NameIndex& index,
    const FileNames& files);

} // namespace migcheck::lists
