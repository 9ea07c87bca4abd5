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
  assign,    // = := => += and the like; a lone `:` is a colon
  separator, // ; and, where lines end statements, the line end
  key,       // JSON, YAML: a mapping key
  other      // any other punctuation
};

struct SourceToken {
  SourceTokenKind kind = SourceTokenKind::other;
  bool interpolated = false; // a string with ${x}, #{x}, {x} parts inside; a
                             // shell word with a variable
  bool raw = false;          // escapes mean nothing in it
  Span span;                 // whole token, quotes and prefix included
  Span content;              // of a string, key or comment: without its marks;
                             // of any other token: its span
};

// The families of lexers. What is special about their tokens:
//
// code, generic
//   A line end is one `separator` where it may end a statement: not inside
//   `(` and `[`. A here document is an `other` where it is named and a
//   `string` where its body stands. Word lists such as %w[a b] are an `open`,
//   one `string` for each word, and a `close`. Ruby's :symbol is a `word`. A
//   regular expression is an `other`; so is PHP's inline HTML.
// shell
//   Words end at blanks; parts of one shell word that are quoted differently
//   are tokens whose spans touch: "$dir"/001.sql is a string and a word. A
//   name before `=` is a word of its own.
// yaml
//   Block sequences and mappings are bracketed like flow ones, by `open` and
//   `close` tokens with empty spans; the `-` of an item is a `comma` before
//   it. A plain scalar is a raw `string`, or a `number` when it holds digits
//   only. A block scalar is one string.
// json
//   As written, with comments and single quotes allowed.
// xml
//   An element is opened by `<`, after a `comma` with an empty span, and
//   closed by `/>` or its whole end tag; what was left open inside it, by
//   `close` tokens with empty spans. Names are words, attribute values strings,
//   `>` is an `other`, and text between tags is one raw string without outer
//   blanks.
// sql
//   Strings in '' and between dollar signs are strings, other quoted names are
//   words. The rows behind VALUES and the lines behind COPY … FROM stdin stand
//   between an `open` and a `close` with empty spans. A line that includes a
//   file (`\i a.sql`, `source a.sql`) is a word, a string and a separator.
enum class LanguageFamily : std::uint8_t {
  code,
  shell,
  yaml,
  json,
  xml,
  sql,
  generic
};

struct CodeForms;                    // lexer_forms.hpp
enum class WordStyle : std::uint8_t; // lexer_shell.hpp

struct Language {
  std::string_view name; // "go", "typescript", ... as `lists` prints it
  LanguageFamily family = LanguageFamily::generic;
  const CodeForms* forms = nullptr; // of code and generic
  WordStyle words{};                // of shell
};

// The language of a path, by its extension or name. Any other text file is
// "text". Null where nothing is to be read: documentation, patches, logs, and
// what is no text by its name.
const Language* language_of(std::string_view path);

// A language by its name; null when there is none.
const Language* language_named(std::string_view name);

// Tokens in order, without white space; spans do not overlap. Never fails:
// unfinished input ends at the end of the text. Linear, iterative.
std::vector<SourceToken>
lex_source(std::string_view text, const Language& language);

} // namespace migcheck::lists
