// The pre-commit hook that `init --hook` installs.
#pragma once

#include "diagnostic/error.hpp"
#include "io/file_reader.hpp"
#include "io/file_writer.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// The hook's text.
std::string_view git_hook();

// Where it goes, from the root: core.hooksPath of the repository's own
// configuration is respected. An error says why it cannot be installed, and
// what to add by hand: the root is not the top of a plain repository, or the
// hooks lie outside of it.
Result<std::string> git_hook_path(const FileReader& reader);

enum class HookState : std::uint8_t { installed, was_there };

// Installs it, or an older one's successor. An error: there is another hook,
// which stays as it is, or the hook cannot be written.
Result<HookState>
install_git_hook(const FileReader& reader, FileWriter& writer);

// `hooksPath` in `[core]` of a git configuration; "" when it is not set.
std::string hooks_path(std::string_view config);

} // namespace migcheck
