// The forms of comments and strings: one row per language that the code lexer
// reads.
#pragma once

#include "lists/lexer_cursor.hpp"

#include <span>
#include <string_view>

namespace migcheck::lists {

struct CommentForm {
  std::string_view open;
  std::string_view close = {}; // "" = to the line end
  bool nested = false;         // holds comments of its own form
  bool line_start = false;     // only as the first bytes of a line
  bool after_blank = false;    // only after a blank or at a line's start
};

// Letters that stand before the quote and belong to the string.
enum class Prefixes : std::uint8_t {
  none,
  python, // r b u f t, two at most
  rust,   // b c r, with #
  cpp,    // u8 u U L R
  raw,    // r: Dart, Nim, R, Julia
  scala   // any word interpolates
};

// What one character means besides.
enum class Apostrophe : std::uint8_t {
  quote,    // as the quotes say
  character // 'x' and '\n' only: else a lifetime, symbol or prime
};

// Forms that no table row can say.
enum class Special : std::uint8_t {
  none,
  javascript, // /regex/
  ruby,       // /regex/, %w[], here documents, :symbols
  perl,       // qw(), here documents
  elixir,     // ~w[]
  php,        // inline HTML, <<<TAG
  csharp,     // $@"" and raw strings
  swift       // #"…"#
};

enum class LineEnds : std::uint8_t { nothing, statements };

struct CodeForms {
  std::span<const CommentForm> comments = {}; // the longest opening first
  std::span<const QuoteForm> quotes = {};     // the longest opening first
  LineEnds line_ends = LineEnds::statements;
  Prefixes prefixes = Prefixes::none;
  Apostrophe apostrophe = Apostrophe::quote;
  Special special = Special::none;
};

namespace forms {
extern const CodeForms c, csharp, dart, elixir, generic, go, groovy, haskell,
    hcl, ini, java, javascript, julia, kotlin, lisp, lua, nim, ocaml, perl, php,
    powershell, python, r, ruby, rust, scala, swift, toml;
} // namespace forms

} // namespace migcheck::lists
