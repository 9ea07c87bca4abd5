// What a token is given to: calls, keywords, shell commands.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::lists {

// The name before the `(` of a bracket: "include_str"; "" when it is no call.
std::string call_word(const SourceTree& tree, std::uint32_t bracket);

// The calls that a token is an argument of, the innermost first, within one
// statement: at most six.
std::vector<std::string>
calls_around(const SourceTree& tree, std::uint32_t token);

// The function or keyword that a token is an argument of: "include_str",
// "import", "=" for the value of an assignment; "" when there is none.
std::string callee_of(const SourceTree& tree, std::uint32_t token);

// The last argument of a shell's `cp` or a Dockerfile's COPY: what is written,
// not what is read.
bool is_copy_target(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
