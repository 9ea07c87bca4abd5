// Names as a file system sees them that ignores case or normalises Unicode.
#pragma once

#include <string>
#include <string_view>

namespace migcheck {

// Equal for names that such a file system takes for one: letters in lower case
// (Latin, Greek, Cyrillic), accents apart from their letters. Other code
// points and bytes that are not UTF-8 stay as they are.
std::string name_key(std::string_view name);

} // namespace migcheck
