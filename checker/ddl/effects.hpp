// What a recognised statement does to the schema, as names alone: for what
// only running it could tell.
#pragma once

#include "model/ddl.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// One part for each object that the statement makes, changes or drops; none
// for statements that touch no schema. Holes (ddl/names.hpp) become `*`. Spans
// and lines are left to the caller.
std::vector<DynamicPart> effects_of(const What& what, DynamicCause cause);

// A name with its schema (but for `public`), holes as `*`. Empty where fewer
// than three other characters are known of a name with a hole.
std::string pattern_of(const QualifiedName& name);

// True for text that holds a hole.
bool has_hole(std::string_view text);

} // namespace migcheck::ddl
