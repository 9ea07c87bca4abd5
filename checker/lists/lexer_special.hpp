// What the code lexer's table rows cannot say: prefixed and guarded strings,
// regular expressions, word lists, here documents, PHP's inline HTML.
#pragma once

#include "lists/lexer_forms.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

namespace migcheck::lists {

// What may stand around the text of q(), %w[] and the like.
inline bool is_delimiter(char c) {
  return c != '\0' && std::string_view("([{</|!\"'^").find(c) < 10;
}

inline bool
one_of(std::string_view word, std::initializer_list<const char*> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class SpecialForms {
 public:
  SpecialForms(Cursor& cursor, const CodeForms& forms)
      : cursor_(cursor), forms_(forms) {}

  // Before the first token.
  void begin();

  // Behind a line end: bodies of here documents.
  void line_began();

  // Reads a token of the language's special forms; false when none begins
  // here.
  bool token();

  // Overrules the quote's form.
  struct Manner {
    bool raw = false;
    bool no_escapes = false;
    Hole hole = Hole::none;
  };

  // Reads a string in one of the row's forms at the cursor; the token begins
  // at `begin`, where a prefix may stand.
  bool quote(std::uint32_t begin, Manner manner);

  // Reads the string that the word [begin, end) is a prefix of.
  bool prefixed(std::uint32_t begin, std::uint32_t end);

  // Reads 'x' or '\n'; false for a lone apostrophe.
  bool character();

 private:
  bool symbol();
  bool percent();
  bool sigil();
  bool csharp();
  bool swift();
  bool regex();
  bool here_document();
  bool php_here_document();
  bool after_php();

  void inline_html();
  void
  guarded(std::uint32_t begin, std::uint32_t content, const std::string& close);
  bool rust_prefix(std::uint32_t begin, std::uint32_t end);
  bool cpp_prefix(std::uint32_t begin, std::uint32_t end);
  bool perl_prefix(std::uint32_t begin, std::uint32_t end);
  void word_list(std::uint32_t begin, std::uint32_t content);
  void
  bracketed(std::uint32_t begin, std::uint32_t content, SourceTokenKind kind);
  bool value_before() const;
  bool argument_begins() const;

  Cursor& cursor_;
  const CodeForms& forms_;
  // Per quote form: no string of it closes before this place.
  std::array<std::uint32_t, 8> hopeless_{};
  std::uint32_t no_regex_before_ = 0;
  std::vector<HereDocument> documents_;
};

} // namespace migcheck::lists
