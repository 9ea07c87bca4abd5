// The names that PostgreSQL makes up for what has none: at most 63 bytes, cut
// between characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

inline constexpr std::size_t longest_name = 63;

// A name that is written out, as the server keeps it: its first 63 bytes,
// without a character that is cut in two.
std::string_view cut_name(std::string_view name);

// `table_part_label`. `part` and `label` may be empty: then their `_` is
// missing too. Where that is too long, the longer one of `table` and `part`
// loses its last byte, until it fits; `label` is never cut.
std::string automatic_name(
    std::string_view table, std::string_view part, std::string_view label);

// What stands for the columns in the name of an index or a constraint: their
// names, joined by `_`, up to a length that is cut anyway.
std::string columns_part(const std::vector<std::string>& columns);

// Makes the last of `names` differ from those before it, as the columns of
// one index must: `expr`, `expr1`, `expr2`.
void number_last(std::vector<std::string>& names);

} // namespace migcheck::schema
