// Splits tokens into statements as the server's own client does: psql for
// PostgreSQL, sqlite3's completeness test, mysql with DELIMITER, GO for
// T-SQL. What a runner cuts is another matter.
#pragma once

#include "sql/lexer.hpp"
#include "sql/tsql_starts.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace migcheck::sql {

// One statement. A piece of blanks and comments alone is none, nor is a
// client command.
struct StatementSpan {
  Span span;               // first to last token, terminator included
  bool terminated = true;  // false for most of T-SQL's, too
  std::uint32_t depth = 0; // of the deepest parenthesis
};

// Fed with every token of a text in order. Constant memory and work per
// token; depths are counters. PostgreSQL: `;` ends a statement outside
// parentheses and outside BEGIN … END of CREATE FUNCTION or PROCEDURE. SQLite:
// CREATE TRIGGER ends at `; END ;`. MySQL: without DELIMITER, bodies of
// routines, triggers and events are followed. T-SQL: `;` outside blocks, and
// words that begin a statement (sql/tsql_starts); a batch that creates a
// routine is one statement.
class StatementSplitter {
 public:
  StatementSplitter(std::string_view text, Dialect dialect)
      : text_(text), dialect_(dialect) {}

  // The statement that this token ends, if it ends one: as its last token, or
  // by standing behind it. T-SQL: the token may begin the next one as well.
  std::optional<StatementSpan> feed(const Token& token);

  // The short way for most tokens: true when the token was taken into the open
  // statement and ends nothing. False: it must be fed.
  bool takes(const Token& token) {
    if (!open_ || form_ != Form::plain || dialect_ == Dialect::tsql) {
      return false;
    }
    if (token.kind == TokenKind::word) {
      ++words_;
    } else if (
        token.kind != TokenKind::quoted_identifier &&
        token.kind != TokenKind::string && token.kind != TokenKind::number &&
        (token.kind != TokenKind::operator_ || token.span.size() != 1 ||
         text_[token.span.begin] == '(' || text_[token.span.begin] == ')')) {
      return false;
    } else {
      end_after_semicolon_ = false;
    }
    span_.end = token.span.end;
    previous_ = Word::other;
    after_semicolon_ = false;
    return true;
  }

  // The statement that is open, if one is, which ends here without a
  // terminator: at the end of the text, or where a runner cuts.
  std::optional<StatementSpan> close();

  // True between the first token of a statement and its end.
  bool open() const { return open_; }

  // How many parentheses are open in the open statement.
  std::uint32_t depth() const { return parentheses_; }

 private:
  // What a statement is to the splitter.
  enum class Form : std::uint8_t { unknown, plain, routine };

  // Words that open, close or name blocks.
  enum class Word : std::uint8_t {
    other,
    begin,
    case_,
    end,
    if_,
    loop,
    while_,
    repeat,
    for_,
    create,
    alter,
    object, // TABLE, INDEX and what else is created without a body
    function,
    procedure,
    trigger,
    event,
    or_,
    replace,
    temporary,
    explain,
    then,
    else_,
    do_,
    transaction
  };

  static Word read_word(std::string_view text);
  void begin_statement(const Token& token);
  bool begins_another(const Token& token);
  void follow_condition(std::string_view command);
  void follow(const Token& token);
  void follow_word(Word word);
  void follow_header(Word word);
  void postgresql_word(Word word);
  void sqlite_word(Word word);
  void mysql_word(Word word);
  void tsql_word(Word word);
  bool at_statement_position() const;
  bool ends(std::string_view terminator);

  std::string_view text_;
  Dialect dialect_;
  Span span_;
  std::uint32_t parentheses_ = 0;
  std::uint32_t deepest_ = 0; // of them, in this statement
  std::uint32_t blocks_ = 0;
  std::uint32_t words_ = 0; // unquoted ones, of this statement
  Form form_ = Form::unknown;
  Word previous_ = Word::other; // the token before, if it was a word
  bool after_semicolon_ = false;
  bool end_after_semicolon_ = false;
  bool open_ = false;
  TsqlStarts starts_;

  // Of psql's `\if`: parentheses that were open there, and how many stand
  // inside one another in this statement.
  std::array<std::uint32_t, 8> at_if_{};
  std::uint32_t ifs_ = 0;
};

// All statements of a text.
std::vector<StatementSpan>
split_statements(std::string_view text, Dialect dialect);

} // namespace migcheck::sql
