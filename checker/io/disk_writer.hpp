// Writing real files.
#pragma once

#include "io/file_writer.hpp"

#include <memory>
#include <string>

namespace migcheck {

// A writer rooted at a directory. Relative paths of reports are seen from the
// program's working directory.
std::unique_ptr<FileWriter> disk_writer(const std::string& root);

} // namespace migcheck
