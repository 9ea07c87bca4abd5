// Languages that are made of words: shell, Dockerfile, Make, CMake, and plain
// lists of names.
#pragma once

#include "lists/language.hpp"

#include <string_view>
#include <vector>

namespace migcheck::lists {

enum class WordStyle : std::uint8_t { shell, dockerfile, make, cmake, text };

std::vector<SourceToken> lex_words(std::string_view text, WordStyle style);

} // namespace migcheck::lists
