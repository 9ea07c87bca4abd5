// The two streams: reports go to standard output, everything else to standard
// error, each line harmless to logs.
#pragma once

#include "cli/run.hpp"

#include <string_view>

namespace migcheck {

// Prints lines of text made here, each through log_safe. False: the stream is
// closed or full.
bool print_lines(const Environment& environment, std::string_view lines);

// Prints a document as it is.
bool print_raw(const Environment& environment, std::string_view bytes);

// `migcheck: message` on standard error, one line for each of the message. A
// line that begins with a place in a file, or with a blank, stands alone.
void complain(const Environment& environment, std::string_view message);

// Says why standard output could not be written; gives exit_failed.
int output_failed(const Environment& environment);

// `text` with log_safe applied to each of its lines.
std::string log_safe_lines(std::string_view text);

} // namespace migcheck
