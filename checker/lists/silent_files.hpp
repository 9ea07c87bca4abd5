// Files that hold nothing for the scan, remembered from one check to the next:
// they are looked at, and not read again. Only that is kept, never a verdict.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace migcheck::lists {

class KnownNames;

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
  // Of each file that was to be scanned, in their order; 0: it is not silent.
  std::vector<std::uint64_t> keys;
  std::size_t known = 0; // so many were known to be silent before
  std::size_t fresh = 0; // and so many others are

  // Of each file: 1 where it holds no number of the scan that may follow, and
  // what stands for those numbers (ScanOptions::after).
  std::vector<std::uint8_t> after;
  std::uint64_t numbers_after = 0;

  // What those depend on that are silent under these migrations alone.
  std::shared_ptr<const KnownNames> names;
  std::uint64_t runners = 0; // stands for what may run migrations
  std::uint64_t here = 0;    // stands for all of it
};

// The bytes for SilentFiles, of all keys that are not 0.
std::string silent_files_text(
    const std::vector<std::uint64_t>& keys, std::uint64_t fingerprint);

} // namespace migcheck::lists
