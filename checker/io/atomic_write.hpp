// One file replaced as a whole: either the old bytes or the new ones are
// there, at any time and after any error.
#pragma once

#include "io/file_writer.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// What errno says, in words that do not depend on the locale.
std::string system_error_text(int error);

// Writes all bytes, however many calls it takes; 0 or errno.
int write_all(int descriptor, std::string_view bytes);

struct WriteTarget {
  int directory;          // open for reading, so that it can be synced
  std::string name;       // in that directory, without a slash
  std::string_view shown; // as messages name it
};

// Writes a temporary file beside the target and renames it. The target must
// be absent or a regular file, no link; its permissions are kept, without
// set-id bits. Holds a lock on the directory meanwhile: of two programs that
// do this at once, one gets an error. An error leaves everything as it was.
Result<void> replace_file(
    const WriteTarget& target, std::string_view bytes, WriteGuard guard);

} // namespace migcheck
