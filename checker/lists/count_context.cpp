#include "lists/count_context.hpp"

#include "lists/calls.hpp"
#include "lists/surroundings.hpp"
#include "lists/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace migcheck::lists {
namespace {

constexpr int most_steps = 32;
constexpr int most_levels = 8;
constexpr auto npos = SourceTree::npos;

bool is_name(const SourceTree& tree, std::uint32_t token) {
  return tree.is(token, SourceTokenKind::word) ||
         tree.is(token, SourceTokenKind::string) ||
         tree.is(token, SourceTokenKind::key);
}

bool ends_statement(const SourceTree& tree, std::uint32_t token) {
  return tree.is(token, SourceTokenKind::separator) ||
         tree.is(token, SourceTokenKind::comma) ||
         tree.is(token, SourceTokenKind::open);
}

bool is_keyword(std::string_view word) {
  constexpr std::array<std::string_view, 16> words = {
      "const",
      "var",
      "let",
      "static",
      "final",
      "val",
      "public",
      "private",
      "export",
      "int",
      "mut",
      "readonly",
      "local",
      "define",
      "constexpr",
      "my"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool line_between(
    const SourceTree& tree, std::uint32_t left, std::uint32_t right) {
  const std::uint32_t begin = tree.tokens[left].span.begin;
  return tree.text.substr(begin, tree.tokens[right].span.begin - begin)
             .find('\n') != std::string_view::npos;
}

// Left of a sign: words in reading order, from the statement's beginning.
std::vector<std::uint32_t>
words_left(const SourceTree& tree, std::uint32_t sign) {
  std::vector<std::uint32_t> words;
  std::uint32_t at = tree.before(sign);
  for (int i = 0; i < most_steps && at != npos; ++i) {
    if (ends_statement(tree, at) && tree.at_token[at] == 0) {
      break;
    }
    if (tree.is(at, SourceTokenKind::separator) ||
        tree.is(at, SourceTokenKind::comma) ||
        (!words.empty() && line_between(tree, at, words.back()))) {
      break;
    }
    words.push_back(at);
    at = tree.before(at);
  }
  std::reverse(words.begin(), words.end());
  return words;
}

// Go writes the type behind the name: `latest uint = 7`.
std::uint32_t
go_name(const SourceTree& tree, const std::vector<std::uint32_t>& left) {
  std::uint32_t name = npos;
  for (const std::uint32_t token : left) {
    if (tree.text_of(token) == ".") {
      return npos;
    }
    if (name == npos && tree.is(token, SourceTokenKind::word) &&
        !is_keyword(tree.text_of(token))) {
      name = token;
    }
  }
  return name;
}

// The words of a name, of which longer ones are none.
void add_name(
    const SourceTree& tree,
    std::uint32_t token,
    std::vector<std::string>& words) {
  constexpr std::size_t longest_name = 200;
  if (tree.is(token, SourceTokenKind::word)) {
    for (std::string& word :
         split_words(tree.text_of(token).substr(0, longest_name))) {
      words.push_back(std::move(word));
    }
  }
}

// The words that a class, module or the like is declared with.
void add_header(
    const SourceTree& tree,
    std::uint32_t open,
    std::vector<std::string>& words) {
  std::uint32_t at = tree.before(open);
  for (int i = 0; i < most_steps && at != npos; ++i) {
    if (tree.is(at, SourceTokenKind::separator) || tree.text_of(at) == "{") {
      return;
    }
    add_name(tree, at, words);
    at = tree.before(at);
  }
}

// Where blocks have no brackets: the classes and modules named before.
void add_modules(
    const SourceTree& tree,
    std::uint32_t token,
    std::vector<std::string>& words) {
  constexpr std::uint32_t farthest = 2000;
  int found = 0;
  const std::uint32_t least = token - std::min(token, farthest);
  for (std::uint32_t at = token; at > least && found < 3; --at) {
    const std::string_view word = tree.text_of(at - 1);
    if (tree.is(at - 1, SourceTokenKind::word) &&
        (word == "class" || word == "module") &&
        tree.is(at, SourceTokenKind::word)) {
      ++found;
      add_name(tree, at, words);
    }
  }
}

// `Database::kVersion`, `module.exports.level`.
void add_qualifiers(
    const SourceTree& tree,
    std::uint32_t token,
    std::vector<std::string>& words) {
  std::uint32_t at = declared_name(tree, token);
  for (int i = 0; i < most_levels && at != npos; ++i) {
    const std::uint32_t sign = tree.before(at);
    if (sign == npos ||
        (tree.text_of(sign) != "." && tree.text_of(sign) != "::")) {
      return;
    }
    at = tree.before(sign);
    add_name(tree, at, words);
  }
}

bool goes_somewhere(std::string_view callee) {
  constexpr std::array<std::string_view, 20> words = {
      "migrate",  "migrates", "migration", "upgrade", "downgrade",
      "rollback", "goto",     "to",        "up",      "down",
      "apply",    "force",    "run",       "step",    "steps",
      "insert",   "seed",     "push",      "append",  "register"};
  const std::vector<std::string> parts = split_words(callee);
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::find(words.begin(), words.end(), part) != words.end();
  });
}

// `const (` of Go, and calls that give a table back as it is.
bool declares(std::string_view callee) {
  constexpr std::array<std::string_view, 10> words = {
      "var",
      "const",
      "type",
      "freeze",
      "of",
      "dict",
      "Map",
      "mapOf",
      "from",
      "listOf"};
  return std::find(words.begin(), words.end(), callee) != words.end();
}

} // namespace

