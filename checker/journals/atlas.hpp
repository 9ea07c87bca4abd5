// Every atlas.sum of the project against the files beside it.
#pragma once

#include "journals/sources.hpp"
#include "model/atlas_drift.hpp"

#include <string>
#include <vector>

namespace migcheck {

// What differs between one atlas.sum and its folder, nothing where they agree
// or a file cannot be had. Files are read once, one after the other.
std::optional<AtlasDrift>
find_atlas_drift(const JournalSources& sources, const std::string& sum_path);

} // namespace migcheck
