// Where a symbolic link leads, by its text alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

// The root-relative path that the link at `path` names with `target`; nothing
// when that leaves the root (absolute targets do) or is empty. `..` is taken
// as text: that is right as long as no directory on the way is itself a link.
std::optional<std::string>
link_target(std::string_view path, std::string_view target);

} // namespace migcheck