std::uint32_t declared_name(const SourceTree& tree, std::uint32_t token) {
  std::uint32_t sign = tree.before(token);
  for (int i = 0; i < most_steps && sign != npos; ++i) {
    if (tree.is(sign, SourceTokenKind::key)) {
      return sign;
    }
    if (tree.is(sign, SourceTokenKind::assign) ||
        tree.is(sign, SourceTokenKind::colon)) {
      break;
    }
    if (tree.is(sign, SourceTokenKind::separator) ||
        tree.is(sign, SourceTokenKind::comma)) {
      return npos;
    }
    sign = tree.before(sign);
  }
  if (sign == npos) {
    return npos;
  }
  const std::vector<std::uint32_t> left = words_left(tree, sign);
  if (left.empty()) {
    return npos;
  }
  for (std::size_t i = 1; i < left.size(); ++i) {
    if (tree.is(left[i], SourceTokenKind::colon)) {
      return is_name(tree, left[i - 1]) ? left[i - 1] : npos; // x: u32 = 7
    }
  }
  if (tree.language->name == "go" && tree.is(sign, SourceTokenKind::assign)) {
    const std::uint32_t name = go_name(tree, left);
    if (name != npos) {
      return name;
    }
  }
  for (std::size_t i = left.size(); i > 0; --i) {
    const std::uint32_t at = left[i - 1];
    if (is_name(tree, at)) {
      return at;
    }
    if (tree.is(at, SourceTokenKind::number)) {
      return npos;
    }
  }
  return npos;
}

std::uint32_t function_of_token(const SourceTree& tree, std::uint32_t token) {
  if (tree.blocks_by_indentation()) {
    const std::uint32_t definition = tree.definition_of(token);
    return definition + 1 < tree.tokens.size() &&
                   tree.is(definition, SourceTokenKind::word) &&
                   tree.text_of(definition) == "def"
               ? definition + 1
               : npos;
  }
  const std::uint32_t bracket = tree.around[token];
  if (bracket == 0 || tree.brackets[bracket].kind != BracketKind::function) {
    return npos;
  }
  std::uint32_t at = tree.brackets[bracket].open;
  for (int i = 0; i < most_steps; ++i) {
    at = tree.before(at);
    if (at == npos || tree.is(at, SourceTokenKind::separator)) {
      return npos;
    }
    if (tree.text_of(at) != "(") {
      continue;
    }
    const std::uint32_t name = tree.before(at);
    if (name != npos && tree.is(name, SourceTokenKind::word)) {
      return name;
    }
  }
  return npos;
}

bool is_local(
    const SourceTree& tree, std::uint32_t token, std::string_view name) {
  if (tree.function_of(tree.around[token]) != 0) {
    return true;
  }
  const bool capitals = std::none_of(
      name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return tree.blocks_by_indentation() && !capitals &&
         tree.definition_of(token) != 0;
}

std::vector<std::string>
words_around(const SourceTree& tree, std::uint32_t token) {
  std::vector<std::string> words = split_words(functions_around(tree, token));
  add_qualifiers(tree, token, words);
  if (tree.blocks_by_indentation()) {
    add_modules(tree, token, words);
  }
  std::uint32_t bracket = tree.around[token];
  for (int i = 0; i < most_levels && bracket != 0; ++i) {
    if (tree.brackets[bracket].kind == BracketKind::scope) {
      add_header(tree, tree.brackets[bracket].open, words);
    }
    bracket = tree.brackets[bracket].parent;
  }
  return words;
}

Table table_around(const SourceTree& tree, std::uint32_t token) {
  Table table;
  std::uint32_t bracket = tree.around[token];
  for (int i = 0; i < most_levels; ++i) {
    if (bracket == 0 || tree.brackets[bracket].kind != BracketKind::list) {
      return table;
    }
    const std::uint32_t open = tree.brackets[bracket].open;
    const std::string_view sign = tree.text_of(open);
    const std::string callee = call_word(tree, bracket);
    table.rejected = table.rejected || goes_somewhere(callee);
    table.argument = table.argument || (!callee.empty() && !declares(callee));
    table.field = table.field || callee.empty();
    if (sign == "[" && i > 0) {
      table.rejected = true; // one element of many
    }
    if (table.name == npos) {
      table.name = declared_name(tree, open);
    }
    bracket = tree.brackets[bracket].parent;
  }
  return table;
}

} // namespace migcheck::lists
