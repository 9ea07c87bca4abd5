// Where in an element of a list a name stands: field, key, place in a tuple.
// One list uses one slot for its names.
#pragma once

#include "lists/grouping.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::lists {

// "k:File" for the value of a field, "key" for a key, "c:load" for an
// argument, "p:1" for a place in a tuple, "e" for the element itself.
std::string
slot_of(const SourceTree& tree, std::uint32_t bracket, std::uint32_t token);

// One element of a bracket with the name that stands for it.
struct SlotEntry {
  std::uint32_t token = 0;
  std::uint32_t mention = SourceTree::npos; // npos: a plain value
};

struct Slots {
  std::string slot;               // the chosen one
  std::vector<SlotEntry> entries; // at most one name per element and slot
  std::uint32_t elements = 0;     // all elements of the bracket
};

// Chooses the slot in which most elements hold a known name.
Slots choose_slots(
    const SourceTree& tree,
    const std::vector<Mention>& mentions,
    const Group& group);

} // namespace migcheck::lists
