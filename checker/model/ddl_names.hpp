// Names, types and expressions as recognised statements hold them. Plain
// values that own their strings: the file's text is not needed any more.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::ddl {

// A name as the dialect means it: quotes taken away and doubled ones made
// single, unquoted names folded where the dialect folds them (PostgreSQL, ANSI:
// to lower case). Nothing is cut to a length.
struct Name {
  std::string text;    // "" where none is written
  bool quoted = false; // it was written with quotes
  Span span;           // in the file, quotes included

  bool empty() const { return text.empty(); }
};

// `schema.name`. Parts before these two (a database's name) are dropped.
struct QualifiedName {
  std::string schema; // "" where none is written
  std::string name;
  bool quoted = false; // `name` was written with quotes
  Span span;           // all parts

  bool empty() const { return name.empty(); }
};

// A type's name. PostgreSQL's are canonical, as format_type() prints them;
// other dialects': as written, in lower case but for what stands in quotes,
// one blank between words.
struct TypeName {
  // With modifiers and `[]`: `character varying(100)`, `numeric(10,2)[]`,
  // `timestamp(3) with time zone`. A type that is not built in: its name with
  // its schema as written. "" where it is not known (`t.c%TYPE`).
  std::string text;
  // The same without modifiers: what a function's signature holds.
  std::string bare;
  // Not empty for types that are not built in, without `[]`: what the type
  // depends on.
  QualifiedName user_type;
  bool array = false;

  bool empty() const { return text.empty(); }
};

// What stands in DEFAULT, CHECK, USING, WHERE or an index. Every list is
// without repetitions, in the order of first use.
struct Expression {
  std::string text; // tokens as written, one blank where there was white space
                    // or a comment; "" where there is none
  // Names that may be columns: neither called nor types nor key words.
  // `t.c` and `NEW.c` give `c`.
  std::vector<std::string> columns;
  std::vector<QualifiedName> functions; // names before `(`
  std::vector<QualifiedName> types;     // after `::` and in CAST; not built in
  // Literals of nextval, currval, setval, and `'…'::regclass`.
  std::vector<QualifiedName> sequences;

  bool empty() const { return text.empty(); }
};

// What a statement is about.
enum class ObjectKind : std::uint8_t {
  other, // known to have no place in the schema model
  table,
  foreign_table,
  column,
  index,
  constraint,
  view,
  materialized_view,
  sequence,
  type,
  domain,
  schema,
  database,
  extension,
  function,
  procedure,
  routine,
  aggregate,
  trigger,
  event_trigger,
  policy,
  rule,
  role, // and user, group
  dictionary,
  event,
  tablespace,
  subscription,
  publication,
  system,    // ALTER SYSTEM, REINDEX SYSTEM
  privileges // ALTER DEFAULT PRIVILEGES
};

} // namespace migcheck::ddl
