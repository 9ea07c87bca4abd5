#include "ddl/constant_text.hpp"

#include "ddl/names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

constexpr unsigned deepest = 6;         // variables and brackets in each other
constexpr unsigned most_operands = 400; // of one expression, all in all
constexpr std::size_t longest = std::size_t{64} * 1024;

class Evaluator {
 public:
  explicit Evaluator(const Assignments& assignments)
      : assignments_(assignments) {}

  std::string value(Cursor expression, unsigned depth);

 private:
  std::string operand(Cursor operand, unsigned depth);
  std::string call(Cursor operand, unsigned depth);
  std::string format(Cursor arguments, unsigned depth);
  std::string variable(const std::string& name, unsigned depth);

  const Assignments& assignments_;
  unsigned operands_ = 0;
};

std::string unknown() {
  return std::string(hole);
}

bool is_concatenation(const Cursor& cursor) {
  return cursor.peek().kind == TokenKind::operator_ && cursor.bytes() == "||";
}

std::string Evaluator::value(Cursor expression, unsigned depth) {
  std::string text;
  while (!expression.done()) {
    const std::size_t begin = expression.place();
    while (!expression.done() && !is_concatenation(expression)) {
      expression.skip();
    }
    const bool allowed = ++operands_ <= most_operands && depth < deepest;
    text += allowed ? operand(expression.since(begin), depth) : unknown();
    expression.advance();
    if (text.size() > longest) {
      return unknown();
    }
  }
  return text;
}

// What is left of an operand once its first part was read: a cast at most.
bool only_cast(Cursor rest) {
  while (rest.mark() == cast_mark) {
    rest.advance(2);
    rest.group();
  }
  return rest.done();
}

std::string Evaluator::operand(Cursor operand, unsigned depth) {
  const Lexeme& lexeme = operand.peek();
  if (is_string(lexeme)) {
    std::string text = string_value(operand.bytes());
    operand.advance();
    return only_cast(operand) ? text : unknown();
  }
  if (lexeme.kind == TokenKind::number) {
    std::string text(operand.bytes());
    operand.advance();
    return only_cast(operand) ? text : unknown();
  }
  if (lexeme.mark == '(') {
    const Cursor inner = operand.group();
    return only_cast(operand) ? value(inner, depth + 1) : unknown();
  }
  if (lexeme.kind != TokenKind::word) {
    return unknown();
  }
  if (operand.mark(1) == '(') {
    return call(operand, depth);
  }
  const std::string name = lower_case(operand.bytes());
  operand.advance();
  return only_cast(operand) ? variable(name, depth) : unknown();
}

std::string Evaluator::variable(const std::string& name, unsigned depth) {
  const auto found = assignments_.find(name);
  if (found == assignments_.end() || found->second.size() != 1 ||
      found->second.front().done()) {
    return unknown();
  }
  return value(found->second.front(), depth + 1);
}

std::string Evaluator::call(Cursor operand, unsigned depth) {
  const WordKey function = operand.word();
  operand.advance();
  Cursor arguments = operand.group();
  if (!only_cast(operand)) {
    return unknown();
  }
  switch (function) {
  case "format"_kw:
    return format(arguments, depth);
  case "quote_ident"_kw: {
    const std::string name = value(arguments, depth + 1);
    return name.find(hole) == std::string::npos ? quoted_as_needed(name) : name;
  }
  case "quote_literal"_kw:
    return "'" + value(arguments, depth + 1) + "'";
  case "concat"_kw: {
    std::string text;
    while (!arguments.done()) {
      text += value(arguments.element(), depth + 1);
    }
    return text;
  }
  default:
    return unknown();
  }
}

// format('… %I … %2$s', a, b)
std::string Evaluator::format(Cursor arguments, unsigned depth) {
  const std::string pattern = value(arguments.element(), depth + 1);
  std::vector<std::string> values;
  while (!arguments.done()) {
    values.push_back(value(arguments.element(), depth + 1));
  }
  std::string text;
  std::size_t next = 0;
  for (std::size_t i = 0; i < pattern.size() && text.size() < longest; ++i) {
    if (pattern[i] != '%' || ++i >= pattern.size()) {
      text += pattern[std::min(i, pattern.size() - 1)];
      continue;
    }
    if (pattern[i] == '%') {
      text += '%';
      continue;
    }
    std::size_t number = 0;
    std::size_t end = i;
    while (end < pattern.size() && is_digit(pattern[end]) && number < 1000) {
      number = number * 10 + static_cast<std::size_t>(pattern[end++] - '0');
    }
    if (number > 0 && end < pattern.size() && pattern[end] == '$') {
      next = number - 1;
      i = end + 1;
    }
    while (i < pattern.size() && !is_letter(pattern[i])) {
      ++i; // width and flags
    }
    const char kind = i < pattern.size() ? pattern[i] : 's';
    const std::string value = next < values.size() ? values[next] : unknown();
    ++next;
    const bool known = value.find(hole) == std::string::npos;
    text += kind == 'L'            ? "'" + value + "'"
            : kind == 'I' && known ? quoted_as_needed(value)
                                   : value;
  }
  return text;
}

// Words after which a statement or a declaration begins.
bool precedes_statement(const Cursor& cursor) {
  switch (cursor.word()) {
  case "declare"_kw:
  case "begin"_kw:
  case "then"_kw:
  case "else"_kw:
  case "loop"_kw:
    return true;
  default:
    return cursor.mark() == ';';
  }
}

// Whether `:=`, `=` or DEFAULT stands here; moves past it.
bool take_assignment(Cursor& cursor, bool first) {
  return cursor.take_mark(assignment_mark) || cursor.take("default"_kw) ||
         (first && cursor.take_mark('='));
}

} // namespace

// One pass over the words of a body. NOLINTNEXTLINE(readability-function-size)
Assignments find_assignments(Cursor body) {
  Assignments assignments;
  while (!body.done()) {
    if (precedes_statement(body)) {
      body.advance();
      continue;
    }
    const bool named = body.peek().kind == TokenKind::word;
    const std::string name = named ? lower_case(body.bytes()) : std::string{};
    bool first = true;
    for (body.advance(); !body.done() && !precedes_statement(body);
         first = false) {
      if (named && take_assignment(body, first)) {
        const std::size_t begin = body.place();
        while (!body.done() && body.mark() != ';') {
          body.skip();
        }
        assignments[name].push_back(body.since(begin));
      } else if (body.take("into"_kw)) {
        body.take("strict"_kw);
        do {
          const Cursor nothing = body.since(body.place());
          assignments[lower_case(body.bytes())].push_back(nothing);
          body.advance();
        } while (body.take_mark(','));
      } else {
        body.skip();
      }
    }
  }
  return assignments;
}

std::string text_of(const Cursor& expression, const Assignments& assignments) {
  return Evaluator(assignments).value(expression, 0);
}

} // namespace migcheck::ddl
