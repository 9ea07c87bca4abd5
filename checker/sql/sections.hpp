// Up and Down of one file as its runner sees them: by its own line rules,
// whatever strings or bodies the lines stand in.
#pragma once

#include "layouts/layout.hpp"
#include "model/annotations.hpp"
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
  bool part = true;        // a part of the file that runs as one begins here
  bool block = false;      // goose: it is sent whole
  bool transaction = true; // false: switched off for this part
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
  bool has_up = false; // an annotation of it stands there
  bool has_down = false;
  std::vector<RefusedAnnotation> refused;  // empty: the runner takes the file
  std::vector<IgnoredAnnotation> ignored;  // of options and attributes
  std::vector<RunnerStatement> statements; // goose only
  // Goose: only read_goose_sections() tells what is refused.
  bool doubtful = false;
};

// What the layout's runner reads of a file; without annotations of its own
// the whole file is Up. Linear.
Sections read_sections(std::string_view text, LayoutId layout);

// Everything there is to say. Reading goes on after what the runner refuses.
Sections read_goose_sections(std::string_view text);

// The cuts and transactions of read_goose_sections() alone, at the cost of a
// search for annotations.
Sections read_goose_cuts(std::string_view text);

Sections read_dbmate_sections(std::string_view text);

// Each changeset is a part. Of a file without the head of a formatted one the
// whole is Up.
Sections read_liquibase_sections(std::string_view text);

// The directives of the head: the transaction alone.
Sections read_atlas_sections(std::string_view text);

// True where a directive of dbmate begins at `at`, the start of a line.
bool is_dbmate_directive(std::string_view text, std::size_t at);

} // namespace migcheck::sql
