// Which names of a file stand in one syntactic group: one bracket, one string,
// one shell command, or one chain of like statements.
#pragma once

#include "lists/brackets.hpp"
#include "lists/mentions.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::lists {

enum class GroupKind : std::uint8_t {
  bracket, // elements of one bracket
  words,   // words of one string
  command, // arguments of one shell command
  chain,   // like statements of one block
  lines    // one name on each line of a text
};

struct Group {
  GroupKind kind = GroupKind::bracket;
  std::uint32_t bracket = 0; // of `bracket`: that one; else the block around
  std::string callee;        // of a chain: "append", "import", "="
  std::vector<std::uint32_t> mentions; // indexes, in the order of the text
};

// How many different migrations make a group.
enum class Least : std::uint8_t {
  two,
  one // in a manifest: its list may have a single element
};

// Every name belongs to at most one group, the innermost that has enough
// different migrations. Groups are in the order of their first name.
std::vector<Group> group_mentions(
    const SourceTree& tree,
    std::vector<Mention>& mentions,
    Least least = Least::two);

} // namespace migcheck::lists
