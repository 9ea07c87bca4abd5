// Where in a list of files a path is: one look instead of a search.
#pragma once

#include "stored/stored_file.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck {

class PathTable {
 public:
  // The files, fewer than 2^31, must outlive the table and stay as they are.
  explicit PathTable(const std::vector<StoredFile>& files);

  // Null: none has this path.
  const StoredFile* find(std::string_view path) const;

 private:
  struct Slot {
    std::uint32_t next = 0; // one more than the place, 0 = empty
    std::uint32_t hash = 0; // of the path, its upper half
  };

  const std::vector<StoredFile>* files_;
  std::vector<Slot> slots_;
};

} // namespace migcheck
