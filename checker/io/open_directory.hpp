// The directory of the last files that were read, kept open: their neighbours
// are opened faster, since a sorted list names them one after the other.
#pragma once

#include "io/descriptor.hpp"

#include <string>

namespace migcheck {

// One per thread, given along with each ReadRequest to one reader. It does not
// notice when a directory is replaced: for the reads of one pass.
class OpenDirectory {
 private:
  friend class RootDirectory;
  Descriptor directory_;
  std::string path_;
  unsigned files_ = 0; // that were opened there without it
  bool tried_ = false; // to open it
};

} // namespace migcheck
