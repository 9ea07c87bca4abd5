// Source languages as the list engine sees them: one table row per language,
// one lexer for all that share its forms.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::lists {

enum class SourceTokenKind : std::uint8_t {
  string,  // any literal; `content` is what stands between its quotes
  comment, // kept apart: its names are no entries
  word,    // identifier or keyword; in shell and Makefiles: a bare word
  number,
  open,  // ( [ { and the like
  close, // ) ] }
  comma,
  colon,
  assign,    // = := => :
  separator, // ; and, where lines end statements, the line end
  key,       // JSON, YAML: a mapping key
  other      // any other punctuation
};

struct SourceToken {
  SourceTokenKind kind = SourceTokenKind::other;
  bool interpolated = false; // a string with ${x}, #{x}, {x} parts inside
  bool raw = false;          // escapes mean nothing in it
  Span span;                 // whole token, quotes and prefix included
  Span content;              // of a string or comment: without its marks
};

// The families of lexers.
enum class LanguageFamily : std::uint8_t { code, shell, yaml, json, generic };

struct Language {
  std::string_view name; // "go", "typescript", ... as `lists` prints it
  LanguageFamily family = LanguageFamily::generic;
  // The forms of comments and strings are added by the implementation.
};

// The language of a path, by its extension or name; null when there is no
// lexer for it.
const Language* language_of(std::string_view path);

// Tokens in order, without white space. Never fails: unfinished input ends at
// the end of the text. Linear, iterative.
std::vector<SourceToken>
lex_source(std::string_view text, const Language& language);

} // namespace migcheck::lists
