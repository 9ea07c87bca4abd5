// Names and literals at a cursor.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// Stands in text that was put together for what only a run could tell: a
// letter that no name holds (U+E000). A name may hold it.
inline constexpr std::string_view hole = "\xEE\x80\x80";

// Whether a name may begin here: a word, or what the dialect takes for a
// quoted name.
bool at_name(const Cursor& cursor);

// Reads a name and moves past it; empty where none stands here, and where a
// template or a variable (`:name`) is part of it, which is passed too.
Name read_name(Cursor& cursor);

// Reads `a`, `a.b` or `a.b.c`.
QualifiedName read_qualified_name(Cursor& cursor);

// Reads `a, b, c`, each up to its comma: what follows a name is skipped.
std::vector<QualifiedName> read_names(Cursor& cursor);

// The names of a list in brackets: `(a, b DESC, c(10))`. "" for an element
// that is no name.
std::vector<std::string> read_column_list(Cursor& cursor);

// The name that a literal holds, as regclass reads it: folded, quotes taken
// away.
QualifiedName name_in(std::string_view literal, Dialect dialect);

// The value of a string token: prefix and quotes taken away, doubled quotes
// and the simple escapes resolved.
std::string string_value(std::string_view token);

// True for a string of any kind.
bool is_string(const Lexeme& lexeme);

// The first few words from here, in lower case, for unknown statements.
std::string first_words(Cursor cursor, std::size_t count = 3);

// As PostgreSQL prints a name: with quotes where it needs them.
std::string quoted_as_needed(std::string_view name);

} // namespace migcheck::ddl
