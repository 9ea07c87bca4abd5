#include "ddl/bodies.hpp"

#include "ddl/effects.hpp"
#include "ddl/lines.hpp"
#include "ddl/names.hpp"
#include "ddl/tables_used.hpp"
#include "text/ascii.hpp"

#include <iterator>
#include <string>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

// A body and where it stands.
struct Body {
  std::string_view text;
  BodyPlace place;
};

// The bytes between the quotes. `value` keeps those of a string with escapes.
Body body_of(
    const Cursor& string, std::uint32_t statement, std::string& value) {
  const Span token = string.peek().span;
  const std::string_view bytes = string.bytes();
  value = string_value(bytes);
  Body body{value, {token, 1, false}};
  const std::size_t quotes =
      bytes.front() == '$' ? bytes.find('$', 1) + 1 : bytes.find('\'') + 1;
  if (bytes.substr(quotes, value.size()) == value && quotes > 0) {
    const auto begin = static_cast<std::uint32_t>(token.begin + quotes);
    body.place.exact = true;
    body.place.span = {begin, begin + static_cast<std::uint32_t>(value.size())};
    body.text = body.place.span.of(string.text());
  }
  body.place.line =
      count_lines(Span{statement, body.place.span.begin}.of(string.text()));
  return body;
}

bool is_read(std::string_view language) {
  return language == "plpgsql" || language == "sql";
}

DynamicPart foreign_language(const std::string& language, const Body& body) {
  DynamicPart part;
  part.cause = DynamicCause::language;
  part.why = "a body in " + language.substr(0, 40);
  part.span = body.place.span;
  part.line = body.place.line;
  return part;
}

// The string after AS, at depth 0.
bool find_body(Cursor& cursor) {
  for (; !cursor.done(); cursor.skip()) {
    if (cursor.word() == "as"_kw && is_string(cursor.peek(1))) {
      cursor.advance();
      return true;
    }
  }
  return false;
}

void take_static(const Script& statements, std::vector<DynamicPart>& effects) {
  for (const Recognised& statement : statements) {
    for (DynamicPart& part :
         effects_of(statement.what, DynamicCause::static_ddl)) {
      part.span = statement.span;
      part.line = statement.line;
      effects.push_back(std::move(part));
    }
  }
}

} // namespace

DoBlock read_do(
    Cursor& cursor,
    std::uint32_t statement,
    std::uint32_t line,
    Script& statements) {
  DoBlock block;
  block.language = "plpgsql";
  Cursor string = cursor;
  bool found = false;
  for (; !cursor.done(); cursor.advance()) {
    if (cursor.word() == "language"_kw) {
      cursor.advance();
      block.language = lower_case(
          is_string(cursor.peek()) ? string_value(cursor.bytes())
                                   : std::string(cursor.bytes()));
    } else if (is_string(cursor.peek()) && !found) {
      string = cursor;
      found = true;
    }
  }
  if (!found) {
    return block;
  }
  std::string value;
  Body body = body_of(string, statement, value);
  body.place.line += line;
  if (!is_read(block.language)) {
    block.dynamic.push_back(foreign_language(block.language, body));
    return block;
  }
  BlockContents contents =
      read_block(body.text, body.place, block.language == "plpgsql");
  block.dynamic = std::move(contents.dynamic);
  block.reads = std::move(contents.reads);
  block.writes = std::move(contents.writes);
  block.calls = std::move(contents.calls);
  statements = std::move(contents.statements);
  return block;
}

void read_body(
    Cursor whole,
    std::uint32_t statement,
    std::uint32_t line,
    CreateFunction& function) {
  Cursor string = whole;
  const bool postgresql = whole.dialect() == Dialect::postgresql;
  if (!postgresql || !find_body(string)) {
    // Past the arguments: what stands there is the body.
    while (!whole.done() && whole.mark() != '(') {
      whole.advance();
    }
    whole.group();
    TablesUsed used = read_tables_used(whole);
    function.reads = std::move(used.reads);
    function.writes = std::move(used.writes);
    function.calls = functions_of(std::move(used.calls));
    return;
  }
  std::string value;
  Body body = body_of(string, statement, value);
  body.place.line += line;
  const bool internal =
      function.language == "c" || function.language == "internal";
  if (!is_read(function.language)) {
    if (!internal) {
      function.effects.push_back(foreign_language(function.language, body));
    }
    return;
  }
  BlockContents contents =
      read_block(body.text, body.place, function.language == "plpgsql");
  function.effects = std::move(contents.dynamic);
  take_static(contents.statements, function.effects);
  function.reads = std::move(contents.reads);
  function.writes = std::move(contents.writes);
  function.calls = std::move(contents.calls);
}

} // namespace migcheck::ddl
