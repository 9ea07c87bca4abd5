// Up and Down of one file as its runner sees them: by its own line rules,
// whatever strings or bodies the lines stand in.
#pragma once

#include "layouts/layout.hpp"
#include "model/sql_file.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::sql {

// Where the runner cuts the text: `section` holds from `begin`, the start of
// the annotation's line, to the next cut.
struct SectionCut {
  std::uint32_t begin = 0;
  Section section = Section::up;
};

// What the runner's own parser refuses.
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
  no_down,      // dbmate
  line_too_long // goose: 4 MiB
};

struct RefusedAnnotation {
  AnnotationProblem problem;
  Span line; // without its end; empty at 0 for what the file lacks
};

// One statement as the runner sends it, from its first to its last line. An
// empty span is an empty statement, which goose can send.
struct RunnerStatement {
  Section section;
  Span span;
};

struct Sections {
  // In order, the first at 0. A file without any Up is Up as a whole.
  std::vector<SectionCut> cuts;
  bool up_transaction = true;
  bool down_transaction = true;
  std::vector<RefusedAnnotation> refused;  // empty: the runner takes the file
  std::vector<RunnerStatement> statements; // goose only
};

// Reads the annotations of goose and dbmate: cuts and transactions; for every
// other layout the whole file is Up. Linear.
Sections read_sections(std::string_view text, LayoutId layout);

// Everything there is to say. Reading goes on after what the runner refuses.
Sections read_goose_sections(std::string_view text);

// The cuts and transactions of read_goose_sections() alone, at the cost of a
// search for annotations.
Sections read_goose_cuts(std::string_view text);

Sections read_dbmate_sections(std::string_view text);

} // namespace migcheck::sql
