#include "ddl/guards.hpp"

#include "ddl/effects.hpp"
#include "ddl/names.hpp"

#include <algorithm>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

std::string last_part(const std::string& name) {
  return name.substr(name.rfind('.') + 1);
}

// Of strings in a condition more than a few are no names.
constexpr std::size_t most_literals = 32;

std::vector<std::string> literals_of(Cursor condition) {
  std::vector<std::string> literals;
  for (; !condition.done() && literals.size() < most_literals;
       condition.advance()) {
    if (is_string(condition.peek())) {
      literals.push_back(last_part(string_value(condition.bytes())));
    }
  }
  return literals;
}

bool has_connective(Cursor condition) {
  for (; !condition.done(); condition.skip()) {
    if (condition.word() == "and"_kw || condition.word() == "or"_kw) {
      return true;
    }
  }
  return false;
}

Guard kind_of(Cursor condition) {
  while (condition.mark() == '(') {
    condition = condition.group();
  }
  const bool negated = condition.take("not"_kw);
  if (condition.word() == "exists"_kw && condition.mark(1) == '(') {
    return negated ? Guard::if_missing : Guard::if_present;
  }
  while (!condition.done() && condition.word() != "is"_kw) {
    condition.skip();
  }
  if (condition.take("is"_kw, "null"_kw)) {
    return negated ? Guard::if_present : Guard::if_missing;
  }
  if (condition.take("is"_kw, "not"_kw, "null"_kw)) {
    return negated ? Guard::if_missing : Guard::if_present;
  }
  return Guard::conditional;
}

} // namespace

Condition read_condition(Cursor condition) {
  if (has_connective(condition)) {
    return {Guard::conditional, {}};
  }
  Condition result{kind_of(condition), {}};
  if (result.guard != Guard::conditional) {
    result.literals = literals_of(condition);
  }
  return result;
}

Guard guard_under(const Condition& condition, const What& what) {
  if (condition.literals.empty()) {
    return condition.guard == Guard::none ? Guard::none : Guard::conditional;
  }
  const auto asked = [&condition](const std::string& name) {
    return !name.empty() && std::find(
                                condition.literals.begin(),
                                condition.literals.end(),
                                last_part(name)) != condition.literals.end();
  };
  for (const DynamicPart& part : effects_of(what, DynamicCause::static_ddl)) {
    if (asked(part.object) || asked(part.table)) {
      return condition.guard;
    }
  }
  return Guard::conditional;
}

Guard inner_guard(Guard outer, Guard inner) {
  if (outer == Guard::none || outer == inner) {
    return inner;
  }
  return inner == Guard::none ? outer : Guard::conditional;
}

} // namespace migcheck::ddl
