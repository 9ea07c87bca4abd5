#include "sql/classify.hpp"

#include "text/ascii.hpp"

#include <array>
#include <optional>
#include <utility>

namespace migcheck::sql {
namespace {

using ddl::ObjectKind;
using namespace word_literals;

// MySQL's DEFINER = … and what stands beside it come before the object.
constexpr std::uint8_t most_header_tokens = 24;

constexpr std::uint32_t letters_of(std::string_view first_letters) {
  std::uint32_t letters = 0;
  for (const char letter : first_letters) {
    letters |= 1U << static_cast<unsigned>(letter - 'a');
  }
  return letters;
}

constexpr std::uint32_t all_letters = letters_of("abcdefghijklmnopqrstuvwxyz");

// What a verb's word means; `other` for what touches no schema.
std::optional<StatementVerb> verb_of(WordKey word) {
  using enum StatementVerb;
  using Entry = std::pair<WordKey, StatementVerb>;
  static constexpr std::array<Entry, 64> table = {{
      {"insert"_kw, insert},     {"select"_kw, select},
      {"create"_kw, create},     {"alter"_kw, alter},
      {"update"_kw, update},     {"drop"_kw, drop},
      {"delete"_kw, delete_},    {"comment"_kw, comment},
      {"do"_kw, do_block},       {"set"_kw, set},
      {"grant"_kw, grant},       {"begin"_kw, begin},
      {"commit"_kw, commit},     {"replace"_kw, insert},
      {"values"_kw, select},     {"table"_kw, select},
      {"merge"_kw, merge},       {"truncate"_kw, truncate},
      {"copy"_kw, copy},         {"call"_kw, call},
      {"rename"_kw, rename},     {"revoke"_kw, revoke},
      {"refresh"_kw, refresh},   {"abort"_kw, rollback},
      {"rollback"_kw, rollback}, {"savepoint"_kw, savepoint},
      {"release"_kw, release},   {"reset"_kw, reset},
      {"use"_kw, use},           {"lock"_kw, lock},
      {"unlock"_kw, lock},       {"vacuum"_kw, vacuum},
      {"analyze"_kw, analyze},   {"analyse"_kw, analyze},
      {"reindex"_kw, reindex},   {"cluster"_kw, cluster},
      {"explain"_kw, explain},   {"describe"_kw, explain},
      {"pragma"_kw, pragma},     {"checkpoint"_kw, other},
      {"discard"_kw, other},     {"listen"_kw, other},
      {"unlisten"_kw, other},    {"notify"_kw, other},
      {"load"_kw, other},        {"deallocate"_kw, other},
      {"declare"_kw, other},     {"fetch"_kw, other},
      {"move"_kw, other},        {"close"_kw, other},
      {"security"_kw, other},    {"reassign"_kw, other},
      {"show"_kw, other},        {"optimize"_kw, other},
      {"attach"_kw, other},      {"detach"_kw, other},
      {"flush"_kw, other},       {"delimiter"_kw, other},
      {"system"_kw, other},      {"kill"_kw, other},
      {"handler"_kw, other},     {"import"_kw, other},
      {"exchange"_kw, rename},   {"purge"_kw, other},
  }};
  for (const Entry& entry : table) {
    if (entry.first == word) {
      return entry.second;
    }
  }
  return std::nullopt;
}

std::optional<ObjectKind> object_of(WordKey word, WordKey previous) {
  switch (word) {
  case "table"_kw:
    return previous == "foreign"_kw ? ObjectKind::foreign_table
                                    : ObjectKind::table;
  case "index"_kw:
    return ObjectKind::index;
  case "view"_kw:
    return previous == "materialized"_kw ? ObjectKind::materialized_view
                                         : ObjectKind::view;
  case "sequence"_kw:
    return ObjectKind::sequence;
  case "type"_kw:
    return ObjectKind::type;
  case "domain"_kw:
    return ObjectKind::domain;
  case "schema"_kw:
    return ObjectKind::schema;
  case "database"_kw:
    return ObjectKind::database;
  case "extension"_kw:
    return ObjectKind::extension;
  case "function"_kw:
    return ObjectKind::function;
  case "procedure"_kw:
  case "proc"_kw:
    return ObjectKind::procedure;
  case "routine"_kw:
    return ObjectKind::routine;
  case "aggregate"_kw:
    return ObjectKind::aggregate;
  case "trigger"_kw:
    return ObjectKind::trigger;
  case "event"_kw:
    return ObjectKind::event;
  case "policy"_kw:
    return ObjectKind::policy;
  case "rule"_kw:
    return ObjectKind::rule;
  case "role"_kw:
  case "user"_kw:
  case "group"_kw:
  case "login"_kw:
    return ObjectKind::role;
  case "dictionary"_kw:
    return ObjectKind::dictionary;
  case "tablespace"_kw:
    return ObjectKind::tablespace;
  case "subscription"_kw:
    return ObjectKind::subscription;
  case "publication"_kw:
    return ObjectKind::publication;
  case "system"_kw:
    return ObjectKind::system;
  case "privileges"_kw:
    return ObjectKind::privileges;
  default:
    return std::nullopt;
  }
}

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

// A short way for most words of long statements.
bool StatementClassifier::may_matter(const Token& token) const {
  if (token.kind != TokenKind::word) {
    return false;
  }
  const auto letter =
      static_cast<unsigned>(fold_letter(text_[token.span.begin]) - 'a');
  return previous_ != 0 || (letter < 26 && (letters_ >> letter & 1U) != 0);
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

void StatementClassifier::first_word(WordKey word) {
  if (dialect_ == Dialect::tsql) {
    switch (word) {
    case "if"_kw:
    case "while"_kw:
    case "declare"_kw:
    case "print"_kw:
    case "raiserror"_kw:
    case "throw"_kw:
    case "end"_kw:
      verb_is(StatementVerb::control, State::done);
      return;
    case "exec"_kw:
    case "execute"_kw:
      verb_is(StatementVerb::call, State::done);
      return;
    case "save"_kw:
      verb_is(StatementVerb::savepoint, State::done);
      return;
    default:
      break;
    }
  }
  switch (word) {
  case 0:
    // A parenthesis, or the mark of MySQL's comment that is code.
    return;
  case "with"_kw:
    with_ = true;
    letters_ = letters_of("sidumv");
    verb_is(StatementVerb::select, State::tail);
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

// After the verb and its object: whether words still matter, and which.
void StatementClassifier::begin_tail() {
  state_ = State::tail;
  switch (kind_.verb) {
  case StatementVerb::update:
  case StatementVerb::delete_:
    letters_ = letters_of("w");
    return;
  case StatementVerb::truncate:
  case StatementVerb::drop:
    letters_ = letters_of("c");
    return;
  case StatementVerb::alter:
    letters_ = letters_of("adcuv");
    return;
  case StatementVerb::create:
    if (kind_.object == ObjectKind::table ||
        kind_.object == ObjectKind::materialized_view) {
      letters_ = letters_of("afs");
      return;
    }
    break;
  default:
    break;
  }
  state_ = State::done;
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
    }
    state_ = word == "session"_kw ? State::second : State::done;
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
  default: // VACUUM, ANALYZE, CLUSTER
    break;
  }
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
  case "unique"_kw:
    kind_.set(StatementFlag::unique);
    return true;
  case "replace"_kw:
  case "alter"_kw:
    kind_.set(StatementFlag::or_replace);
    return previous_ == "or"_kw;
  case "concurrently"_kw:
    kind_.set(StatementFlag::concurrently);
    return true;
  case "or"_kw:
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

void StatementClassifier::tail_word(WordKey word, std::uint32_t depth) {
  if (with_) {
    with_word(word, depth);
    return;
  }
  switch (kind_.verb) {
  case StatementVerb::update:
  case StatementVerb::delete_:
    if (word == "where"_kw && depth == 0) {
      kind_.set(StatementFlag::where);
      state_ = State::done;
    }
    break;
  case StatementVerb::drop:
  case StatementVerb::truncate:
    if (word == "cascade"_kw && depth == 0) {
      kind_.set(StatementFlag::cascade);
      state_ = State::done;
    }
    break;
  case StatementVerb::alter:
    alter_word(word, depth);
    break;
  case StatementVerb::create:
    create_word(word, depth);
    break;
  default:
    break;
  }
}

void StatementClassifier::with_word(WordKey word, std::uint32_t depth) {
  if (depth > 0) {
    return;
  }
  using enum StatementVerb;
  const auto verb = verb_of(word);
  if (verb == select || verb == insert || verb == update || verb == delete_ ||
      verb == merge) {
    with_ = false;
    kind_.verb = *verb;
    begin_tail();
  }
}

void StatementClassifier::alter_word(WordKey word, std::uint32_t depth) {
  if (evaluates_) {
    evaluated_word(word);
  }
  if (depth > 0) {
    return;
  }
  switch (word) {
  case "alter"_kw: // the next action
    evaluates_ = false;
    break;
  case "add"_kw:
  case "drop"_kw:
    evaluates_ = false;
    adds_ = word == "add"_kw;
    state_ = State::action;
    break;
  case "cascade"_kw:
    kind_.set(StatementFlag::cascade);
    break;
  case "concurrently"_kw:
    kind_.set(StatementFlag::concurrently);
    break;
  case "using"_kw:
  case "values"_kw:
    evaluates_ = true;
    letters_ = all_letters;
    break;
  default:
    break;
  }
}

void StatementClassifier::action_word(WordKey word) {
  const bool table = kind_.object == ObjectKind::table ||
                     kind_.object == ObjectKind::foreign_table;
  switch (word) {
  case "column"_kw:
    if (!adds_) {
      kind_.set(StatementFlag::drops_column);
    }
    return;
  case "value"_kw:
    if (adds_ && kind_.object == ObjectKind::type) {
      kind_.set(StatementFlag::add_value);
    }
    return;
  case "constraint"_kw:
  case "index"_kw:
  case "key"_kw:
  case "unique"_kw:
  case "fulltext"_kw:
  case "spatial"_kw:
  case "primary"_kw:
  case "foreign"_kw:
  case "check"_kw:
  case "partition"_kw:
  case "projection"_kw:
  case "statistics"_kw:
  case "attribute"_kw:
    return;
  case "if"_kw:
    if (!adds_ && table && previous_ == "drop"_kw) {
      kind_.set(StatementFlag::drops_column);
    }
    break;
  case "not"_kw: // DROP NOT NULL and DROP DEFAULT may be repeated
  case "default"_kw:
  case "identity"_kw:
  case "expression"_kw:
    if (adds_) {
      kind_.set(StatementFlag::bare_add);
    }
    break;
  default:
    kind_.set(adds_ ? StatementFlag::bare_add : StatementFlag::bare_drop);
    if (!adds_ && table && previous_ == "drop"_kw &&
        dialect_ != Dialect::tsql) {
      kind_.set(StatementFlag::drops_column);
    }
  }
  state_ = State::tail;
}

void StatementClassifier::create_word(WordKey word, std::uint32_t depth) {
  if (evaluates_) {
    evaluated_word(word);
    return;
  }
  const bool after_as = previous_ == "as"_kw;
  switch (word) {
  case "select"_kw:
    evaluates_ = after_as || depth == 0;
    break;
  case "with"_kw:
  case "table"_kw:
  case "execute"_kw:
    evaluates_ = after_as;
    break;
  case "values"_kw:
    evaluates_ = (after_as || previous_ == "for"_kw) && depth == 0;
    break;
  default:
    break;
  }
  if (evaluates_) {
    letters_ = all_letters;
    if (previous_ != "for"_kw && kind_.object == ObjectKind::table) {
      kind_.set(StatementFlag::as_select);
    }
  }
}

void StatementClassifier::evaluated_word(WordKey word) {
  switch (word) {
  case "now"_kw:
  case "current_date"_kw:
  case "current_time"_kw:
  case "localtime"_kw:
  case "getdate"_kw:
  case "sysdate"_kw:
  case "timeofday"_kw:
  case "current_timestamp"_kw:
  case "localtimestamp"_kw:
  case "clock_timestamp"_kw:
  case "statement_timestamp"_kw:
  case "transaction_timestamp"_kw:
    kind_.set(StatementFlag::clock);
    break;
  case "current_user"_kw:
  case "session_user"_kw:
  case "current_role"_kw:
  case "system_user"_kw:
  case "current_setting"_kw:
  case "current_database"_kw:
  case "current_schema"_kw:
    kind_.set(StatementFlag::session);
    break;
  default:
    break;
  }
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
