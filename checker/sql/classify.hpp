// Says what a statement is from its first words, while its tokens pass.
#pragma once

#include "model/statement_kind.hpp"
#include "sql/lexer.hpp"
#include "sql/word_key.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck::sql {

// Fed with the tokens of a statement that are neither blank nor its
// terminator. Constant memory; work for the first words, and for later words
// only where their statement can hold one that matters.
class StatementClassifier {
 public:
  StatementClassifier(std::string_view text, Dialect dialect)
      : text_(text), dialect_(dialect) {}

  // False once nothing that follows in this statement can tell more.
  bool wants_more() const { return state_ != State::done; }

  // `depth`: how many parentheses are open after this token.
  void feed(const Token& token, std::uint32_t depth);

  // The statement ends here; the next token begins another.
  StatementKind end();

 private:
  // How far the statement is understood.
  enum class State : std::uint8_t {
    first,   // no word was seen yet
    second,  // what the first word means, the next ones tell
    object,  // after CREATE, ALTER, DROP: modifiers, then the object's word
    options, // after it: CONCURRENTLY, IF NOT EXISTS
    action,  // of ALTER, after ADD or DROP
    tail,    // words that matter may still come
    done
  };

  void first_word(WordKey word);
  bool tsql_word(WordKey word);
  void second_word(WordKey word);
  void maintained_word(WordKey word);
  void begin_word(WordKey word);
  void object_word(WordKey word);
  bool modifier(WordKey word);
  void object_is(ddl::ObjectKind object);
  void option_word(WordKey word);
  void action_word(WordKey word);
  void tail_word(WordKey word, std::uint32_t depth);
  void with_word(WordKey word, std::uint32_t depth);
  void alter_word(WordKey word, std::uint32_t depth);
  void create_word(WordKey word, std::uint32_t depth);
  void evaluated_word(WordKey word);
  bool may_matter(const Token& token) const;
  void begin_tail();
  void begin_with();
  void verb_is(StatementVerb verb, State next);

  std::string_view text_;
  StatementKind kind_;
  Dialect dialect_;
  State state_ = State::first;
  WordKey previous_ = 0;      // the word before; 0: it cannot matter
  std::uint32_t letters_ = 0; // that words of the tail begin with, a bit each
  std::uint8_t tokens_ = 0;   // seen in State::object
  bool with_ = false;         // the verb after common table expressions is due
  bool adds_ = false;         // State::action: ADD, else DROP
  bool evaluates_ = false;    // an expression that runs with the statement
};

// What a whole statement is; blanks and a terminator may be part of it.
StatementKind classify(std::string_view statement, Dialect dialect);

} // namespace migcheck::sql
