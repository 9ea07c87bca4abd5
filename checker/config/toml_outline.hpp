// A first look at a TOML document, before the library parses it: how deep it
// nests, keys that are set twice, numbers that do not fit.
#pragma once

#include "config/problems.hpp"

#include <string>

namespace migcheck {

inline constexpr std::uint32_t deepest_toml = 256;

enum class Outline : std::uint8_t {
  good,    // parse it
  hopeless // do not; the problems say why
};

// Looks at `problems.text()`. A key that is set again, and a number out of
// range, is a problem and is taken out of `text`, a copy of it: blanks stand
// in its place, so that all other places stay. Where the document is no TOML
// it stops looking: what is wrong there, the parser says. Iterative, linear.
Outline check_outline(Problems& problems, std::string& text);

} // namespace migcheck
