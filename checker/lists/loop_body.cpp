#include "lists/loop_body.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace migcheck::lists {
namespace {

constexpr std::uint32_t most_tokens = 80;

template <std::size_t size>
bool begins_with_one(
    std::string_view word, const std::array<std::string_view, size>& heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    return word.starts_with(head);
  });
}

// open(path, "w"): the bracket of the call holds a mode that writes.
bool has_write_mode(const SourceTree& tree, std::uint32_t open) {
  const std::uint32_t close = std::min(
      tree.brackets[tree.at_token[open]].close,
      static_cast<std::uint32_t>(tree.tokens.size()));
  for (std::uint32_t i = open; i < close; ++i) {
    const std::string_view mode = tree.content_of(i);
    if (tree.is(i, SourceTokenKind::string) &&
        (mode == "w" || mode == "wb" || mode == "x" || mode == "wt")) {
      return true;
    }
  }
  return false;
}

// First token behind the block that holds the loop.
std::uint32_t block_end(const SourceTree& tree, std::uint32_t token) {
  std::uint32_t bracket = tree.around[token];
  if (bracket != 0 && tree.text_of(tree.brackets[bracket].open) == "(") {
    bracket = tree.brackets[bracket].parent; // for (x of names) { … }
  }
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  return bracket == 0 ? count : std::min(tree.brackets[bracket].close, count);
}

} // namespace

bool loop_writes(const SourceTree& tree, std::uint32_t token) {
  constexpr std::array<std::string_view, 7> writers = {
      "write",
      "touch",
      "createfile",
      "mkfile",
      "newfile",
      "outputfile",
      "dump"};
  constexpr std::array<std::string_view, 9> readers = {
      "read",
      "exec",
      "query",
      "apply",
      "run",
      "include",
      "load",
      "source",
      "open"};
  const std::uint32_t own = tree.at_token[token];
  const std::uint32_t begin = own == 0 ? token : tree.brackets[own].close;
  const std::uint32_t block = block_end(tree, token);
  const std::uint32_t end =
      block - begin < most_tokens ? block : begin + most_tokens;
  bool writes = false;
  for (std::uint32_t i = begin; i + 1 < end && begin < block; ++i) {
    if (tree.text_of(i) == "def" || tree.text_of(i) == "func") {
      break;
    }
    if (!tree.is(i, SourceTokenKind::word) || tree.text_of(i + 1) != "(") {
      continue;
    }
    const std::string word = lower_case(tree.text_of(i));
    if (begins_with_one(word, writers) ||
        (word == "open" && has_write_mode(tree, i + 1))) {
      writes = true;
    } else if (begins_with_one(word, readers)) {
      return false;
    }
  }
  return writes;
}

} // namespace migcheck::lists
