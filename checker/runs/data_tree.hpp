// YAML and JSON as a tree of keys and values, with places.
#pragma once

#include "lists/language.hpp"
#include "runs/script.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

struct DataNode {
  std::string_view key; // "" in a sequence
  Span key_span;
  Span token;         // of a scalar, with its quotes; empty for anything else
  Span content;       // … without them
  bool alias = false; // `*name`: its value stands elsewhere
  std::vector<std::uint32_t> children;
};

// Views the text it was made of. Anchors and tags are left out; an alias is a
// node without a value.
class DataTree {
 public:
  DataTree(
      std::string_view text, const std::vector<lists::SourceToken>& tokens);

  // Node 0 is the first document's top.
  const DataNode& node(std::uint32_t index) const { return nodes_[index]; }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // The child with this key; `none` when there is none, also of `none`.
  std::uint32_t child(std::uint32_t parent, std::string_view key) const;

  std::uint32_t child(
      std::uint32_t parent, std::string_view key, std::string_view key2) const {
    return child(child(parent, key), key2);
  }

  bool is_scalar(std::uint32_t index) const;

  // A scalar's bytes as they stand, without its quotes; empty for others.
  std::string_view bytes(std::uint32_t index) const {
    return is_scalar(index) ? nodes_[index].content.of(text_)
                            : std::string_view();
  }

  // A scalar's text, escapes undone, folded lines joined; empty for others.
  Script scalar(std::uint32_t index) const;

  // The same of a node and, where it is a sequence, of its items.
  std::vector<Script> scalars(std::uint32_t index) const;

 private:
  class Builder;

  std::uint32_t add(std::uint32_t parent, DataNode node);

  std::string_view text_;
  std::vector<DataNode> nodes_;
};

} // namespace migcheck::runs
