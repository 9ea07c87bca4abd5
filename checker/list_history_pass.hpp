// With a base: which lists were complete when the branch was made.
#pragma once

#include "base_pass.hpp"
#include "lists/list_history.hpp"
#include "pipeline.hpp"

namespace migcheck {

// Lists that held every migration at the merge base, where nothing tells by now
// what they are meant to hold, or the branch has taken entries out though their
// migrations are still there, or all of these are gone. Entries that another
// list of the file holds instead were moved.
//
// The base was compared, and the lists are in `loaded.found`. Files that the
// base does not have tell nothing. An error: git failed.
Result<lists::ListHistory>
find_list_history(BasePass& base, const LoadedProject& loaded);

} // namespace migcheck
