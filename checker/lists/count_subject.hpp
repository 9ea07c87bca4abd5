// What an assertion's variable is made of, and what its function does besides.
#pragma once

#include "lists/brackets.hpp"
#include "lists/count_assertions.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// The words of the names and strings from one token to another.
std::vector<std::string>
words_between(const SourceTree& tree, std::uint32_t begin, std::uint32_t end);

// The words of the statement that gives the assertion's variable its value.
std::vector<std::string>
words_of_subject(const SourceTree& tree, const Assertion& assertion);

// Where an assertion's messages repeat the number: "all 61 migrations".
std::vector<Span> copies_in_messages(
    const SourceTree& tree,
    const Assertion& assertion,
    std::string_view number);

// True when the function makes migrations of its own: it names SQL files, or
// holds SQL that creates tables.
bool makes_migrations(const SourceTree& tree, std::uint32_t token);

// True when the same number stands in the same function outside of any
// assertion: then it is a number of that test's own.
bool stands_elsewhere(
    const SourceTree& tree, std::uint32_t token, const Assertion& assertion);

} // namespace migcheck::lists
