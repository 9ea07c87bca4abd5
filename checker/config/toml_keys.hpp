// Which keys of a TOML document are set, and where first.
#pragma once

#include "text/span.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace migcheck {

using TomlNodeId = std::uint32_t;

// One part of a dotted key, as written between its quotes.
struct TomlSegment {
  std::string key;
  Span span;
};

enum class TomlTables : std::uint8_t { one, many }; // [x], [[x]]

// The tree of keys. Node 0 is the document.
class TomlKeys {
 public:
  // `path = value` in a table. The offset where the key was set before, if it
  // was.
  std::optional<std::uint32_t>
  define_value(TomlNodeId table, const std::vector<TomlSegment>& path);

  // `[path]` or `[[path]]`: the table that it opens, or the offset where
  // something of that name was defined that it cannot extend.
  tl::expected<TomlNodeId, std::uint32_t>
  define_table(const std::vector<TomlSegment>& path, TomlTables tables);

  // A table without a name, for an inline one.
  TomlNodeId new_node();

 private:
  enum class Kind : std::uint8_t { implied, value, table, tables };

  struct Node {
    Kind kind = Kind::implied;
    std::uint32_t offset = 0; // of the key that made it
    TomlNodeId element = 0;   // of `tables`: the last one
  };

  TomlNodeId child(TomlNodeId parent, const TomlSegment& segment, Kind kind);
  TomlNodeId parent_of(TomlNodeId top, const std::vector<TomlSegment>& path);
  TomlNodeId find(TomlNodeId parent, const TomlSegment& segment) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::map<std::pair<TomlNodeId, std::string>, TomlNodeId> children_;
};

} // namespace migcheck
