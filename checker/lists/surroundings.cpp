#include "lists/surroundings.hpp"

#include "lists/calls.hpp"
#include "lists/format_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace migcheck::lists {
namespace {

constexpr int most_steps = 96;

// Longer names are none.
constexpr std::size_t longest_name = 200;

// `range`, `in` or `of` before what a loop goes through; not List.of.
bool is_loop_word(const SourceTree& tree, std::uint32_t token) {
  const std::string_view word = tree.text_of(token);
  return (word == "range" || word == "in" || word == "of") &&
         (token == 0 || tree.text_of(token - 1) != ".");
}

bool is_assertion(std::string_view callee) {
  const auto begins = [&](std::string_view head) {
    return callee.starts_with(head);
  };
  return begins("assert") || begins("Assert") || begins("expect") ||
         begins("Expect") || begins("should") || begins("require") ||
         callee == "Equal" || callee == "toEqual" ||
         callee == "toStrictEqual" || callee == "eq" || callee == "isEqualTo" ||
         callee == "toBe";
}

// First token of the statement that `token` stands in, at its depth.
std::uint32_t statement_begin(const SourceTree& tree, std::uint32_t token) {
  std::uint32_t first = token;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(first);
    if (before == SourceTree::npos ||
        tree.is(before, SourceTokenKind::separator) ||
        tree.text_of(before) == "{") {
      break;
    }
    first = before;
  }
  return first;
}

// The word that an assignment gives its value to: what stands before the
// colon of a type, after Go's `var`, or right before the `=`.
std::uint32_t assigned_name(const SourceTree& tree, std::uint32_t assign) {
  std::uint32_t last = SourceTree::npos;
  std::uint32_t typed = SourceTree::npos;
  std::uint32_t at = assign;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(at);
    if (before == SourceTree::npos ||
        tree.is(before, SourceTokenKind::separator) ||
        tree.is(before, SourceTokenKind::comma)) {
      break;
    }
    const bool word = tree.is(before, SourceTokenKind::word);
    if (word && (tree.text_of(before) == "var") &&
        tree.language->name == "go" && at != assign) {
      return at;
    }
    if (tree.is(before, SourceTokenKind::colon)) {
      typed = SourceTree::npos;
      const std::uint32_t name = tree.before(before);
      if (name != SourceTree::npos && tree.is(name, SourceTokenKind::word)) {
        typed = name;
      }
    }
    if (word && last == SourceTree::npos) {
      last = before;
    }
    at = before;
  }
  return typed != SourceTree::npos ? typed : last;
}

std::uint32_t field_name(const SourceTree& tree, std::uint32_t colon) {
  const std::uint32_t name = tree.before(colon);
  if (name == SourceTree::npos || !(tree.is(name, SourceTokenKind::word) ||
                                    tree.is(name, SourceTokenKind::string) ||
                                    tree.is(name, SourceTokenKind::key))) {
    return SourceTree::npos;
  }
  return name;
}

// A bracket right after the name of a function and its parameters: the name.
std::uint32_t function_name(const SourceTree& tree, std::uint32_t open) {
  std::uint32_t at = open;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(at);
    if (before == SourceTree::npos ||
        tree.is(before, SourceTokenKind::separator) ||
        tree.text_of(before) == "{") {
      return SourceTree::npos;
    }
    if (tree.text_of(before) == "(") {
      const std::uint32_t name = tree.before(before);
      if (name != SourceTree::npos && tree.is(name, SourceTokenKind::word) &&
          tree.text_of(name) != "func" && tree.text_of(name) != "function") {
        return name;
      }
      if (name != SourceTree::npos && tree.is(name, SourceTokenKind::assign)) {
        return assigned_name(tree, name); // const f = () => {
      }
    }
    at = before;
  }
  return SourceTree::npos;
}

// One step to the left of a list within its bracket. True when the search is
// over.
bool step_left(
    const SourceTree& tree, std::uint32_t before, Declaration& declaration) {
  switch (tree.tokens[before].kind) {
  case SourceTokenKind::key:
    declaration.name = before;
    return true;
  case SourceTokenKind::assign:
    declaration.name = tree.text_of(before) == "=>"
                           ? field_name(tree, before)
                           : assigned_name(tree, before);
    return true;
  case SourceTokenKind::colon:
    declaration.name = field_name(tree, before);
    declaration.subject =
        declaration.name == SourceTree::npos ? declaration.subject : false;
    return true;
  case SourceTokenKind::separator:
  case SourceTokenKind::comma:
    return true;
  case SourceTokenKind::word:
    if (is_loop_word(tree, before)) {
      declaration.subject = true;
      return true;
    }
    return tree.text_of(before) == "return";
  default:
    return false;
  }
}

// The variable that a token reads: a word; in a shell also "${NAME[@]}".
std::string_view subject_name(const SourceTree& tree, std::uint32_t token) {
  const std::string_view text = tree.content_of(token);
  if (tree.language->family != LanguageFamily::shell) {
    return tree.is(token, SourceTokenKind::word) ? text : std::string_view();
  }
  const std::size_t dollar = text.find('$');
  if (dollar == std::string_view::npos ||
      !(tree.is(token, SourceTokenKind::word) ||
        tree.is(token, SourceTokenKind::string))) {
    return {};
  }
  std::string_view name = text.substr(dollar + 1);
  if (name.starts_with('{')) {
    name.remove_prefix(1);
  }
  const auto end = std::find_if_not(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_';
  });
  return name.substr(0, static_cast<std::size_t>(end - name.begin()));
}

