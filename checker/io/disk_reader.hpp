// The real files of a project.
#pragma once

#include "io/file_reader.hpp"

#include <memory>
#include <string>

namespace migcheck {

// A reader rooted at a directory. One that cannot be opened gives a reader
// whose every read and list("") tell why.
std::unique_ptr<FileReader> disk_reader(const std::string& root);

} // namespace migcheck
