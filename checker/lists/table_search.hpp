// CREATE TABLE in the text of any file: a byte search, before anything is
// lexed.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// Whether the scan looks for tables besides names.
enum class WithTables : bool { no, yes };

// The place of the next `create` with `table` behind it, at or behind `at`, in
// any case, with one blank between them; npos when there is none.
std::size_t find_create_table(std::string_view text, std::size_t at);

// What is written behind the `create table` at `at`, before a parenthesis: the
// name without its quotes and its schema, in lower case. "" where that is no
// name.
std::string created_table(std::string_view text, std::size_t at);

// The names behind ALTER TABLE, in the same form; each once.
std::set<std::string> altered_tables(std::string_view text);

// True when any name is created.
bool creates_tables(std::string_view text);

} // namespace migcheck::lists
