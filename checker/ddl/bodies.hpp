// DO blocks, and the bodies of functions.
#pragma once

#include "ddl/blocks.hpp"
#include "ddl/cursor.hpp"
#include "model/ddl.hpp"

#include <cstdint>

namespace migcheck::ddl {

// After DO: the block, and the static statements of its body. `line` is that
// of `statement`, the byte where the whole statement begins.
DoBlock read_do(
    Cursor& cursor,
    std::uint32_t statement,
    std::uint32_t line,
    Script& statements);

// Adds to a function what its body does. `whole` is the whole statement.
void read_body(
    Cursor whole,
    std::uint32_t statement,
    std::uint32_t line,
    CreateFunction& function);

} // namespace migcheck::ddl
