// Where a runner cuts a statement that the database would not.
#pragma once

#include "model/annotations.hpp"
#include "model/sql_file.hpp"
#include "sql/sections.hpp"

#include <string_view>
#include <vector>

namespace migcheck::sql {

// Whether goose, which ends statements at line ends, may cut this one: a
// semicolon before its last byte ends a line. Only for what is in no block.
bool may_be_cut(std::string_view text, Span statement);

// The statements that goose sends in pieces, in order. `sections` are those of
// read_goose_sections(). Left out are texts that another dialect would read
// otherwise. Linear.
std::vector<CutStatement> find_goose_cuts(
    std::string_view text,
    const Sections& sections,
    const std::vector<Statement>& statements);

// The same for drizzle: `breaks` are its breakpoints inside strings, bodies
// and comments, in order.
std::vector<CutStatement> find_drizzle_cuts(
    const std::vector<Span>& breaks, const std::vector<Statement>& statements);

} // namespace migcheck::sql
