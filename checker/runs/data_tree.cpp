#include "runs/data_tree.hpp"

namespace migcheck::runs {
namespace {

using Kind = lists::SourceTokenKind;

Script unescaped(std::string_view text, Span span) {
  Script script;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    char c = text[at];
    if (c == '\\' && at + 1 < span.end) {
      ++at;
      c = text[at] == 'n' ? '\n' : text[at] == 't' ? '\t' : text[at];
      if (text[at] == '\n') {
        continue;
      }
    }
    script.add(c, at);
  }
  return script;
}

// `>` makes blanks of single line ends, unless the next line is deeper.
Script folded(std::string_view text, Span span) {
  Script script;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const bool alone = text[at] == '\n' && at + 1 < span.end &&
                       text[at + 1] != '\n' &&
                       (script.text.empty() || script.text.back() != '\n');
    script.add(alone ? ' ' : text[at], at);
  }
  return script;
}

} // namespace

DataTree::DataTree(
    std::string_view text, const std::vector<lists::SourceToken>& tokens)
    : text_(text) {
  nodes_.emplace_back();
  std::vector<std::uint32_t> open = {0};
  std::uint32_t pending = none; // a key that waits for its value
  for (const lists::SourceToken& token : tokens) {
    switch (token.kind) {
    case Kind::key: {
      DataNode node;
      node.key = token.content.of(text);
      node.key_span = token.span;
      pending = add(open.back(), std::move(node));
      break;
    }
    case Kind::open:
      if (pending == none) {
        pending = open.size() == 1 && nodes_[0].children.empty()
                      ? 0 // the document itself
                      : add(open.back(), {});
      }
      open.push_back(pending);
      pending = none;
      break;
    case Kind::close:
      if (open.size() > 1) {
        open.pop_back();
      }
      pending = none;
      break;
    case Kind::comma:
      pending = none;
      break;
    case Kind::string:
    case Kind::number:
    case Kind::word:
      if (pending == none) {
        const auto& siblings = nodes_[open.back()].children;
        const bool goes_on = !siblings.empty() &&
                             !nodes_[siblings.back()].key.empty() &&
                             nodes_[siblings.back()].token.size() > 0;
        if (goes_on) { // a plain scalar of several lines
          nodes_[siblings.back()].token.end = token.span.end;
          nodes_[siblings.back()].content.end = token.content.end;
          break;
        }
        pending = add(open.back(), {});
      }
      nodes_[pending].token = token.span;
      nodes_[pending].content = token.content;
      pending = none;
      break;
    case Kind::separator:
      if (!nodes_[0].children.empty()) {
        return; // the next document
      }
      break;
    default:
      break;
    }
  }
}

std::uint32_t DataTree::add(std::uint32_t parent, DataNode node) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(std::move(node));
  nodes_[parent].children.push_back(index);
  return index;
}

std::uint32_t
DataTree::child(std::uint32_t parent, std::string_view key) const {
  if (parent == none) {
    return none;
  }
  for (const std::uint32_t index : nodes_[parent].children) {
    if (nodes_[index].key == key) {
      return index;
    }
  }
  return none;
}

bool DataTree::is_scalar(std::uint32_t index) const {
  return index != none && nodes_[index].token.size() > 0;
}

Script DataTree::scalar(std::uint32_t index) const {
  if (!is_scalar(index)) {
    return {};
  }
  const DataNode& node = nodes_[index];
  const char mark = text_[node.token.begin];
  const bool block = node.content.begin > node.token.begin;
  if (block && mark == '"') {
    return unescaped(text_, node.content);
  }
  if (block && mark == '>') {
    return folded(text_, node.content);
  }
  const Script plain = plain_script(text_, node.content);
  if (block && mark == '\'') {
    return replaced(plain, "''", '\'');
  }
  return block ? plain : replaced(plain, "\n", ' ');
}

std::vector<Script> DataTree::scalars(std::uint32_t index) const {
  std::vector<Script> all;
  if (is_scalar(index)) {
    all.push_back(scalar(index));
  } else if (index != none) {
    for (const std::uint32_t item : nodes_[index].children) {
      if (nodes_[item].key.empty() && is_scalar(item)) {
        all.push_back(scalar(item));
      }
    }
  }
  return all;
}

} // namespace migcheck::runs