bool is_loop_subject(const SourceTree& tree, std::uint32_t token) {
  constexpr std::array<std::string_view, 12> methods = {
      "forEach",
      "for_each",
      "each",
      "iter",
      "into_iter",
      "map",
      "stream",
      "entries",
      "iterator",
      "ForEach",
      "reduce",
      "values"};
  const std::uint32_t before = tree.before(token);
  if (before == SourceTree::npos) {
    return tree.around[token] != 0 &&
           call_word(tree, tree.around[token]) == "foreach";
  }
  if (is_loop_word(tree, before) || tree.text_of(before) == "&") {
    const std::uint32_t word =
        tree.text_of(before) == "&" ? tree.before(before) : before;
    if (word != SourceTree::npos && is_loop_word(tree, word)) {
      return true;
    }
  }
  if (tree.is(before, SourceTokenKind::colon) &&
      call_word(tree, tree.around[token]) == "for") {
    return true;
  }
  const std::size_t next = std::size_t{token} + 2;
  return next < tree.tokens.size() && tree.text_of(token + 1) == "." &&
         std::find(methods.begin(), methods.end(), tree.text_of(token + 2)) !=
             methods.end();
}

} // namespace

Declaration declaration_of(const SourceTree& tree, std::uint32_t token) {
  Declaration declaration;
  std::uint32_t at = token;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(at);
    if (before != SourceTree::npos) {
      if (step_left(tree, before, declaration)) {
        break;
      }
      at = before;
      continue;
    }
    const std::uint32_t around = tree.around[at];
    if (around == 0 || tree.brackets[around].kind != BracketKind::list ||
        tree.text_of(tree.brackets[around].open) == "{") {
      break;
    }
    const std::string callee = call_word(tree, around);
    if (!callee.empty()) {
      declaration.asserted = declaration.asserted || is_assertion(callee);
      declaration.callees.push_back(callee);
    }
    at = tree.brackets[around].open;
  }
  declaration.begin = statement_begin(tree, at);
  return declaration;
}

std::uint32_t statement_of(const SourceTree& tree, std::uint32_t token) {
  while (tree.around[token] != 0 &&
         tree.brackets[tree.around[token]].kind == BracketKind::list) {
    token = tree.brackets[tree.around[token]].open;
  }
  return statement_begin(tree, token);
}

bool is_data(const SourceTree& tree) {
  const std::string_view name = tree.language->name;
  return tree.language->family == LanguageFamily::json ||
         tree.language->family == LanguageFamily::yaml || name == "toml" ||
         name == "ini" || name == "hcl";
}

std::string functions_around(const SourceTree& tree, std::uint32_t token) {
  std::string names;
  const auto add = [&](std::uint32_t name) {
    if (name != SourceTree::npos && !is_format_key(tree, name)) {
      names += (names.empty() ? "" : " ");
      names += tree.content_of(name).substr(0, longest_name);
    }
  };
  const bool data = tree.language->family == LanguageFamily::yaml ||
                    tree.language->family == LanguageFamily::json;
  if (tree.blocks_by_indentation()) {
    const std::uint32_t definition = tree.definition_of(token);
    if (definition + 1 < tree.tokens.size() &&
        tree.is(definition, SourceTokenKind::word) &&
        tree.text_of(definition) == "def") {
      add(definition + 1);
    }
  }
  std::uint32_t bracket = tree.around[token];
  for (int i = 0; i < most_steps && bracket != 0; ++i) {
    if (tree.brackets[bracket].kind == BracketKind::function) {
      add(function_name(tree, tree.brackets[bracket].open));
    } else if (data) {
      add(declaration_of(tree, tree.brackets[bracket].open).name);
    }
    bracket = tree.brackets[bracket].parent;
  }
  return names;
}

Loops::Loops(const SourceTree& tree) : tree_(&tree) {
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view name = subject_name(tree, i);
    if (!name.empty() && is_loop_subject(tree, i)) {
      subjects_.emplace(name, i);
    }
  }
}

std::vector<std::uint32_t> Loops::over(const Declaration& declaration) const {
  constexpr std::size_t most_loops = 100;
  std::vector<std::uint32_t> loops;
  if (declaration.name == SourceTree::npos) {
    return loops;
  }
  const SourceTree& tree = *tree_;
  const std::uint32_t home = tree.function_of(tree.around[declaration.name]);
  const std::uint32_t definition =
      tree.blocks_by_indentation() ? tree.definition_of(declaration.name) : 0;
  const auto [begin, end] =
      subjects_.equal_range(tree.content_of(declaration.name));
  for (auto at = begin; at != end && loops.size() < most_loops; ++at) {
    const std::uint32_t token = at->second;
    const bool reachable =
        home == 0 || tree.function_of(tree.around[token]) == home;
    const bool same_definition =
        definition == 0 || tree.definition_of(token) == definition;
    if (token != declaration.name && reachable && same_definition) {
      loops.push_back(token);
    }
  }
  return loops;
}

} // namespace migcheck::lists
