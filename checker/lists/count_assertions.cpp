#include "lists/count_assertions.hpp"

#include "lists/calls.hpp"
#include "lists/count_words.hpp"
#include "lists/words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace migcheck::lists {
namespace {

constexpr auto npos = SourceTree::npos;
constexpr int most_levels = 6;
constexpr int most_steps = 64;

// A longer statement is a table.
constexpr std::uint32_t most_tokens = 1000;

std::string_view text(const SourceTree& tree, std::uint32_t token) {
  return token == npos ? std::string_view() : tree.text_of(token);
}

// The token that stands for a number in its statement: of `uint(7)`, the name
// of the call.
std::uint32_t outermost(const SourceTree& tree, std::uint32_t token) {
  std::uint32_t at = token;
  for (int i = 0; i < most_levels; ++i) {
    const std::uint32_t bracket = tree.around[at];
    if (bracket == 0 || tree.brackets[bracket].kind != BracketKind::list ||
        tree.text_of(tree.brackets[bracket].open) == "{") {
      break;
    }
    at = tree.brackets[bracket].open;
  }
  return at;
}

// A line that goes on with `.toBe(7)` belongs to the statement before.
bool goes_on(const SourceTree& tree, std::uint32_t token) {
  return text(tree, token).starts_with('.');
}

void find_statement(
    const SourceTree& tree, std::uint32_t token, Assertion& assertion) {
  std::uint32_t first = outermost(tree, token);
  std::uint32_t last = first;
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t before = tree.before(first);
    if (before == npos || tree.text_of(before) == "{" ||
        (tree.is(before, SourceTokenKind::separator) &&
         !goes_on(tree, first))) {
      break;
    }
    first = before;
  }
  for (int i = 0; i < most_steps; ++i) {
    const std::uint32_t after = tree.after(last);
    if (after == npos || tree.text_of(after) == "{" ||
        tree.is(after, SourceTokenKind::separator)) {
      break;
    }
    last = after;
  }
  assertion.begin = first;
  assertion.end = last + 1;
  if (tree.is(last, SourceTokenKind::open)) {
    assertion.end = tree.brackets[tree.at_token[last]].close;
  }
}

bool is_equality(std::string_view sign) {
  return sign == "==" || sign == "===" || sign == "!=" || sign == "!==" ||
         sign == "-eq" || sign == "-ne";
}

bool is_inequality(std::string_view sign) {
  return sign == "!=" || sign == "!==" || sign == "-ne";
}

bool fails(std::string_view word) {
  constexpr std::array<std::string_view, 16> words = {
      "fatal",
      "error",
      "errorf",
      "fatalf",
      "throw",
      "raise",
      "panic",
      "exit",
      "fail",
      "bail",
      "die",
      "reject",
      "abort",
      "assert",
      "err",
      "failed"};
  const std::vector<std::string> parts = split_words(word);
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::find(words.begin(), words.end(), part) != words.end();
  });
}

// A failure right behind the comparison: in its block, or behind `||`.
bool fails_behind(const SourceTree& tree, std::uint32_t token) {
  const auto size = static_cast<std::uint32_t>(tree.tokens.size());
  for (std::uint32_t at = token + 1; at < size && at < token + most_steps;
       ++at) {
    if (tree.text_of(at) == "}" || tree.text_of(at) == "fi") {
      return false;
    }
    if (tree.is(at, SourceTokenKind::word) && fails(tree.text_of(at))) {
      return true;
    }
  }
  return false;
}

// `x == 7` or `7 == x`: the sign; else "".
std::string_view comparison(const SourceTree& tree, std::uint32_t token) {
  const std::string_view before = text(tree, tree.before(token));
  if (is_equality(before)) {
    return before;
  }
  const std::string_view after = text(tree, tree.after(token));
  return is_equality(after) ? after : std::string_view();
}

