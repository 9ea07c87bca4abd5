#include "lists/calls.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace migcheck::lists {
namespace {

bool is_call_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> not_calls = {
      "return",
      "in",
      "of",
      "case",
      "if",
      "elif",
      "and",
      "or",
      "not",
      "is",
      "when",
      "await"};
  return std::find(not_calls.begin(), not_calls.end(), word) == not_calls.end();
}

std::string shell_callee(const SourceTree& tree, std::uint32_t token) {
  constexpr int most_words = 128;
  std::uint32_t first = token;
  std::uint32_t at = token;
  for (int i = 0;; ++i) {
    at = tree.before(at);
    if (at == SourceTree::npos ||
        tree.tokens[at].kind == SourceTokenKind::separator) {
      break;
    }
    if (i == most_words) {
      return {};
    }
    const std::string_view word = tree.text_of(at);
    if (word == "then" || word == "do" || word == "else" ||
        tree.is(at, SourceTokenKind::close)) {
      break; // also the bracket that ends a pattern of `case`
    }
    first = at;
  }
  const bool spec = tree.language->name == "spec";
  if (first == token) {
    return spec ? "%files" : "";
  }
  std::string_view word = tree.text_of(first);
  while (spec && !word.empty() && is_digit(word.back())) {
    word.remove_suffix(1); // Source12: 001_ants.sql
  }
  return std::string(word);
}

// The first word of the statement around a token, in lower case, where it
// runs or records a file.
std::string sql_callee(const SourceTree& tree, std::uint32_t token) {
  constexpr int most_tokens = 256;
  constexpr std::array<std::string_view, 4> verbs = {
      "insert", "select", "call", "exec"};
  std::uint32_t at = token;
  while (tree.around[at] != 0) {
    at = tree.brackets[tree.around[at]].open;
  }
  std::uint32_t first = SourceTree::npos;
  for (int i = 0; i < most_tokens; ++i) {
    at = tree.before(at);
    if (at == SourceTree::npos || tree.is(at, SourceTokenKind::separator)) {
      break;
    }
    first = at;
  }
  if (first == SourceTree::npos) {
    return {};
  }
  std::string word(tree.text_of(first));
  std::transform(word.begin(), word.end(), word.begin(), to_lower);
  const std::uint32_t next = tree.after(first);
  const bool includes = next != SourceTree::npos && tree.around[token] == 0 &&
                        tree.is(next, SourceTokenKind::string);
  const bool known = std::find(verbs.begin(), verbs.end(), word) != verbs.end();
  return includes || known ? word : std::string();
}

// `"001_ants.sql" = "a5f1"` in TOML and the like.
bool is_key_of_data(const SourceTree& tree, std::uint32_t token) {
  const std::string_view language = tree.language->name;
  const std::uint32_t before = tree.before(token);
  const std::uint32_t next = tree.after(token);
  return (language == "toml" || language == "ini" || language == "hcl") &&
         next != SourceTree::npos && tree.is(next, SourceTokenKind::assign) &&
         (before == SourceTree::npos ||
          tree.is(before, SourceTokenKind::separator));
}

bool is_target(std::string_view command) {
  constexpr std::array<std::string_view, 8> words = {
      "COPY", "ADD", "cp", "mv", "ln", "install", "rsync", "scp"};
  return std::find(words.begin(), words.end(), command) != words.end();
}

} // namespace

std::string call_word(const SourceTree& tree, std::uint32_t bracket) {
  const std::uint32_t open = tree.brackets[bracket].open;
  if (bracket == 0) {
    return {};
  }
  std::uint32_t word = tree.before(open);
  const bool macro = tree.text_of(open) == "[" && word != SourceTree::npos &&
                     tree.text_of(word) == "!"; // include_str!["a.sql"]
  if (tree.text_of(open) != "(" && !macro) {
    return {};
  }
  if (word != SourceTree::npos && tree.text_of(word) == "!") {
    word = tree.before(word);
  }
  const bool call = word != SourceTree::npos &&
                    tree.is(word, SourceTokenKind::word) &&
                    is_call_word(tree.text_of(word));
  return call ? std::string(tree.text_of(word)) : std::string();
}

std::vector<std::string>
calls_around(const SourceTree& tree, std::uint32_t token) {
  constexpr std::size_t most_calls = 6;
  std::vector<std::string> calls;
  std::uint32_t bracket = tree.around[token];
  while (bracket != 0 && calls.size() < most_calls &&
         tree.brackets[bracket].kind == BracketKind::list) {
    std::string word = call_word(tree, bracket);
    if (word.empty()) {
      break;
    }
    calls.push_back(std::move(word));
    bracket = tree.brackets[bracket].parent;
  }
  return calls;
}

std::string callee_of(const SourceTree& tree, std::uint32_t token) {
  if (tree.language->family == LanguageFamily::shell) {
    return shell_callee(tree, token);
  }
  if (tree.language->family == LanguageFamily::sql) {
    return sql_callee(tree, token);
  }
  if (is_key_of_data(tree, token)) {
    return "key";
  }
  constexpr int most_steps = 24;
  std::uint32_t at = token;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(at);
    if (before == SourceTree::npos) {
      const std::uint32_t open = tree.brackets[tree.around[at]].open;
      if (tree.around[at] == 0 ||
          tree.brackets[tree.around[at]].kind != BracketKind::list) {
        return {};
      }
      std::string word = call_word(tree, tree.around[at]);
      if (!word.empty()) {
        return word;
      }
      at = open;
      continue;
    }
    switch (tree.tokens[before].kind) {
    case SourceTokenKind::assign:
      return "=";
    case SourceTokenKind::separator:
      return {};
    case SourceTokenKind::word:
      if (at == token && is_call_word(tree.text_of(before))) {
        return std::string(tree.text_of(before));
      }
      break;
    case SourceTokenKind::other:
      if (at == token &&
          tree.text_of(before).find('=') != std::string_view::npos) {
        return {}; // a comparison
      }
      break;
    default:
      break;
    }
    at = before;
  }
  return {};
}

bool is_copy_target(const SourceTree& tree, std::uint32_t token) {
  if (tree.language->family != LanguageFamily::shell) {
    return false;
  }
  const std::uint32_t next = tree.after(token);
  const bool last =
      next == SourceTree::npos || tree.is(next, SourceTokenKind::separator);
  return last && is_target(shell_callee(tree, token));
}

} // namespace migcheck::lists
