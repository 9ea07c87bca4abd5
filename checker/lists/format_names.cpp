#include "lists/format_names.hpp"

#include "text/ascii.hpp"

namespace migcheck::lists {
namespace {

bool says(const SourceTree& tree, std::uint32_t token, std::string_view word) {
  return tree.is(token, SourceTokenKind::word) &&
         equals_ignoring_case(tree.text_of(token), word);
}

// `INSERT INTO app.steps (a, b) VALUES`, `COPY app.steps (a) FROM stdin`.
Span table_name(const SourceTree& tree, std::uint32_t open) {
  constexpr int most_tokens = 64;
  std::uint32_t at = tree.before(open);
  for (int i = 0; i < most_tokens && at != SourceTree::npos; ++i) {
    if (says(tree, at, "into") || says(tree, at, "copy")) {
      break;
    }
    at = tree.is(at, SourceTokenKind::separator) && i > 0 ? SourceTree::npos
                                                          : tree.before(at);
  }
  if (at == SourceTree::npos) {
    return {};
  }
  const std::uint32_t first = at + 1;
  std::uint32_t last = first;
  while (tree.is(last + 1, SourceTokenKind::other) &&
         tree.text_of(last + 1) == "." &&
         tree.is(last + 2, SourceTokenKind::word)) {
    last += 2;
  }
  return tree.is(first, SourceTokenKind::word)
             ? Span{tree.tokens[first].span.begin, tree.tokens[last].span.end}
             : Span{};
}

// `set(VARIABLE …)`, `list(APPEND VARIABLE …)`.
Span cmake_variable(const SourceTree& tree, std::uint32_t open) {
  const std::uint32_t command = tree.before(open);
  if (command == SourceTree::npos) {
    return {};
  }
  const std::uint32_t name = says(tree, command, "set")    ? open + 1
                             : says(tree, command, "list") ? open + 2
                                                           : SourceTree::npos;
  return tree.is(name, SourceTokenKind::word) ? tree.tokens[name].span : Span{};
}

} // namespace

Span format_name(const SourceTree& tree, std::uint32_t open) {
  if (!tree.is(open, SourceTokenKind::open)) {
    return {};
  }
  if (tree.language->family == LanguageFamily::xml) {
    return tree.is(open + 1, SourceTokenKind::word) ? tree.tokens[open + 1].span
                                                    : Span{};
  }
  if (tree.language->family == LanguageFamily::sql) {
    return table_name(tree, open);
  }
  return tree.language->name == "cmake" ? cmake_variable(tree, open) : Span{};
}

bool is_format_key(const SourceTree& tree, std::uint32_t token) {
  const std::string_view key = tree.content_of(token);
  return tree.is(token, SourceTokenKind::key) &&
         (key == "before_script" || key == "after_script");
}

} // namespace migcheck::lists
