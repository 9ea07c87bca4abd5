// From statements to what they say about the schema. Tolerant: a clause that
// is not understood is skipped, and the object is still recorded.
#pragma once

#include "ddl/lexemes.hpp"
#include "layouts/layout.hpp"
#include "model/ddl.hpp"
#include "sql/dialect.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// Reads statements of one text in order, each once. Most say one thing; a DO
// block is followed by the static statements of its body. The text must
// outlive it.
class Recogniser {
 public:
  Recogniser(std::string_view text, Dialect dialect)
      : text_(text), lexemes_(text, dialect) {}

  // Adds a token of the open statement; its terminator may be left out.
  void add(const sql::Token& token) { lexemes_.add(token); }

  // Adds all tokens of an open statement at once.
  void add(Span statement) { lexemes_.load(statement); }

  // The open statement ends: `span` are its bytes, after those of the ones
  // before.
  void end(Span span, Section section, std::uint32_t index, Script& script);

 private:
  std::string_view text_;
  Lexemes lexemes_;
  std::vector<What> sink_;    // of one statement; its memory is kept
  std::uint32_t counted_ = 0; // the lines of the text are, up to here
  std::uint32_t line_ = 1;
};

// The statements that read_sql_file() found in a text, with their sections and
// indices. Linear.
Script recognise_statements(
    std::string_view text,
    Dialect dialect,
    const std::vector<Statement>& statements);

// The same for a file that was not read yet; none of text in UTF-16.
Script recognise_file(std::string_view text, Dialect dialect, LayoutId layout);

// All statements of a text in which no runner's annotations count. Linear.
Script recognise_text(std::string_view text, Dialect dialect);

// The same for the first one alone; what stands behind it is not looked at.
Script recognise_first(std::string_view text, Dialect dialect);

} // namespace migcheck::ddl
