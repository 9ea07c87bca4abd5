// Which functions and roles of the database the project speaks of.
#pragma once

#include "discover/file_list.hpp"
#include "io/file_reader.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct NameSearch {
  std::vector<std::string> names;
  bool prose = false;                       // in .md, .rst, .adoc and .txt too
  std::set<std::string_view> left_out = {}; // paths
};

// Those of the names that stand in some file of the list as a word, other than
// behind FUNCTION, PROCEDURE or EXISTS, where they are made, dropped or given
// rights. Files above 4 MiB are left out; without case, as the database
// compares them. Sorted. Reads files until all names were found: not for the
// hot path.
std::vector<std::string> find_used_names(
    const FileReader& reader,
    const FileList& files,
    const NameSearch& search,
    unsigned jobs);

} // namespace migcheck
