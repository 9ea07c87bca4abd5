#include "ddl/arguments.hpp"

#include "ddl/names.hpp"
#include "ddl/type_names.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;

bool take_mode(Cursor& cursor, ArgumentMode& mode) {
  if (cursor.take("in"_kw)) {
    const bool out = cursor.take("out"_kw);
    mode = out ? ArgumentMode::inout : ArgumentMode::in;
  } else if (cursor.take("out"_kw)) {
    mode = ArgumentMode::out;
  } else if (cursor.take("inout"_kw)) {
    mode = ArgumentMode::inout;
  } else if (cursor.take("variadic"_kw)) {
    mode = ArgumentMode::variadic;
  } else {
    return false;
  }
  return true;
}

// Whether two words are one type: `double precision`.
bool is_type_of_words(const Cursor& cursor) {
  switch (cursor.word(1)) {
  case "precision"_kw:
    return cursor.word() == "double"_kw;
  case "varying"_kw:
    return true;
  case "with"_kw:
  case "without"_kw:
    return cursor.word(2) == "time"_kw;
  case "array"_kw:
  case "default"_kw:
    return true;
  case "character"_kw:
  case "char"_kw:
    return cursor.word() == "national"_kw;
  default:
    return false;
  }
}

bool at_argument_name(const Cursor& cursor) {
  const TokenKind next = cursor.peek(1).kind;
  return at_name(cursor) &&
         (next == TokenKind::word || next == TokenKind::quoted_identifier) &&
         !is_type_of_words(cursor);
}

Argument read_argument(Cursor& element) {
  Argument argument;
  bool moded = take_mode(element, argument.mode);
  if (at_argument_name(element)) {
    argument.name = read_name(element).text;
    if (!moded) {
      take_mode(element, argument.mode);
    }
  }
  argument.type = read_type(element);
  argument.has_default = element.word() == "default"_kw ||
                         element.mark() == '=' ||
                         element.mark() == assignment_mark;
  return argument;
}

} // namespace

std::vector<Argument> read_arguments(Cursor& cursor) {
  std::vector<Argument> arguments;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    arguments.push_back(read_argument(element));
  }
  return arguments;
}

std::string
signature_of(const std::vector<Argument>& arguments, ObjectKind kind) {
  std::string signature;
  for (const Argument& argument : arguments) {
    if (argument.mode == ArgumentMode::out && kind != ObjectKind::procedure) {
      continue;
    }
    signature += signature.empty() ? "" : ", ";
    signature += argument.type.bare;
  }
  return signature;
}

} // namespace migcheck::ddl
