// Comments that are nearly an annotation, which the runner passes over without
// a word.
#pragma once

#include "layouts/layout.hpp"
#include "model/annotations.hpp"
#include "text/span.hpp"

#include <string_view>
#include <vector>

namespace migcheck::sql {

// True for layouts whose runners read annotations in comments.
bool reads_annotations(LayoutId layout);

// Adds the comment, which spans `comment` of `text`, when it is one. `in_head`:
// no SQL stands before it. Constant work for comments that are nothing like an
// annotation.
void find_ignored_annotation(
    std::string_view text,
    Span comment,
    LayoutId layout,
    bool in_head,
    std::vector<IgnoredAnnotation>& ignored);

} // namespace migcheck::sql
