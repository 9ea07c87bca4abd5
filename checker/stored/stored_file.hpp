// One file of a project as git has it.
#pragma once

#include "io/file_reader.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck {

struct StoredFile {
  std::string_view path;     // from the root
  const char* id = nullptr;  // git's name of its content, as bytes
  const char* raw = nullptr; // of the index, where that has the same content;
                             // null: the file on disk is another one
  std::uint32_t size = 0;    // 0: not known
  FileKind kind = FileKind::regular; // or a link
  bool skip_worktree = false;
};

} // namespace migcheck
