// What the system says of a file beside its bytes: while it says the same, the
// bytes are the same.
#pragma once

#include <cstdint>
#include <string_view>

namespace migcheck {

// Of a regular file that nobody has changed for a while. Each change of its
// bytes, of its owner or of its permissions sets `changed` to that moment,
// which no program can choose. A file that was changed just now has no stamp
// yet: it may be changed once more before the clock of its file system moves.
struct FileStamp {
  bool known = false; // else the rest is 0
  std::uint64_t size = 0;
  std::uint64_t number = 0;  // the file's own (inode), or its low 32 bits
  std::int64_t modified = 0; // in ns since 1970
  std::int64_t changed = 0;  // the same
  bool exact = true;         // false: on disk line ends may be other ones

  bool operator==(const FileStamp&) const = default;
};

// One file as it is, for what `salt` stands for; never 0. Of its number 32 bits
// count: git's index has no more. Of 100,000 files one is taken for another in
// one of 10^9 checks, and nobody can choose which: part of a stamp is the
// moment when the file was written.
std::uint64_t
stamp_key(std::string_view path, const FileStamp& stamp, std::uint64_t salt);

} // namespace migcheck
