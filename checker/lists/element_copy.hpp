// A new element made from one that stands in the list.
#pragma once

#include "lists/brackets.hpp"
#include "model/migration_list.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace migcheck::lists {

struct ElementCopy {
  std::string text;     // without a comma after it
  bool partial = false; // fields that only a person can fill were left out
};

// Copies elements of one list.
class ElementCopier {
 public:
  // `elements` are the spans of all of them, with the mark (comma, semicolon,
  // or NUL for none) that may stand at their ends.
  ElementCopier(
      const SourceTree& tree, const std::vector<Span>& elements, char mark);

  // The element of `model`'s migration, rewritten for another one. Nothing
  // when a literal or an identifier in it is neither made of the migration's
  // name nor the same in other elements, and its field cannot be left out.
  std::optional<ElementCopy>
  copy(Span element, const Migration& model, const Migration& wanted) const;

 private:
  struct Piece {
    Span span;
    std::string text;
  };

  std::optional<std::vector<Piece>>
  pieces(Span bare, const Migration& model, const Migration& wanted) const;
  std::optional<std::string> rewrite(
      std::uint32_t token,
      const Migration& model,
      const Migration& wanted) const;
  bool is_constant(std::uint32_t token) const;
  std::optional<Span> droppable_field(Span element, std::uint32_t token) const;
  Span field_around(std::uint32_t token) const;

  const SourceTree* tree_;
  char mark_;
  std::multiset<std::string_view> words_; // of all elements, once each
};

} // namespace migcheck::lists
