// What a runner reads in a migration besides SQL: the marks of its Up and Down
// parts, whether it opens a transaction, what it refuses or passes over.
#pragma once

#include "io/file_reader.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What the runner's own parser refuses, or reads where nobody means it to.
enum class AnnotationProblem : std::uint8_t {
  leading_blank,      // before a goose annotation
  unknown_annotation, // `+goose` and something that goose does not know
  second_up,
  down_before_up,
  second_down,
  nested_block,       // StatementBegin inside a block
  block_outside,      // StatementBegin before Up
  end_without_begin,  // StatementEnd
  open_block,         // no StatementEnd
  unfinished_at_down, // a statement without its semicolon
  unfinished_at_end,
  sql_before_up,
  no_up,
  no_down,          // dbmate
  line_too_long,    // goose: 4 MiB
  inside_text,      // an annotation within a string, a body or a comment
  bad_value,        // atlas: a mode that there is not, or not for a file
  second_value,     // atlas: the mode is set twice
  single_dash,      // liquibase: `-changeset`
  wrong_word,       // liquibase: `--comments`
  no_value,         // liquibase: `--precondition-x` with nothing after it
  no_identity,      // liquibase: a changeset without author:id
  before_changeset, // liquibase
  no_sql,           // liquibase: a changeset with nothing in it
  unknown_setting   // flyway: in a `.conf`
};

// `at` is empty at 0 for what the file lacks.
struct RefusedAnnotation {
  AnnotationProblem problem;
  Span at;
};

// What is nearly an annotation and silently ignored, or read otherwise than
// it says.
struct IgnoredAnnotation {
  Span at;
  std::string meant;    // the right form; "" = none is near
  std::string_view why; // half a sentence of the program's own
};

// A statement of the database that the runner sends in pieces.
struct CutStatement {
  Span statement;
  Span cut; // of what the runner takes for its end
};

struct Annotations {
  bool has_up = false; // marks of parts: of goose, dbmate and liquibase
  bool has_down = false;
  bool down_explained = false; // a comment in Down, by a person, is no TODO
  bool up_transaction = true;  // false: switched off by a mark in the file
  bool down_transaction = true;
  std::vector<RefusedAnnotation> refused; // in order of place
  std::vector<IgnoredAnnotation> ignored; // in order of place
  std::vector<CutStatement> cut;
};

// A file of the runner's own settings for one migration: diesel's
// metadata.toml, Flyway's `V1__a.sql.conf`. Places are in that file.
struct RunnerSettings {
  std::string path; // "" = there is none
  ReadFailure failure = ReadFailure::none;
  std::optional<bool> transaction; // none: not said
  std::vector<RefusedAnnotation> refused;
  std::vector<IgnoredAnnotation> ignored;
};

} // namespace migcheck
