// What `--version` says.
#pragma once

#include <string>
#include <string_view>

namespace migcheck {

// "0.1.0"
std::string_view version();

// Where the project lives: reports link to its pages.
std::string_view homepage();

// The day of that version, for the manual: "November 20, 2026".
std::string_view release_day();

// The lines of `--version`; the first is exactly `migcheck X.Y.Z`.
std::string version_text();

} // namespace migcheck
