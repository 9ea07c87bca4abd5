#include "copies/purpose.hpp"

#include "lists/calls.hpp"
#include "lists/comments.hpp"
#include "lists/surroundings.hpp"
#include "lists/words.hpp"
#include "model/path_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace migcheck::copies {
namespace {

using lists::SourceTree;

// Beginnings of words: "migrator", "upgrades".
constexpr std::array<std::string_view, 8> stems = {
    "migrat",
    "upgrad",
    "downgrad",
    "backfill",
    "histori",
    "obsolet",
    "deprecat",
    "outdated"};

constexpr std::array<std::string_view, 21> words = {
    "legacy", "old",     "older",   "oldest",    "previous", "prior",
    "before", "pre",     "former",  "earlier",   "rollback", "revert",
    "past",   "archive", "stale",   "snapshots", "archived", "baseline",
    "drift",  "ancient", "original"};

// Of comments: what stands for a table, on purpose.
constexpr std::array<std::string_view, 14> deliberate = {
    "minimal",
    "subset",
    "simplified",
    "partial",
    "stub",
    "trimmed",
    "reduced",
    "deliberately",
    "intentionally",
    "purposely",
    "fake",
    "mock",
    "frozen",
    "version"};

constexpr std::array<std::string_view, 12> folders = {
    "docs",
    "doc",
    "example",
    "examples",
    "sample",
    "samples",
    "demo",
    "node_modules",
    "vendor",
    "third_party",
    "site-packages",
    "__snapshots__"};

// Beginnings of calls that compare.
constexpr std::array<std::string_view, 11> assertions = {
    "assert",
    "expect",
    "should",
    "require",
    "equal",
    "isequal",
    "toequal",
    "tobe",
    "tostrict",
    "contains",
    "tocontain"};

template <typename Words>
bool holds(const Words& known, std::string_view word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

// "v1", "v12".
bool is_version(std::string_view word) {
  return word.size() > 1 && word.size() < 5 && word[0] == 'v' &&
         std::all_of(word.begin() + 1, word.end(), is_digit);
}

bool is_old_word(std::string_view word) {
  return holds(words, word) || is_version(word) ||
         std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) {
           return word.starts_with(stem);
         });
}

bool says_old(const std::vector<std::string>& said) {
  return std::any_of(said.begin(), said.end(), is_old_word);
}

bool says_deliberate(const std::vector<std::string>& said) {
  return std::any_of(said.begin(), said.end(), [](const std::string& word) {
    return is_old_word(word) || holds(deliberate, word);
  });
}

// It is compared with something.
bool is_expected(const SourceTree& tree, std::uint32_t token) {
  const std::vector<std::string> calls = lists::calls_around(tree, token);
  return std::any_of(calls.begin(), calls.end(), [](const std::string& call) {
    return std::any_of(
        assertions.begin(), assertions.end(), [&](std::string_view head) {
          return starts_with_ignoring_case(call, head);
        });
  });
}

} // namespace

bool is_other_schema(std::string_view path) {
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = rest.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string_view part = rest.substr(begin);
    const std::vector<std::string> said = lists::split_words(part);
    // `api/v1` is a path of something else.
    const bool folder = rest.size() < path.size();
    if (folder ? holds(folders, lower_case(part)) ||
                     (says_old(said) && !is_version(lower_case(part)))
               : says_old(said)) {
      return true;
    }
    rest = rest.substr(0, begin == 0 ? 0 : slash);
  }
  return is_archive(path);
}

bool is_other_schema(const SourceTree& tree, std::uint32_t token) {
  const lists::Declaration declaration = lists::declaration_of(tree, token);
  std::string names = lists::functions_around(tree, token);
  std::string comments = lists::comments_above(tree, token);
  if (declaration.name != SourceTree::npos) {
    names += ' ';
    names += tree.content_of(declaration.name);
  }
  if (declaration.begin != SourceTree::npos) {
    comments += ' ' + lists::comments_above(tree, declaration.begin);
  }
  return is_expected(tree, token) || says_old(lists::split_words(names)) ||
         says_deliberate(lists::split_prose(comments));
}

} // namespace migcheck::copies
