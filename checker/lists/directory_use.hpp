// Does anything in the project read a migration directory as a whole?
#pragma once

#include "io/file_reader.hpp"

#include <string_view>
#include <vector>

namespace migcheck::lists {

// True where some source file, whatever its language, names the folder and
// not just files in it: "db/migrations", 'migrations', migrations/*.sql. True
// also where that is not known, in projects of more than 4096 source files.
// Costly: reads them all.
bool is_read_as_a_whole(
    const FileReader& reader,
    const std::vector<std::string_view>& paths,
    std::string_view directory);

// True where the text names the folder itself and SQL files by a pattern.
bool goes_through_folder(std::string_view text, std::string_view folder);

// True where the text names the folder itself.
bool names_folder(std::string_view text, std::string_view folder);

} // namespace migcheck::lists
