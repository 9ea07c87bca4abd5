// What says that a table in code is older than the schema on purpose: upgrade
// tests, migrations written in code, stand-ins.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck::copies {

// Folders and files of migrations, upgrades, archives, documents, examples and
// foreign code.
bool is_other_schema(std::string_view path);

// The same of the functions and the declaration around a token, and of the
// comments above it. What an assertion expects is no table either.
bool is_other_schema(const lists::SourceTree& tree, std::uint32_t token);

} // namespace migcheck::copies
