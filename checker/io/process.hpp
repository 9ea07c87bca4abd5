// The process that this program is: its streams, environment and clock.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace migcheck {

// To be called first: a closed pipe becomes an error of the write, and files
// that are opened never take the numbers of closed standard streams.
void prepare_process();

// Absolute; "" when it is not known (it was removed).
std::string working_directory();

// The value of an environment variable; "" when it is not set.
std::string environment_variable(std::string_view name);

// Writes all bytes to a stream, 1 or 2; false when it is closed or full.
bool write_stream(int stream, std::string_view bytes);

bool is_terminal(int stream);

// Another one for each build of the program that differs in its code; "" where
// the linker left none.
std::string build_identity();

// Year, month, day, in UTC.
std::array<int, 3> current_day();

} // namespace migcheck
