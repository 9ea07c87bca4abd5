// Text as TOML spells it.
#pragma once

#include <string>
#include <string_view>

namespace migcheck {

// A TOML string for any text; bytes that are not UTF-8 become U+FFFD. What
// people would not see is escaped.
std::string toml_string(std::string_view text);

} // namespace migcheck
