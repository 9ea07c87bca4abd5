// A place in the lexemes of a statement, and the end that it must not pass.
// Copies are cheap: look ahead by a copy.
#pragma once

#include "ddl/lexemes.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace migcheck::ddl {

class Cursor {
 public:
  explicit Cursor(const Lexemes& lexemes)
      : lexemes_(&lexemes), end_(lexemes.all().size()) {}

  bool done() const { return at_ >= end_; }

  std::size_t place() const { return at_; }

  std::string_view text() const { return lexemes_->text(); }

  Dialect dialect() const { return lexemes_->dialect(); }

  // The lexeme at, or some places after, this one; past the end an empty one.
  const Lexeme& peek(std::size_t ahead = 0) const {
    static const Lexeme none;
    return at_ + ahead < end_ ? lexemes_->all()[at_ + ahead] : none;
  }

  sql::WordKey word(std::size_t ahead = 0) const { return peek(ahead).word; }

  char mark(std::size_t ahead = 0) const { return peek(ahead).mark; }

  // Its bytes.
  std::string_view bytes(std::size_t ahead = 0) const {
    return peek(ahead).span.of(text());
  }

  void advance(std::size_t count = 1) { at_ = std::min(at_ + count, end_); }

  // Moves past the word, the words or the mark, where they stand here.
  bool take(sql::WordKey wanted) {
    if (done() || word() != wanted) {
      return false;
    }
    ++at_;
    return true;
  }

  bool take(sql::WordKey first, sql::WordKey second) {
    if (word() != first || word(1) != second) {
      return false;
    }
    advance(2);
    return true;
  }

  bool take(sql::WordKey first, sql::WordKey second, sql::WordKey third) {
    if (word() != first || word(1) != second || word(2) != third) {
      return false;
    }
    advance(3);
    return true;
  }

  bool take_mark(char wanted) {
    if (done() || mark() != wanted) {
      return false;
    }
    ++at_;
    return true;
  }

  // Moves past one lexeme, or past a bracket and all up to its partner.
  void skip() {
    if (at_ < end_) {
      at_ = std::min(partner() + 1, end_);
    }
  }

  // Moves to the next comma outside of brackets, or to the end.
  void skip_to_comma() {
    while (!done() && mark() != ',') {
      skip();
    }
  }

  // What stands between the bracket here and its partner, past which it
  // moves. Empty where no bracket stands here.
  Cursor group();

  // What stands up to the next comma outside of brackets, past which it moves.
  Cursor element();

  // The part from `place` to here, and from here to the end.
  Cursor since(std::size_t place) const;

  // The bytes from the lexeme at `place` to the one before this.
  Span span_since(std::size_t place) const;

  // All that is left.
  Span span() const;

  // What is left, as bytes.
  std::string_view rest() const { return span().of(text()); }

  void finish() { at_ = end_; }

 private:
  std::size_t partner() const {
    return std::max<std::size_t>(lexemes_->all()[at_].partner, at_);
  }

  const Lexemes* lexemes_;
  std::size_t at_ = 0;
  std::size_t end_;
};

} // namespace migcheck::ddl
