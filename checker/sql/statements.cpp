#include "sql/statements.hpp"

#include <algorithm>
#include <array>

namespace migcheck::sql {
namespace {

// psql's commands that send what was typed so far.
bool sends_statement(std::string_view command) {
  constexpr std::array<std::string_view, 8> senders = {
      "\\g",
      "\\gx",
      "\\gset",
      "\\gexec",
      "\\gdesc",
      "\\bind",
      "\\crosstabview",
      "\\watch"};
  const std::string_view name =
      command.substr(0, command.find_first_of(" \t("));
  return std::find(senders.begin(), senders.end(), name) != senders.end();
}

// A token that cannot begin a statement.
bool is_no_beginning(TokenKind kind) {
  switch (kind) {
  case TokenKind::terminator:
  case TokenKind::client_command:
  case TokenKind::copy_data:
  case TokenKind::batch_separator:
  case TokenKind::delimiter_command:
  case TokenKind::bad_byte:
    return true;
  default:
    return is_blank(kind);
  }
}

} // namespace

void StatementSplitter::begin_statement(const Token& token) {
  span_ = token.span;
  parentheses_ = 0;
  deepest_ = 0;
  blocks_ = 0;
  words_ = 0;
  form_ = Form::unknown;
  previous_ = Word::other;
  after_semicolon_ = false;
  end_after_semicolon_ = false;
  open_ = true;
  ifs_ = 0;
  starts_.begin();
}

std::optional<StatementSpan> StatementSplitter::close() {
  if (!open_) {
    return std::nullopt;
  }
  open_ = false;
  return StatementSpan{span_, false, deepest_};
}

std::optional<StatementSpan> StatementSplitter::feed(const Token& token) {
  if (is_blank(token.kind)) {
    return std::nullopt;
  }
  if (!open_) {
    if (is_no_beginning(token.kind)) {
      return std::nullopt;
    }
    begin_statement(token);
  }
  if (dialect_ == Dialect::tsql && begins_another(token)) {
    const StatementSpan before{span_, false, deepest_};
    begin_statement(token);
    starts_.starts(text_, token.span.begin, token.span.end);
    follow(token);
    return before;
  }
  switch (token.kind) {
  case TokenKind::client_command:
    follow_condition(token.span.of(text_));
    return sends_statement(token.span.of(text_)) ? close() : std::nullopt;
  case TokenKind::batch_separator:
  case TokenKind::delimiter_command:
    return close();
  case TokenKind::copy_data:
    span_.end = token.span.end;
    return close();
  case TokenKind::terminator:
    span_.end = token.span.end;
    if (!ends(token.span.of(text_))) {
      return std::nullopt;
    }
    open_ = false;
    return StatementSpan{span_, true, deepest_};
  default:
    span_.end = token.span.end;
    follow(token);
    return std::nullopt;
  }
}

// psql takes one branch alone, and forgets the parentheses of the others: each
// begins with those of its `\if`.
void StatementSplitter::follow_condition(std::string_view command) {
  const std::string_view name =
      command.substr(0, command.find_first_of(" \t\\", 1));
  if (name == "\\if") {
    at_if_[ifs_ % at_if_.size()] = parentheses_;
    ++ifs_;
  } else if (
      ifs_ > 0 && (name == "\\elif" || name == "\\else" || name == "\\endif")) {
    parentheses_ = at_if_[(ifs_ - 1) % at_if_.size()];
    ifs_ -= name == "\\endif" ? 1 : 0;
  }
}

// T-SQL: whether this token begins a statement while another one is open.
bool StatementSplitter::begins_another(const Token& token) {
  if (parentheses_ > 0 || blocks_ > 0 || form_ == Form::routine) {
    return false;
  }
  if (token.kind == TokenKind::word) {
    return starts_.starts(text_, token.span.begin, token.span.end);
  }
  starts_.pass(text_[token.span.begin]);
  return false;
}

// Whether a terminator ends the open statement, and what it means otherwise.
bool StatementSplitter::ends(std::string_view terminator) {
  const bool inside = [&] {
    switch (dialect_) {
    case Dialect::postgresql:
      return parentheses_ > 0 || blocks_ > 0;
    case Dialect::sqlite:
      return form_ == Form::routine && !end_after_semicolon_;
    case Dialect::mysql:
      return blocks_ > 0 && terminator == ";";
    case Dialect::tsql:
      return blocks_ > 0 || form_ == Form::routine;
    default:
      return false;
    }
  }();
  previous_ = Word::other;
  after_semicolon_ = true;
  end_after_semicolon_ = false;
  return !inside;
}

void StatementSplitter::follow(const Token& token) {
  if (token.kind == TokenKind::word) {
    ++words_;
    if (form_ != Form::plain) {
      follow_word(read_word(token.span.of(text_)));
      return;
    }
    previous_ = Word::other;
    after_semicolon_ = false;
    return;
  }
  if (token.kind == TokenKind::operator_ && token.span.size() == 1) {
    const char mark = text_[token.span.begin];
    parentheses_ += mark == '(' ? 1 : 0;
    deepest_ = std::max(deepest_, parentheses_);
    parentheses_ -= mark == ')' && parentheses_ > 0 ? 1 : 0;
    // A label's colon stands before a statement, as a semicolon does.
    after_semicolon_ = mark == ':' && form_ == Form::routine;
  } else {
    after_semicolon_ = false;
  }
  previous_ = Word::other;
  end_after_semicolon_ = false;
}

void StatementSplitter::follow_word(Word word) {
  if (form_ == Form::unknown) {
    follow_header(word);
  }
  if (form_ == Form::routine) {
    switch (dialect_) {
    case Dialect::postgresql:
      postgresql_word(word);
      break;
    case Dialect::sqlite:
      sqlite_word(word);
      break;
    case Dialect::mysql:
      mysql_word(word);
      break;
    default:
      break;
    }
  }
  if (dialect_ == Dialect::tsql) {
    tsql_word(word);
  }
  previous_ = word;
  after_semicolon_ = false;
}

// Decides by the first words whether the statement has a body.
void StatementSplitter::follow_header(Word word) {
  const bool first = words_ == 1;
  switch (dialect_) {
  case Dialect::postgresql: {
    const bool may_go_on = first ? word == Word::create
                                 : (words_ == 2 && word == Word::or_) ||
                                       (words_ == 3 && word == Word::replace &&
                                        previous_ == Word::or_);
    const bool routine = word == Word::function || word == Word::procedure;
    form_ = may_go_on           ? Form::unknown
            : routine && !first ? Form::routine
                                : Form::plain;
    break;
  }
  case Dialect::sqlite: {
    const bool may_go_on = word == Word::create || word == Word::temporary ||
                           word == Word::explain;
    form_ = may_go_on                         ? Form::unknown
            : word == Word::trigger && !first ? Form::routine
                                              : Form::plain;
    break;
  }
  case Dialect::mysql:
    if (first) {
      form_ = word == Word::create || word == Word::alter || word == Word::begin
                  ? Form::unknown
                  : Form::plain;
    } else if (
        previous_ == Word::begin || word == Word::object ||
        word == Word::temporary) {
      form_ = Form::plain;
    } else if (
        word == Word::function || word == Word::procedure ||
        word == Word::trigger || word == Word::event) {
      form_ = Form::routine;
    }
    break;
  case Dialect::tsql:
    if (words_ > 4) {
      break;
    }
    if (word == Word::function || word == Word::procedure ||
        word == Word::trigger) {
      const bool header = previous_ == Word::create || previous_ == Word::alter;
      form_ = header ? Form::routine : form_;
    }
    break;
  default:
    form_ = Form::plain;
  }
}

void StatementSplitter::postgresql_word(Word word) {
  if (parentheses_ > 0) {
    return;
  }
  if (word == Word::begin || (word == Word::case_ && blocks_ > 0)) {
    ++blocks_;
  } else if (word == Word::end && blocks_ > 0) {
    --blocks_;
  }
}

void StatementSplitter::sqlite_word(Word word) {
  end_after_semicolon_ = word == Word::end && after_semicolon_;
}

bool StatementSplitter::at_statement_position() const {
  return after_semicolon_ || previous_ == Word::begin ||
         previous_ == Word::then || previous_ == Word::else_ ||
         previous_ == Word::do_ || previous_ == Word::loop ||
         previous_ == Word::repeat;
}

void StatementSplitter::mysql_word(Word word) {
  const bool after_end = previous_ == Word::end;
  const bool in_header = blocks_ == 0;
  switch (word) {
  case Word::begin:
    ++blocks_;
    break;
  case Word::case_:
    blocks_ += after_end ? 0 : 1;
    break;
  case Word::if_: {
    const bool exists =
        previous_ == Word::trigger || previous_ == Word::function ||
        previous_ == Word::procedure || previous_ == Word::event;
    const bool opens = in_header ? !exists : at_statement_position();
    blocks_ += opens && !after_end ? 1 : 0;
    break;
  }
  case Word::loop:
  case Word::while_:
  case Word::repeat:
  case Word::for_:
    blocks_ += at_statement_position() && !after_end && !in_header ? 1 : 0;
    break;
  case Word::end:
    blocks_ -= blocks_ > 0 ? 1 : 0;
    break;
  default:
    break;
  }
}

void StatementSplitter::tsql_word(Word word) {
  if (word == Word::begin || word == Word::case_) {
    ++blocks_;
    return;
  }
  const bool begun = word == Word::transaction && previous_ == Word::begin;
  if (blocks_ > 0 && (word == Word::end || begun)) {
    --blocks_;
  }
}

std::vector<StatementSpan>
split_statements(std::string_view text, Dialect dialect) {
  std::vector<StatementSpan> statements;
  Lexer lexer(text, dialect);
  StatementSplitter splitter(text, dialect);
  Token token;
  while (lexer.next(token)) {
    if (const auto statement = splitter.feed(token)) {
      statements.push_back(*statement);
    }
  }
  if (const auto statement = splitter.close()) {
    statements.push_back(*statement);
  }
  return statements;
}

} // namespace migcheck::sql
