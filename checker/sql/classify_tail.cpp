// The words of a statement after its object, where any of them matters.
#include "sql/classify.hpp"
#include "sql/classify_words.hpp"
#include "text/ascii.hpp"

#include <string_view>

namespace migcheck::sql {
namespace {

using ddl::ObjectKind;
using namespace word_literals;

constexpr std::uint32_t letters_of(std::string_view first_letters) {
  std::uint32_t letters = 0;
  for (const char letter : first_letters) {
    letters |= 1U << static_cast<unsigned>(letter - 'a');
  }
  return letters;
}

constexpr std::uint32_t all_letters = letters_of("abcdefghijklmnopqrstuvwxyz");

} // namespace

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
    letters_ = letters_of("adcouv");
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

// WITH: the verb comes after the common table expressions.
void StatementClassifier::begin_with() {
  with_ = true;
  letters_ = letters_of("sidumv");
  verb_is(StatementVerb::select, State::tail);
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
  case "to"_kw:
    if (previous_ == "owner"_kw) {
      kind_.set(StatementFlag::names_role);
    }
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

} // namespace migcheck::sql
