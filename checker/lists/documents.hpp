// Lists of migrations in documentation: trees, tables, bullet lists, and names
// that follow each other in a sentence. Looked for with `docs = true` only.
#pragma once

#include "lists/parsed_source.hpp"

#include <string_view>

namespace migcheck::lists {

// Markdown, AsciiDoc and reStructuredText, by name.
bool is_document(std::string_view path);

// Fills everything from `path` and `text`. A list is two or more neighbouring
// lines that each begin with a name, but for what draws bullets, tables and
// trees, or one line with three names or more. What stands above it is its
// comment. Linear.
void parse_document(ParsedSource& source, const NameIndex& index);

} // namespace migcheck::lists
