// What a scan collects while it goes through a list of files, and how that
// becomes its result. Files are given by their place in the list.
#pragma once

#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "lists/known_names.hpp"
#include "lists/prefilter.hpp"
#include "lists/silent_files.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace migcheck::lists {

struct KeptFile {
  std::size_t file = 0;
  std::string text;
  bool names = true; // false: it may hold a count
};

// A file that names one migration only.
struct SingleFile {
  std::size_t file = 0;
  std::uint32_t name = 0; // as KnownNames::find says
};

// Of one thread or of all of them, in no order. The members are those of
// ScanResult.
struct Collected {
  std::vector<KeptFile> sources;
  std::vector<KeptFile> runners;
  std::vector<KeptFile> tables;
  std::vector<SingleFile> singles;
  std::vector<std::pair<std::size_t, ReadFailure>> unread;
  std::size_t known = 0; // silent files, as SilentKeys counts them
  std::size_t fresh = 0;
  std::size_t scanned = 0;

  // Takes over what another thread collected.
  void add(Collected&& other);
};

// Those of the singles that may be one list together: several of one directory
// that name different migrations. By directory.
std::vector<std::size_t> scattered_files(
    const std::vector<SingleFile>& singles,
    const std::vector<FileEntry>& files);

// Puts all in the order of the list. A file that was kept twice, for its counts
// and for a name, is there once, for the name. `names` are those that the
// singles were found with.
ScanResult in_order(
    Collected&& all,
    const std::vector<FileEntry>& files,
    const KnownNames& names);

} // namespace migcheck::lists
