// The lexer of all languages whose forms fit one table row.
#pragma once

#include "lists/lexer_forms.hpp"

#include <vector>

namespace migcheck::lists {

std::vector<SourceToken>
lex_code(std::string_view text, const CodeForms& forms);

} // namespace migcheck::lists
