// Writing: whole files or nothing.
#pragma once

#include "diagnostic/error.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// What must hold for the target before it is replaced.
struct WriteGuard {
  // The bytes that were analysed; the target must still hold them. Null: the
  // target must not exist.
  const std::string* expected = nullptr;
  bool may_exist = false;  // do not look at the target's bytes at all
  bool executable = false; // when the target is new
  bool disposable = false; // it can be made again: for its owner alone, and
                           // on the disk whenever the system likes
};

// The only abstract class of writing.
class FileWriter {
 public:
  virtual ~FileWriter() = default;

  // Writes a root-relative file atomically: temporary file beside it, fsync,
  // rename, fsync of the directory. Refuses links and anything that is not a
  // regular file. On any error the original stands and nothing is left.
  virtual Result<void>
  replace(std::string_view path, std::string_view bytes, WriteGuard guard) = 0;

  // Writes a report where the command line says: a path as the user typed it,
  // which may lie outside the root. `/dev/stdout` and the like are written
  // directly.
  virtual Result<void>
  write_report(std::string_view path, std::string_view bytes) = 0;

  // Appends to a file that CI names (GITHUB_STEP_SUMMARY, GITHUB_OUTPUT).
  virtual Result<void>
  append(std::string_view path, std::string_view bytes) = 0;
};

} // namespace migcheck
