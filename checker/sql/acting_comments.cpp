#include "sql/acting_comments.hpp"

#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"

#include <algorithm>
#include <array>

namespace migcheck::sql {
namespace {

constexpr std::array<std::string_view, 6> first_words = {
    "migrate:up",
    "migrate:down",
    "no-transaction",
    "liquibase",
    "changeset",
    "create above / drop below"};

constexpr std::array<std::string_view, 5> liquibase_words = {
    "rollback", "precondition", "validchecksum", "ignorelines", "property"};

std::string_view without_marks(std::string_view comment) {
  while (!comment.empty() &&
         (comment.front() == '-' || comment.front() == '/' ||
          comment.front() == '*' || comment.front() == '#' ||
          is_white_space(comment.front()))) {
    comment.remove_prefix(1);
  }
  return comment;
}

// Words begin with few letters, and most comments with another one.
using FirstLetters = std::array<bool, 256>;

template <std::size_t size>
constexpr FirstLetters
first_letters(const std::array<std::string_view, size>& words) {
  FirstLetters first{};
  for (const std::string_view word : words) {
    first[static_cast<unsigned char>(word.front())] = true;
  }
  return first;
}

constexpr FirstLetters first_word_letters = first_letters(first_words);
constexpr FirstLetters liquibase_letters = first_letters(liquibase_words);

template <std::size_t size>
bool begins_with_any(
    std::string_view text,
    const std::array<std::string_view, size>& words,
    const FirstLetters& letters) {
  if (text.empty() ||
      !letters[static_cast<unsigned char>(to_lower(text.front()))]) {
    return false;
  }
  for (const std::string_view word : words) {
    if (starts_with_ignoring_case(text, word)) {
      return true;
    }
  }
  return false;
}

bool ends_ignoring_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         equals_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

// An optimiser's hint, `+goose`, `+migrate` or `atlas:` at this byte.
bool acts_at(std::string_view comment, std::size_t at) {
  if (comment[at] == ':') {
    return ends_ignoring_case(comment.substr(0, at), "atlas");
  }
  const bool hint = at == 2 && comment.front() == '/';
  return comment[at] == '+' &&
         (hint || starts_with_ignoring_case(comment.substr(at), "+goose") ||
          starts_with_ignoring_case(comment.substr(at), "+migrate"));
}

// The hyphen inside drizzle's `--> statement-breakpoint`.
bool breaks_at(std::string_view comment, std::size_t at) {
  return comment[at] == '-' &&
         starts_with_ignoring_case(comment.substr(at), "-breakpoint") &&
         ends_ignoring_case(comment.substr(0, at), "statement");
}

} // namespace

CommentEffect comment_effect(std::string_view comment, bool formatted) {
  CommentEffect effect = CommentEffect::none;
  for (std::size_t at = 2; at < comment.size(); ++at) {
    const char byte = comment[at];
    if (byte != '-' && byte != '+' && byte != ':') {
      continue;
    }
    if (breaks_at(comment, at)) {
      return CommentEffect::breaks;
    }
    if (acts_at(comment, at)) {
      effect = CommentEffect::acts;
    }
  }
  const std::string_view words = without_marks(comment);
  const bool acts =
      begins_with_any(words, first_words, first_word_letters) ||
      (formatted && begins_with_any(words, liquibase_words, liquibase_letters));
  return acts ? CommentEffect::acts : effect;
}

bool explains(std::string_view comment) {
  constexpr std::array<std::string_view, 5> templates = {
      "todo",
      "fixme",
      "is executed when",                // goose
      "should undo anything in",         // diesel
      "add down migration script here"}; // sqlx
  const bool words = std::any_of(comment.begin(), comment.end(), is_letter);
  return words &&
         std::none_of(
             templates.begin(), templates.end(), [&](std::string_view one) {
               return find_ignoring_case(comment, one) !=
                      std::string_view::npos;
             });
}

bool is_liquibase_formatted(std::string_view text) {
  text = trim_left(without_byte_order_mark(text));
  if (text.substr(0, 2) != "--") {
    return false;
  }
  text = trim_left(text.substr(2));
  constexpr std::string_view name = "liquibase";
  return starts_with_ignoring_case(text, name) &&
         starts_with_ignoring_case(
             trim_left(text.substr(name.size())), "formatted");
}

} // namespace migcheck::sql
