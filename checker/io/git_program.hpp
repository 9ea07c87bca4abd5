// git's own program, as it is run here: it may read the object database and
// nothing else.
#pragma once

#include "io/child_process.hpp"
#include "io/git_repository.hpp"

#include <string>
#include <vector>

namespace migcheck {

// The absolute path of `git`, from a PATH whose entries are passed over when
// they are not absolute or lie in the directory `top`; "" when there is none.
std::string find_git_program(const std::string& path, const std::string& top);

// The command for a subcommand of plumbing with its arguments. It inherits no
// environment, reads no configuration but the repository's, and that has no
// say in what would run a program, fetch, lock or ask.
ChildCommand git_command(
    const std::string& program,
    const GitRepository& repository,
    const std::vector<std::string>& arguments);

} // namespace migcheck
