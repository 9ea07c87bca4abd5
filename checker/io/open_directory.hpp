// Where the last files were that were read or looked at: their neighbours are
// found faster, since a sorted list names them one after the other.
#pragma once

#include "io/descriptor.hpp"

#include <cstddef>
#include <string>

namespace migcheck {

// One per thread, given along with each ReadRequest to one reader. It does not
// notice when a directory is replaced: for the reads of one pass.
class OpenDirectory {
 private:
  friend class RootDirectory;
  friend class StoredFiles;
  Descriptor directory_; // kept open
  std::string path_;
  unsigned files_ = 0;   // that were opened there without it
  bool tried_ = false;   // to open it
  std::size_t next_ = 0; // behind the last file, in the reader's own list
};

} // namespace migcheck
