// Files of tasks for developers: Makefiles, justfiles, Taskfiles, the scripts
// of package.json.
#pragma once

#include "runs/file_set.hpp"

#include <string_view>
#include <vector>

namespace migcheck::runs {

// What the recipes use, with the values of variables that the file sets.
std::vector<NamedUse> read_makefile(std::string_view text);

// Lines of recipes; `{{…}}` is unknown.
std::vector<NamedUse> read_justfile(std::string_view text);

// Commands below `cmds`, `cmd` and `sh`.
std::vector<NamedUse> read_taskfile(std::string_view text);

// The values of `scripts`.
std::vector<NamedUse> read_package(std::string_view text);

} // namespace migcheck::runs
