// Migrations that were edited since the merge base in a way that Flyway's or
// Liquibase's checksum does not show.
#pragma once

#include "journals/sources.hpp"
#include "model/blind_edit.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// True where both texts have the same checksums.
bool looks_unchanged(
    LayoutId layout, std::string_view then, std::string_view now);

// Gives a file's text as it was at the merge base.
using TextAtBase = std::function<Result<std::string>(const std::string& path)>;

// In the order of the directories. What could not be had is left out.
std::vector<BlindEdit>
find_blind_edits(const JournalSources& sources, const TextAtBase& text_at_base);

} // namespace migcheck