bool asserts(const SourceTree& tree, const Assertion& assertion) {
  for (std::uint32_t at = assertion.begin; at < assertion.end; ++at) {
    if (!tree.is(at, SourceTokenKind::word)) {
      continue;
    }
    const std::string_view word = tree.text_of(at);
    for (const std::string_view head :
         {"assert", "expect", "should", "require", "verify", "ensure"}) {
      if (starts_with_ignoring_case(word, head)) {
        return true;
      }
    }
    if (word == "XCTAssertEqual" || word == "CHECK" || word == "check" ||
        word == "REQUIRE") {
      return true;
    }
  }
  return false;
}

// The call that a number is an argument of, conversions such as uint64(7)
// passed over: "" where there is none. Nothing where it stands in a list.
std::optional<std::string>
call_around(const SourceTree& tree, std::uint32_t token) {
  constexpr std::array<std::string_view, 14> conversions = {
      "Some",
      "Ok",
      "int",
      "int32",
      "int64",
      "uint",
      "uint32",
      "uint64",
      "u32",
      "Int",
      "Integer",
      "Long",
      "Value",
      "BigInt"};
  std::uint32_t bracket = tree.around[token];
  for (int i = 0; i < most_levels; ++i) {
    if (bracket == 0 || tree.brackets[bracket].kind != BracketKind::list) {
      return std::string();
    }
    if (tree.text_of(tree.brackets[bracket].open) != "(") {
      const bool shell = tree.language->family == LanguageFamily::shell;
      return shell ? std::optional<std::string>("") : std::nullopt;
    }
    std::string callee = call_word(tree, bracket);
    const bool converts =
        callee.empty() ||
        std::find(conversions.begin(), conversions.end(), callee) !=
            conversions.end();
    if (!converts) {
      return callee;
    }
    bracket = tree.brackets[bracket].parent;
  }
  return std::nullopt;
}

bool is_condition(std::string_view callee) {
  return callee.empty() || callee == "if" || callee == "unless";
}

bool is_subject(const SourceTree& tree, std::uint32_t token) {
  if (!tree.is(token, SourceTokenKind::word)) {
    return false;
  }
  const std::string_view word = tree.text_of(token);
  const std::uint32_t next = tree.after(token);
  const bool called = text(tree, next) == "(" || text(tree, next) == "!";
  return !called && !is_assertion_word(word) && word != "t" && word != "self" &&
         word != "this" && word != "$this" && word != "if" &&
         word != "Assert" && word != "let" && word != "await" && word != "to" &&
         word != "not";
}

void find_subject(const SourceTree& tree, Assertion& assertion) {
  const bool shell = tree.language->family == LanguageFamily::shell;
  for (std::uint32_t at = assertion.begin; at < assertion.end; ++at) {
    const bool variable_of_shell =
        shell && tree.content_of(at).find('$') != std::string_view::npos;
    if (shell ? variable_of_shell : is_subject(tree, at)) {
      assertion.subject = at;
      return;
    }
  }
}

} // namespace

Assertion assertion_around(const SourceTree& tree, std::uint32_t token) {
  Assertion assertion;
  const auto callee = call_around(tree, token);
  if (!callee) {
    return assertion;
  }
  find_statement(tree, token, assertion);
  if (assertion.end - assertion.begin > most_tokens) {
    return assertion;
  }
  const std::string_view sign = comparison(tree, token);
  // `.expect("12")` of Rust says what went wrong.
  const bool message =
      *callee == "expect" && tree.is(token, SourceTokenKind::string);
  const bool called = is_assertion_word(*callee) && !message;
  // Ruby, Python and Nim leave the brackets out: assert_equal 7, count
  const bool bare = callee->empty() &&
                    is_assertion_word(text(tree, assertion.begin)) &&
                    (!sign.empty() || tree.blocks_by_indentation());
  const bool guard =
      is_condition(*callee) && is_inequality(sign) && fails_behind(tree, token);
  assertion.found = (called && asserts(tree, assertion)) || bare || guard;
  assertion.sized = called && is_size_word(*callee);
  if (assertion.found) {
    find_subject(tree, assertion);
  }
  return assertion;
}

TokenRange statement_around(const SourceTree& tree, std::uint32_t token) {
  Assertion statement;
  find_statement(tree, token, statement);
  return {statement.begin, statement.end};
}

} // namespace migcheck::lists
