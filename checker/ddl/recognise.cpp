#include "ddl/recognise.hpp"

#include "ddl/bodies.hpp"
#include "ddl/dispatch.hpp"
#include "ddl/lines.hpp"
#include "sql/load.hpp"
#include "sql/statements.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::Token;

// One statement on its way into a script.
class StatementReader {
 public:
  StatementReader(const Lexemes& lexemes, std::uint32_t line, Script& script)
      : whole_(lexemes), line_(line), templated_(lexemes.templated()),
        begin_(whole_.peek().span.begin), script_(script) {}

  // `sink` is empty, and is so again afterwards.
  void read(Sink& sink);

 private:
  void add(What&& what);
  void finish(What& what);

  const Cursor whole_;
  std::uint32_t line_;
  bool templated_;
  std::uint32_t begin_;
  Script& script_;
};

void StatementReader::add(What&& what) {
  finish(what);
  Recognised& statement = script_.emplace_back();
  statement.span = whole_.span();
  statement.line = line_;
  statement.templated = templated_;
  statement.what = std::move(what);
}

// What needs the place of the whole statement.
void StatementReader::finish(What& what) {
  if (auto* function = std::get_if<CreateFunction>(&what)) {
    read_body(whole_, begin_, line_, *function);
  } else if (auto* table = std::get_if<CreateTable>(&what)) {
    table->incomplete = table->incomplete || templated_;
  } else if (auto* unknown = std::get_if<Unknown>(&what)) {
    unknown->part.cause =
        templated_ ? DynamicCause::template_ : DynamicCause::unsupported;
    unknown->part.why = "the statement is not understood";
    unknown->part.span = whole_.span();
    unknown->part.line = line_;
  }
}

void StatementReader::read(Sink& sink) {
  Cursor cursor = whole_;
  if (cursor.take("do"_kw) && cursor.dialect() == Dialect::postgresql) {
    Script statements;
    add(read_do(cursor, begin_, line_, statements));
    std::move(
        statements.begin(), statements.end(), std::back_inserter(script_));
    return;
  }
  cursor = whole_;
  read_statement(cursor, sink);
  for (What& what : sink) {
    add(std::move(what));
  }
  sink.clear();
}

} // namespace

void Recogniser::end(
    Span span, Section section, std::uint32_t index, Script& script) {
  const std::uint32_t begin = std::max(span.begin, counted_);
  const std::string_view passed = text_.substr(counted_, begin - counted_);
  line_ += count_lines(passed);
  counted_ = begin;
  const std::size_t first = script.size();
  if (!lexemes_.all().empty()) {
    StatementReader(lexemes_, line_, script).read(sink_);
  }
  lexemes_.clear();
  for (std::size_t i = first; i < script.size(); ++i) {
    Recognised& statement = script[i];
    statement.statement = index;
    statement.section = section;
    statement.span = statement.inside_block ? statement.span : span;
  }
}

Script recognise_statements(
    std::string_view text,
    Dialect dialect,
    const std::vector<Statement>& statements) {
  Script script;
  script.reserve(statements.size());
  Recogniser recogniser(text, dialect);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    recogniser.add(statements[i].span);
    recogniser.end(
        statements[i].span,
        statements[i].section,
        static_cast<std::uint32_t>(i),
        script);
  }
  return script;
}

Script recognise_file(std::string_view text, Dialect dialect, LayoutId layout) {
  const SqlFile file =
      read_sql_file(text, dialect, layout, Limits{}, Digests::no);
  return recognise_statements(text, dialect, file.statements);
}

namespace {

Script
recognise_most(std::string_view text, Dialect dialect, std::size_t most) {
  Script script;
  Recogniser recogniser(text, dialect);
  sql::Lexer lexer(text, dialect);
  sql::StatementSplitter splitter(text, dialect);
  std::uint32_t index = 0;
  for (Token token; index < most && lexer.next_visible(token);) {
    const auto statement = splitter.feed(token);
    const bool last = statement && statement->span.end == token.span.end;
    if (statement && !last) { // by the first token of the next one
      recogniser.end(statement->span, Section::up, index++, script);
    }
    if (splitter.open()) {
      recogniser.add(token);
    }
    if (last) {
      recogniser.end(statement->span, Section::up, index++, script);
    }
  }
  const auto statement = index < most ? splitter.close() : std::nullopt;
  if (statement) {
    recogniser.end(statement->span, Section::up, index, script);
  }
  return script;
}

} // namespace

Script recognise_text(std::string_view text, Dialect dialect) {
  constexpr auto all = std::numeric_limits<std::size_t>::max();
  return recognise_most(text, dialect, all);
}

Script recognise_first(std::string_view text, Dialect dialect) {
  return recognise_most(text, dialect, 1);
}

} // namespace migcheck::ddl
