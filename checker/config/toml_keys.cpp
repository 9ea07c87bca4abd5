#include "config/toml_keys.hpp"

namespace migcheck {

TomlNodeId TomlKeys::new_node() {
  nodes_.emplace_back();
  return static_cast<TomlNodeId>(nodes_.size() - 1);
}

// 0 when the parent has no such child.
TomlNodeId TomlKeys::find(TomlNodeId parent, const TomlSegment& segment) const {
  const auto found = children_.find({parent, segment.key});
  return found == children_.end() ? 0 : found->second;
}

TomlNodeId
TomlKeys::child(TomlNodeId parent, const TomlSegment& segment, Kind kind) {
  const auto id = static_cast<TomlNodeId>(nodes_.size());
  const auto [at, added] = children_.try_emplace({parent, segment.key}, id);
  if (added) {
    nodes_.push_back({kind, segment.span.begin, 0});
  }
  return at->second;
}

// The node that the last segment is a child of.
TomlNodeId
TomlKeys::parent_of(TomlNodeId top, const std::vector<TomlSegment>& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const TomlNodeId id = child(top, path[i], Kind::implied);
    top = nodes_[id].kind == Kind::tables ? nodes_[id].element : id;
  }
  return top;
}

std::optional<std::uint32_t>
TomlKeys::define_value(TomlNodeId table, const std::vector<TomlSegment>& path) {
  const TomlNodeId parent = parent_of(table, path);
  if (const TomlNodeId before = find(parent, path.back()); before != 0) {
    return nodes_[before].offset;
  }
  child(parent, path.back(), Kind::value);
  return std::nullopt;
}

tl::expected<TomlNodeId, std::uint32_t> TomlKeys::define_table(
    const std::vector<TomlSegment>& path, TomlTables tables) {
  const bool many = tables == TomlTables::many;
  const Kind kind = many ? Kind::tables : Kind::table;
  const TomlNodeId parent = parent_of(0, path);
  const TomlNodeId before = find(parent, path.back());
  const TomlNodeId id = before != 0 ? before : child(parent, path.back(), kind);
  if (before != 0 && nodes_[id].kind != (many ? Kind::tables : Kind::implied)) {
    return tl::unexpected(nodes_[id].offset);
  }
  if (before != 0 && !many) {
    nodes_[id].offset = path.back().span.begin;
  }
  nodes_[id].kind = kind;
  if (!many) {
    return id;
  }
  const TomlNodeId element = new_node();
  nodes_[id].element = element;
  return element;
}

} // namespace migcheck
