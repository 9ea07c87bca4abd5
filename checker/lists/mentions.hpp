// Names of migrations in the tokens of one file, before they are grouped.
#pragma once

#include "lists/brackets.hpp"
#include "lists/entries.hpp"
#include "lists/name_index.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::lists {

enum class MentionKind : std::uint8_t {
  known,  // a migration of some directory goes by that name
  shaped, // looks like a migration's file name
  weak,   // looks like one without its extension; never founds a group
  beside  // a file of a migration directory that is no migration
};

struct Mention {
  std::uint32_t token = 0;
  MentionKind kind = MentionKind::known;
  Span span; // of the literal, quotes included; in a word list: of the word
  EntryName name;
  std::string identity;    // equal for the names of one migration: its stem
  bool crossed = false;    // grouping: it left a function body
  std::uint8_t levels = 0; // grouping: brackets that it has left
};

// In the order of the text. A string that is a list of names and nothing else
// gives one mention for each word.
std::vector<Mention>
find_mentions(const SourceTree& tree, const NameIndex& index);

// True for names that found a group.
inline bool founds_group(const Mention& mention) {
  return mention.kind == MentionKind::known ||
         mention.kind == MentionKind::shaped;
}

} // namespace migcheck::lists
