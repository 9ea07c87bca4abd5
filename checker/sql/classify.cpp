// The first words of a statement: its verb and its object.
#include "sql/classify.hpp"

#include "sql/classify_words.hpp"

namespace migcheck::sql {
namespace {

using ddl::ObjectKind;
using namespace word_literals;

// MySQL's DEFINER = … and what stands beside it come before the object.
constexpr std::uint8_t most_header_tokens = 24;

} // namespace

void StatementClassifier::verb_is(StatementVerb verb, State next) {
  kind_.verb = verb;
  state_ = next;
}

StatementKind StatementClassifier::end() {
  const StatementKind kind = kind_;
  kind_ = {};
  state_ = State::first;
  previous_ = 0;
  letters_ = 0;
  tokens_ = 0;
  with_ = adds_ = evaluates_ = false;
  return kind;
}

void StatementClassifier::feed(const Token& token, std::uint32_t depth) {
  if (state_ == State::tail && !may_matter(token)) {
    // AS (SELECT … is AS SELECT.
    previous_ = text_[token.span.begin] == '(' ? previous_ : 0;
    return;
  }
  const WordKey word =
      token.kind == TokenKind::word ? word_key(token.span.of(text_)) : 0;
  switch (state_) {
  case State::first:
    first_word(word);
    break;
  case State::second:
    second_word(word);
    break;
  case State::object:
    object_word(word);
    break;
  case State::options:
    option_word(word);
    break;
  case State::action:
    action_word(word);
    break;
  case State::tail:
    tail_word(word, depth);
    break;
  case State::done:
    break;
  }
  previous_ = word;
}

// True for words that mean something else, or nothing, in other dialects.
bool StatementClassifier::tsql_word(WordKey word) {
  switch (word) {
  case "if"_kw:
  case "while"_kw:
  case "declare"_kw:
  case "print"_kw:
  case "raiserror"_kw:
  case "throw"_kw:
  case "end"_kw:
    verb_is(StatementVerb::control, State::done);
    return true;
  case "exec"_kw:
  case "execute"_kw:
    verb_is(StatementVerb::call, State::done);
    return true;
  case "save"_kw:
    verb_is(StatementVerb::savepoint, State::done);
    return true;
  default:
    return false;
  }
}

void StatementClassifier::first_word(WordKey word) {
  if (dialect_ == Dialect::tsql && tsql_word(word)) {
    return;
  }
  switch (word) {
  case 0:
    // A parenthesis, or the mark of MySQL's comment that is code.
    return;
  case "with"_kw:
    begin_with();
    return;
  case "end"_kw:
    verb_is(StatementVerb::commit, State::done);
    return;
  case "start"_kw:
  case "prepare"_kw:
  case "execute"_kw:
    verb_is(StatementVerb::other, State::second);
    return;
  default:
    break;
  }
  const auto verb = verb_of(word);
  kind_.verb = verb.value_or(StatementVerb::unknown);
  switch (kind_.verb) {
  case StatementVerb::create:
  case StatementVerb::alter:
  case StatementVerb::drop:
  case StatementVerb::reindex:
    state_ = State::object;
    break;
  case StatementVerb::vacuum:
  case StatementVerb::analyze:
  case StatementVerb::cluster:
    kind_.set(StatementFlag::everything);
    state_ = State::second;
    break;
  case StatementVerb::begin:
  case StatementVerb::commit:
  case StatementVerb::rollback:
  case StatementVerb::set:
  case StatementVerb::refresh:
    state_ = State::second;
    break;
  default:
    begin_tail();
  }
}

void StatementClassifier::second_word(WordKey word) {
  using enum StatementVerb;
  switch (kind_.verb) {
  case begin:
    begin_word(word);
    return;
  case commit:
    verb_is(word == "prepared"_kw ? transaction : commit, State::done);
    return;
  case rollback:
    if (word == "to"_kw) {
      verb_is(rollback_to, State::done);
    } else if (word == "prepared"_kw) {
      verb_is(transaction, State::done);
    } else if (word != "work"_kw && word != "transaction"_kw) {
      state_ = State::done;
    }
    return;
  case set:
    if (word == "transaction"_kw || word == "characteristics"_kw) {
      kind_.verb = transaction;
    } else if (word == "role"_kw || word == "authorization"_kw) {
      kind_.set(StatementFlag::names_role);
    }
    state_ = word == "session"_kw || word == "local"_kw ? State::second
                                                        : State::done;
    return;
  case other: // START, PREPARE
    if (word == "transaction"_kw) {
      kind_.verb = previous_ == "start"_kw ? begin : transaction;
    }
    state_ = State::done;
    return;
  case refresh:
    if (word == "concurrently"_kw) {
      kind_.set(StatementFlag::concurrently);
    }
    kind_.object = ObjectKind::materialized_view;
    state_ = word == "materialized"_kw || word == "view"_kw ? State::second
                                                            : State::done;
    return;
  default:
    maintained_word(word);
  }
}

// VACUUM, ANALYZE, CLUSTER: any other word names a table.
void StatementClassifier::maintained_word(WordKey word) {
  constexpr auto all = static_cast<unsigned>(StatementFlag::everything);
  switch (word) {
  case 0:
  case "full"_kw:
  case "freeze"_kw:
  case "verbose"_kw:
  case "analyze"_kw:
  case "analyse"_kw:
  case "true"_kw:
  case "false"_kw:
  case "on"_kw:
  case "off"_kw:
    return;
  default:
    kind_.flags = static_cast<std::uint16_t>(kind_.flags & ~all);
    state_ = State::done;
  }
}

void StatementClassifier::begin_word(WordKey word) {
  state_ = State::done;
  switch (word) {
  case "tran"_kw:
  case "transaction"_kw:
  case "distributed"_kw:
    return;
  case "not"_kw:
    kind_.verb = StatementVerb::do_block; // MariaDB: BEGIN NOT ATOMIC
    return;
  default:
    if (dialect_ == Dialect::tsql) {
      kind_.verb = StatementVerb::control;
    }
  }
}

void StatementClassifier::object_is(ObjectKind object) {
  kind_.object = object;
  state_ = State::options;
}

// True for a word that stands before the object's.
bool StatementClassifier::modifier(WordKey word) {
  switch (word) {
  case "temp"_kw:
  case "temporary"_kw:
    kind_.set(StatementFlag::temporary);
    return true;
  case "replace"_kw:
  case "alter"_kw:
    kind_.set(StatementFlag::or_replace);
    return previous_ == "or"_kw;
  case "concurrently"_kw:
    kind_.set(StatementFlag::concurrently);
    return true;
  case "or"_kw:
  case "unique"_kw:
  case "global"_kw:
  case "local"_kw:
  case "unlogged"_kw:
  case "fulltext"_kw:
  case "spatial"_kw:
  case "clustered"_kw:
  case "nonclustered"_kw:
  case "columnstore"_kw:
  case "recursive"_kw:
  case "materialized"_kw:
  case "foreign"_kw:
  case "constraint"_kw:
  case "virtual"_kw:
  case "live"_kw:
  case "window"_kw:
  case "default"_kw:
  case "hypothetical"_kw:
    return true;
  default:
    return word == 0 || dialect_ == Dialect::mysql;
  }
}

void StatementClassifier::object_word(WordKey word) {
  if (++tokens_ > most_header_tokens) {
    state_ = State::done;
    return;
  }
  // REINDEX (CONCURRENTLY) … has its options before its object.
  const bool reindexes = kind_.verb == StatementVerb::reindex;
  if (const auto object = object_of(word, previous_)) {
    object_is(*object);
  } else if (!modifier(word) && !reindexes) {
    kind_.object = ObjectKind::other;
    begin_tail();
  }
}

void StatementClassifier::option_word(WordKey word) {
  switch (word) {
  case "concurrently"_kw:
    kind_.set(StatementFlag::concurrently);
    return;
  case "if"_kw:
  case "not"_kw:
  case "only"_kw:
    return;
  case "exists"_kw:
    kind_.set(
        previous_ == "not"_kw ? StatementFlag::if_not_exists
                              : StatementFlag::if_exists);
    return;
  case "trigger"_kw:
    kind_.object = kind_.object == ObjectKind::event ? ObjectKind::event_trigger
                                                     : kind_.object;
    return;
  case "function"_kw:
    kind_.object = kind_.object == ObjectKind::aggregate ? ObjectKind::function
                                                         : kind_.object;
    return;
  case "mapping"_kw:
    kind_.object = ObjectKind::other;
    return;
  default:
    break;
  }
  begin_tail();
}

StatementKind classify(std::string_view statement, Dialect dialect) {
  StatementClassifier classifier(statement, dialect);
  Lexer lexer(statement, dialect);
  std::uint32_t depth = 0;
  for (Token token; classifier.wants_more() && lexer.next(token);) {
    if (token.kind == TokenKind::operator_ && token.span.size() == 1) {
      const char mark = statement[token.span.begin];
      depth += mark == '(' ? 1 : 0;
      depth -= mark == ')' && depth > 0 ? 1 : 0;
    }
    if (!is_blank(token.kind) && token.kind != TokenKind::terminator) {
      classifier.feed(token, depth);
    }
  }
  return classifier.end();
}

} // namespace migcheck::sql
