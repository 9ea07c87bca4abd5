// What an edit of a recorded migration did to it, in words and in place.
#pragma once

#include "model/lock_verdict.hpp"
#include "model/sql_file.hpp"
#include "text/span.hpp"

#include <string>

namespace migcheck {

// `statement 3 is the first that differs`, in the file as it is now.
std::string what_differs(const LockComparison& comparison, const SqlFile& now);

// The first statement that differs; nothing where it is not in the file.
Span edit_place(const LockComparison& comparison, const SqlFile& now);

} // namespace migcheck
