// What `--version` says.
#pragma once

#include <string_view>

namespace migcheck {

// "0.1.0"
std::string_view version();

} // namespace migcheck
