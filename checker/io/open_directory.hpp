// The directory of the last file that was read, kept open: its neighbours are
// opened faster, since a sorted list names them one after the other.
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
};

} // namespace migcheck
