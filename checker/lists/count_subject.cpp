#include "lists/count_subject.hpp"

#include "lists/calls.hpp"
#include "lists/count_words.hpp"
#include "lists/words.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

constexpr auto npos = SourceTree::npos;
constexpr std::size_t longest_string = 400;

std::string_view text(const SourceTree& tree, std::uint32_t token) {
  return token == npos ? std::string_view() : tree.text_of(token);
}

std::string_view variable(std::string_view word) {
  while (!word.empty() && std::string_view("${\"").find(word[0]) < 3) {
    word.remove_prefix(1);
  }
  while (!word.empty() && std::string_view("}\"").find(word.back()) < 2) {
    word.remove_suffix(1);
  }
  return word;
}

// A variable is given a value where `=`, `:` or a comma stands behind it, or
// where its address is taken.
bool is_given(const SourceTree& tree, std::uint32_t token) {
  const std::uint32_t next = tree.after(token);
  const bool given = next != npos && (tree.is(next, SourceTokenKind::assign) ||
                                      tree.is(next, SourceTokenKind::colon) ||
                                      tree.is(next, SourceTokenKind::comma));
  return given || text(tree, tree.before(token)) == "&";
}

// The tokens of the function around one; none outside of functions. At most
// some thousand of them.
TokenRange function_around(const SourceTree& tree, std::uint32_t token) {
  constexpr std::uint32_t farthest = 2000;
  const auto size = static_cast<std::uint32_t>(tree.tokens.size());
  const std::uint32_t least = token - std::min(token, farthest);
  const std::uint32_t most = std::min(size, token + farthest);
  if (tree.blocks_by_indentation()) {
    const std::uint32_t definition = tree.definition_of(token);
    if (definition == 0) {
      return {};
    }
    const auto next = std::upper_bound(
        tree.definitions.begin(), tree.definitions.end(), token);
    return {
        std::max(least, definition),
        next == tree.definitions.end() ? most : std::min(most, *next)};
  }
  const std::uint32_t home = tree.function_of(tree.around[token]);
  if (home == 0) {
    return {};
  }
  const Bracket& body = tree.brackets[home];
  return {std::max(body.open, least), std::min(body.close, most)};
}

} // namespace

std::vector<std::string>
words_between(const SourceTree& tree, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::string> words;
  for (std::uint32_t at = begin; at < end && at < tree.tokens.size(); ++at) {
    const SourceToken& token = tree.tokens[at];
    if (token.kind == SourceTokenKind::word ||
        token.kind == SourceTokenKind::string) {
      const std::string_view content =
          tree.content_of(at).substr(0, longest_string);
      for (std::string& word : split_words(content)) {
        words.push_back(std::move(word));
      }
    }
  }
  return words;
}

std::vector<std::string>
words_of_subject(const SourceTree& tree, const Assertion& assertion) {
  constexpr std::uint32_t farthest = 600;
  constexpr std::uint32_t longest = 60;
  if (assertion.subject == npos) {
    return {};
  }
  const std::string_view name = variable(tree.content_of(assertion.subject));
  const std::uint32_t home = tree.function_of(tree.around[assertion.subject]);
  const std::uint32_t least = std::max(
      home == 0 ? 0u : tree.brackets[home].open,
      assertion.begin - std::min(assertion.begin, farthest));
  for (std::uint32_t at = assertion.begin; at > least; --at) {
    if (!tree.is(at - 1, SourceTokenKind::word) ||
        tree.text_of(at - 1) != name || !is_given(tree, at - 1)) {
      continue;
    }
    const TokenRange statement = statement_around(tree, at - 1);
    return words_between(
        tree,
        std::max(statement.begin, at - std::min(at, farthest)),
        std::min(statement.end, at + longest));
  }
  return {};
}

std::vector<Span> copies_in_messages(
    const SourceTree& tree,
    const Assertion& assertion,
    std::string_view number) {
  std::vector<Span> copies;
  for (std::uint32_t at = assertion.begin; at < assertion.end; ++at) {
    if (!tree.is(at, SourceTokenKind::string)) {
      continue;
    }
    const std::string_view content = tree.content_of(at);
    const std::uint32_t begin = tree.tokens[at].content.begin;
    std::size_t place = content.find(number);
    while (place != std::string_view::npos && content.size() > number.size()) {
      const std::size_t end = place + number.size();
      const bool free = (place == 0 || content[place - 1] == ' ') &&
                        (end == content.size() || content[end] == ' ' ||
                         content[end] == ',' || content[end] == '.');
      if (free) {
        copies.push_back(
            {static_cast<std::uint32_t>(begin + place),
             static_cast<std::uint32_t>(begin + end)});
      }
      place = content.find(number, end);
    }
  }
  return copies;
}

bool makes_migrations(const SourceTree& tree, std::uint32_t token) {
  const TokenRange around = function_around(tree, token);
  for (std::uint32_t at = around.begin; at < around.end; ++at) {
    if (!tree.is(at, SourceTokenKind::string)) {
      continue;
    }
    const std::string_view content = tree.content_of(at).substr(0, 200);
    if (content.ends_with(".sql") ||
        find_ignoring_case(content, "create table") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool stands_elsewhere(
    const SourceTree& tree, std::uint32_t token, const Assertion& assertion) {
  const TokenRange around = function_around(tree, token);
  for (std::uint32_t at = around.begin; at < around.end; ++at) {
    if (at >= assertion.begin && at < assertion.end) {
      continue;
    }
    if (tree.is(at, SourceTokenKind::number) &&
        tree.text_of(at) == tree.text_of(token)) {
      const std::string call = call_word(tree, tree.around[at]);
      if (!is_assertion_word(call)) {
        return true;
      }
    }
  }
  return false;
}

} // namespace migcheck::lists
