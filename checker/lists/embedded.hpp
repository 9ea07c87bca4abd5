// Texts of another language inside of literals: SQL in the strings of code,
// shell commands in the scalars of workflows, compose files and scripts.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <vector>

namespace migcheck::lists {

struct EmbeddedText {
  std::uint32_t token = 0; // the string that holds it
  const Language* language = nullptr;
};

// In the order of the text: strings with the rows of VALUES, or with lines
// that include SQL files, are SQL; in data files, what stands under a key such
// as `run` or `command` and names SQL files is shell.
std::vector<EmbeddedText> embedded_texts(const SourceTree& tree);

// The tree of such a text. Its tokens have the offsets of the whole file, and
// its text is that of the file up to the literal's end.
SourceTree embedded_tree(const SourceTree& host, const EmbeddedText& text);

} // namespace migcheck::lists
