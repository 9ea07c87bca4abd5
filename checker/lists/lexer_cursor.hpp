// A place in a text that is being cut into tokens, shared by all lexers.
#pragma once

#include "lists/language.hpp"
#include "text/ascii.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::lists {

inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// Bytes above ASCII count as letters: identifiers may hold any script.
inline bool begins_word(char c) {
  return is_letter(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

inline bool continues_word(char c) {
  return begins_word(c) || is_digit(c);
}

struct Cursor {
  std::string_view text;
  std::uint32_t at = 0;
  std::vector<SourceToken> tokens;
  bool statement_open = false; // a token that is no comment stands behind the
                               // last separator

  std::uint32_t size() const { return static_cast<std::uint32_t>(text.size()); }

  bool done() const { return at >= text.size(); }

  // The byte `ahead` of the place, NUL beyond the end.
  char peek(std::uint32_t ahead = 0) const {
    return byte(std::size_t{at} + ahead);
  }

  char byte(std::size_t where) const {
    return where < text.size() ? text[where] : '\0';
  }

  bool starts(std::string_view what) const { return starts_at(at, what); }

  bool starts_at(std::size_t where, std::string_view what) const {
    return where <= text.size() && text.compare(where, what.size(), what) == 0;
  }

  bool line_begins() const { return at == 0 || text[at - 1] == '\n'; }

  // The place of `what` from `from` on; the text's end when there is none.
  std::uint32_t find(std::string_view what, std::size_t from) const {
    const std::size_t place = text.find(what, from);
    return place == std::string_view::npos ? size()
                                           : static_cast<std::uint32_t>(place);
  }

  // The place of the line feed that ends the line of `from`.
  std::uint32_t line_end(std::size_t from) const {
    const std::size_t place = text.find('\n', from);
    return place == std::string_view::npos ? size()
                                           : static_cast<std::uint32_t>(place);
  }

  // Adds [begin, end) and moves to its end.
  SourceToken&
  add(SourceTokenKind kind, std::uint32_t begin, std::uint32_t end) {
    return add(kind, Span{begin, end}, Span{begin, end});
  }

  SourceToken& add(SourceTokenKind kind, Span span, Span content) {
    at = span.end;
    if (kind != SourceTokenKind::comment) {
      statement_open = kind != SourceTokenKind::separator;
    }
    tokens.push_back({kind, false, false, span, content});
    return tokens.back();
  }

  bool last_is(SourceTokenKind kind) const {
    return !tokens.empty() && tokens.back().kind == kind;
  }
};

// The marks of one form of string.
enum class Hole : std::uint8_t {
  none,
  dollar_brace,   // ${x}
  dollar,         // ${x} and $x
  shell,          // ${x}, $(x) and $x
  hash_brace,     // #{x}
  brace,          // {x}, not followed into
  backslash_paren // \(x)
};

struct QuoteForm {
  std::string_view open;
  std::string_view close;
  bool lines = false;   // may hold line ends
  bool escapes = true;  // a backslash guards the next byte
  bool doubled = false; // the close, doubled, stands for itself
  bool raw = false;     // what is said of the token
  Hole hole = Hole::none;
};

struct QuoteBody {
  std::uint32_t content_end = 0;
  std::uint32_t end = 0;
  bool closed = false;
  bool interpolated = false;
};

// Where the string ends whose content begins at `begin`. Strings inside its
// holes have the forms of `nested`. A string of one line that does not close
// is not closed at the line end; one of many lines, at the text's end.
QuoteBody scan_quote(
    std::string_view text,
    std::uint32_t begin,
    const QuoteForm& form,
    const QuoteForm* nested,
    std::size_t nested_count);

// A here document whose body is still to come.
struct HereDocument {
  std::string_view tag;
  bool indented = false; // blanks may stand before the closing tag
  bool raw = false;
  bool tag_may_go_on = false; // more may follow the closing tag (PHP)
};

// Adds the body that begins at the cursor, as a string, and moves behind the
// line of its closing tag (not over what follows the tag in PHP).
void add_here_document(Cursor& cursor, const HereDocument& document);

} // namespace migcheck::lists
