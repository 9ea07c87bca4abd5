// Which files of a folder Atlas reads, and in which order: it depends on the
// format of the folder, which its URL tells and no file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// Names below the folder, `/` between folders. Each takes all names there are,
// sorted by bytes, and gives those that Atlas reads, in its order.
std::vector<std::string>
atlas_names(const std::vector<std::string_view>& below);
std::vector<std::string>
golang_migrate_names(const std::vector<std::string_view>& below);
std::vector<std::string>
flyway_names(const std::vector<std::string_view>& below);

} // namespace migcheck
