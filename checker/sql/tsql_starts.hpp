// Where T-SQL statements begin that no semicolon separates: at their leading
// words.
#pragma once

#include <cstdint>
#include <string_view>

namespace migcheck::sql {

// Fed with the tokens of one batch, outside of parentheses, of blocks and of
// routines. Constant memory.
class TsqlStarts {
 public:
  // A statement begins: with the next word, or with what is no word.
  void begin() { *this = {}; }

  // A word at `at`, up to `end`, of `text`: true when it begins another
  // statement than the one that is open. What follows is looked at, at most
  // 1 KiB of white space and a word.
  bool starts(std::string_view text, std::size_t at, std::size_t end);

  // A token that is no word; `mark` is its first byte.
  void pass(char mark);

 private:
  // Words that mean something here.
  enum class Word : std::uint8_t;

  // What stands before the word that is looked at.
  enum class Before : std::uint8_t { nothing, word, comma, mark };

  struct Entry;
  static Word read(std::string_view text);
  bool is_start(Word word, std::string_view rest) const;
  bool is_query_part(Word word) const;
  bool alters_part(std::string_view rest) const;
  bool is_set_statement(std::string_view rest) const;
  void lead(Word word);

  Word previous_{};
  Word leader_{}; // of the open statement, or of the body of its IF
  Before before_ = Before::nothing;
  unsigned since_leader_ = 0; // tokens
  bool body_due_ = false;     // after IF, WHILE, ELSE
  bool query_due_ = false;    // after INSERT, WITH
  bool set_due_ = false;      // after UPDATE, MERGE
};

} // namespace migcheck::sql
