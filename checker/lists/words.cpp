#include "lists/words.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace migcheck::lists {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word_byte(char c) {
  return is_upper(c) || is_lower(c) || is_digit(c);
}

enum class Hyphens : bool { part, join };

// `part`: a change from lower to upper case begins a word too.
std::vector<std::string> split(std::string_view text, Hyphens hyphens) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside = !words.back().empty();
    if (!is_word_byte(c)) {
      const bool joins = hyphens == Hyphens::join && c == '-' && inside &&
                         i + 1 < text.size() && is_word_byte(text[i + 1]);
      if (inside && !joins) {
        words.emplace_back();
      }
      continue;
    }
    const bool hump = inside && is_upper(c) && hyphens == Hyphens::part &&
                      (is_lower(text[i - 1]) || is_digit(text[i - 1]) ||
                       (is_upper(text[i - 1]) && i + 1 < text.size() &&
                        is_lower(text[i + 1])));
    if (hump) {
      words.emplace_back();
    }
    words.back() += to_lower(c);
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

template <std::size_t size>
std::string first_of(
    const std::vector<std::string>& words,
    const std::array<std::string_view, size>& wanted) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
      });
  return found == words.end() ? std::string() : *found;
}

std::string phrase(
    const std::vector<std::string>& words,
    std::string_view first,
    std::string_view second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == first && words[i + 1] == second) {
      return words[i] + " " + words[i + 1];
    }
  }
  return {};
}

} // namespace

std::vector<std::string> split_words(std::string_view text) {
  return split(text, Hyphens::part);
}

std::vector<std::string> split_prose(std::string_view text) {
  return split(text, Hyphens::join);
}

std::vector<std::vector<std::string>> split_sentences(std::string_view text) {
  std::vector<std::vector<std::string>> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool blank_after =
        i + 1 >= text.size() || text[i + 1] == ' ' || text[i + 1] == '\n';
    const bool ends = i == text.size() || text[i] == '!' || text[i] == ';' ||
                      ((text[i] == '.' || text[i] == ':') && blank_after);
    if (ends) {
      sentences.push_back(split_prose(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return sentences;
}

std::string sentence_says_exclusion(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 13> wanted = {
      "skip",
      "skips",
      "skipped",
      "ignore",
      "ignores",
      "ignored",
      "except",
      "exclude",
      "excludes",
      "excluded",
      "exclusion",
      "exclusions",
      "superseded"};
  return first_of(words, wanted);
}

std::string says_exclusion(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 8> wanted = {
      "exempt",
      "exceptions",
      "known",
      "unlisted",
      "excluding",
      "allowlist",
      "grandfathered",
      "disabled"};
  std::string found = sentence_says_exclusion(words);
  return found.empty() ? first_of(words, wanted) : found;
}

std::string says_subset(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 39> wanted = {
      "subset",    "legacy",     "pre",      "before",    "upgrade",
      "upgrades",  "bootstrap",  "only",     "partial",   "minimal",
      "baseline",  "until",      "upto",     "selected",  "critical",
      "core",      "initial",    "first",    "frozen",    "sample",
      "samples",   "backfill",   "released", "applied",   "shipped",
      "historic",  "historical", "original", "existing",  "old",
      "immutable", "pinned",     "snapshot", "checksums", "hashes",
      "golden",    "example",    "examples", "through"};
  std::string found = first_of(words, wanted);
  for (const std::string_view verb : {"required", "needed", "relevant"}) {
    if (found.empty()) {
      found = phrase(words, verb, "for");
    }
    if (found.empty()) {
      found = phrase(words, verb, "by");
    }
  }
  return found;
}

// Prose is full of "only" and "before": there, only plain words count.
std::string sentence_says_subset(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 8> wanted = {
      "subset",
      "partial",
      "bootstrap",
      "frozen",
      "minimal",
      "bootstraps",
      "upgrade",
      "legacy"};
  if (!words.empty() && (words.front() == "only" || words.front() == "just")) {
    return words.front();
  }
  std::string found = first_of(words, wanted);
  for (const auto& [first, second] :
       {std::pair<std::string_view, std::string_view>{"required", "for"},
        {"needed", "for"},
        {"needed", "by"},
        {"required", "by"},
        {"up", "to"},
        {"stops", "at"},
        {"stop", "at"}}) {
    if (found.empty()) {
      found = phrase(words, first, second);
    }
  }
  return found;
}

std::string says_removed(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 20> wanted = {
      "removed",  "deleted",    "dropped",  "moved",      "retired",
      "obsolete", "superseded", "replaced", "skip",       "skipped",
      "excluded", "omitted",    "disabled", "deprecated", "unused",
      "reverted", "separately", "manually", "merged",     "intentionally"};
  std::string found = first_of(words, wanted);
  for (const auto& [first, second] :
       {std::pair<std::string_view, std::string_view>{"no", "longer"},
        {"not", "needed"},
        {"left", "out"},
        {"on", "purpose"}}) {
    if (found.empty()) {
      found = phrase(words, first, second);
    }
  }
  return found;
}

std::string says_complete(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 5> wanted = {
      "all", "every", "complete", "entire", "everything"};
  std::string found = first_of(words, wanted);
  return found.empty() ? phrase(words, "in", "order") : found;
}

} // namespace migcheck::lists
