// What stands around a number that is given to something: its name, the table
// it is a row of, the functions and classes around.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// The name that a value is declared with: what stands before the `=` or `:`
// to the left of `token`, its type passed over. npos when there is none.
std::uint32_t declared_name(const SourceTree& tree, std::uint32_t token);

// The name of the function whose body a token stands directly in.
std::uint32_t function_of_token(const SourceTree& tree, std::uint32_t token);

// True inside a function's body; a name in capitals is a constant all the
// same where only indentation tells.
bool is_local(
    const SourceTree& tree, std::uint32_t token, std::string_view name);

// Words of the functions, classes and modules around a token, and of what its
// name belongs to: `Database::`, `module.exports.`.
std::vector<std::string>
words_around(const SourceTree& tree, std::uint32_t token);

// The table that a field stands in.
struct Table {
  std::uint32_t name = SourceTree::npos; // what the whole table is given to
  bool rejected = false; // a field of one element of many, or an argument of a
                         // call that goes to a version
  bool field = false;    // of an object
  bool argument = false; // of a call
};

Table table_around(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
