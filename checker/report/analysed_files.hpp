// What the project's files held when they were read.
#pragma once

#include "io/digest.hpp"
#include "lists/find_lists.hpp"
#include "model/project.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck {

// SHA-256 by path. Views and points into what it was
// made of.
using AnalysedFiles = std::unordered_map<std::string_view, const Digest*>;

AnalysedFiles
analysed_files(const Project& project, const std::vector<ListSource>& sources);

} // namespace migcheck
