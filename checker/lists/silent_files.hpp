// Files that hold nothing for the scan, remembered from one check to the next:
// they are looked at, and not read again. Only that is kept, never a verdict.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::lists {

// A set of keys, in the bytes of a cache file: a header and a table of open
// addressing that is used where it stands. Any bytes are safe: those with
// another header or of another size hold nothing, and a look-up takes a bounded
// number of steps within the table.
class SilentFiles {
 public:
  // Knows nothing.
  SilentFiles() = default;

  // `fingerprint` stands for all that silence depends on besides the file: the
  // program and the project.
  SilentFiles(std::string bytes, std::uint64_t fingerprint);

  // A look-up is not worth looking at a file.
  bool empty() const { return slots_ <= 1; }

  bool contains(std::uint64_t key) const;

 private:
  std::string bytes_;
  std::size_t slots_ = 0;
};

// What a scan found out about silence.
struct SilentKeys {
  std::vector<std::uint64_t> keys; // of all silent files, in no order
  std::size_t fresh = 0;           // so many of them were not known before
};

// The bytes for SilentFiles. No key is 0.
std::string silent_files_text(
    const std::vector<std::uint64_t>& keys, std::uint64_t fingerprint);

} // namespace migcheck::lists
