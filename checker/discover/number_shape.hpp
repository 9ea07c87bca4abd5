// Names that begin with a number, or with one word and then a number.
#pragma once

#include "discover/folders.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What most of these names have before their number: "schema-" of
// schema-12.sql; "" when nothing. Words that speak of versions only, unless
// `any_word`.
std::string
common_prefix(const std::vector<const FileEntry*>& sql, bool any_word);

// True when most versions of plain numbers lie close together; issue numbers
// and identifiers of other things do not, nor does a prefix with equal numbers
// behind it ("v1-core", "v1-olap"). Dotted versions always do.
bool is_dense(const Folder& folder, std::string_view prefix);

// True when more versions are timestamps than not.
bool is_mostly_timestamps(const Folder& folder, std::string_view prefix);

} // namespace migcheck
