// The tree of brackets in one lexed file, and what each `{` opens.
#pragma once

#include "lists/language.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::lists {

enum class BracketKind : std::uint8_t {
  file,     // the whole text: always brackets[0]
  list,     // ( [ and a `{` with elements: literals, calls, YAML and JSON
  function, // the body of a function or method
  control,  // the body of an if, a loop, a try ...
  scope     // the body of a class or the like
};

struct Bracket {
  std::uint32_t open = 0;  // token; of the file: 0
  std::uint32_t close = 0; // token; the number of tokens when never closed
  std::uint32_t parent = 0;
  BracketKind kind = BracketKind::list;
  bool commas = false;        // some of its bounds are commas
  std::uint32_t function = 0; // the innermost function body, itself included
  // Tokens directly inside that begin or end an element: commas, separators,
  // keys.
  std::vector<std::uint32_t> bounds = {};
};

// Tokens with their places in the tree. Brackets stand in the order in which
// they open, so a parent comes before what it holds.
struct SourceTree {
  std::string_view text;
  const Language* language = nullptr;
  std::vector<SourceToken> tokens;
  std::vector<Bracket> brackets;
  // Per token: the innermost bracket around it. Of a bracket's own tokens:
  // the bracket that it stands in.
  std::vector<std::uint32_t> around;
  // Per opening or closing token: its bracket; 0 for all others.
  std::vector<std::uint32_t> at_token;

  std::string_view text_of(std::uint32_t token) const {
    return tokens[token].span.of(text);
  }

  std::string_view content_of(std::uint32_t token) const {
    return tokens[token].content.of(text);
  }

  bool is(std::uint32_t token, SourceTokenKind kind) const {
    return token < tokens.size() && tokens[token].kind == kind;
  }

  std::vector<std::uint32_t> definitions; // tokens of `def`, in order

  // The innermost function body around a bracket; 0 when there is none.
  std::uint32_t function_of(std::uint32_t bracket) const {
    return brackets[bracket].function;
  }

  // Ruby's %w[a b] and the like: blanks part its elements.
  bool is_word_list(std::uint32_t bracket) const;

  // Number of the element of `bracket` that a token stands in.
  std::uint32_t element_of(std::uint32_t bracket, std::uint32_t token) const;

  // The token before `token` at the same depth, comments left out and whole
  // brackets taken as their opening token; npos where the bracket begins.
  std::uint32_t before(std::uint32_t token) const;

  // The token after `token`, or after the bracket that it opens, at the same
  // depth; npos where the bracket ends.
  std::uint32_t after(std::uint32_t token) const;

  // True for languages whose functions have no brackets: Python and Ruby.
  bool blocks_by_indentation() const;

  // In those: the token of the `def` whose body a token stands in, by
  // indentation; 0 when there is none.
  std::uint32_t definition_of(std::uint32_t token) const;

  static constexpr std::uint32_t npos = 0xFFFFFFFF;
};

// Linear. Unmatched brackets are closed where the outer one ends.
SourceTree build_tree(
    std::string_view text,
    const Language& language,
    std::vector<SourceToken> tokens);

} // namespace migcheck::lists
