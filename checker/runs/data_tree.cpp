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

// Follows the tokens; `pending` is a key that waits for its value.
class DataTree::Builder {
 public:
  Builder(DataTree& tree, std::string_view text) : tree_(tree), text_(text) {}

  // False where the first document ends.
  bool add(const lists::SourceToken& token) {
    switch (token.kind) {
    case Kind::key:
      add_key(token);
      break;
    case Kind::open:
      open();
      break;
    case Kind::close:
      if (open_.size() > 1) {
        open_.pop_back();
      }
      pending_ = none;
      break;
    case Kind::comma:
      pending_ = none;
      break;
    case Kind::string:
    case Kind::number:
    case Kind::word:
      add_scalar(token);
      break;
    case Kind::other:
      if (begins_with_star(token)) {
        add_alias();
      }
      break;
    case Kind::separator:
      return tree_.nodes_[0].children.empty();
    default:
      break;
    }
    return true;
  }

 private:
  void add_key(const lists::SourceToken& token) {
    DataNode node;
    node.key = token.content.of(text_);
    node.key_span = token.span;
    pending_ = tree_.add(open_.back(), std::move(node));
  }

  void open() {
    if (pending_ == none) {
      const bool document =
          open_.size() == 1 && tree_.nodes_[0].children.empty();
      pending_ = document ? 0 : tree_.add(open_.back(), {});
    }
    open_.push_back(pending_);
    pending_ = none;
  }

  bool begins_with_star(const lists::SourceToken& token) const {
    return token.span.of(text_).starts_with('*');
  }

  void add_alias() {
    if (pending_ == none) {
      pending_ = tree_.add(open_.back(), {});
    }
    tree_.nodes_[pending_].alias = true;
    pending_ = none;
  }

  void add_scalar(const lists::SourceToken& token) {
    if (begins_with_star(token)) {
      add_alias(); // between brackets
      return;
    }
    if (pending_ == none && goes_on(token)) {
      return;
    }
    if (pending_ == none) {
      pending_ = tree_.add(open_.back(), {});
    }
    tree_.nodes_[pending_].token = token.span;
    tree_.nodes_[pending_].content = token.content;
    pending_ = none;
  }

  // A plain scalar of several lines is as many tokens.
  bool goes_on(const lists::SourceToken& token) {
    const auto& siblings = tree_.nodes_[open_.back()].children;
    if (siblings.empty()) {
      return false;
    }
    DataNode& last = tree_.nodes_[siblings.back()];
    if (last.key.empty() || last.token.size() == 0) {
      return false;
    }
    last.token.end = token.span.end;
    last.content.end = token.content.end;
    return true;
  }

  DataTree& tree_;
  std::string_view text_;
  std::vector<std::uint32_t> open_ = {0};
  std::uint32_t pending_ = none;
};

DataTree::DataTree(
    std::string_view text, const std::vector<lists::SourceToken>& tokens)
    : text_(text) {
  nodes_.emplace_back();
  Builder builder(*this, text);
  for (const lists::SourceToken& token : tokens) {
    if (!builder.add(token)) {
      return;
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
