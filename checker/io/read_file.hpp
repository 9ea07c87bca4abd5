// The bytes of a file that is open.
#pragma once

#include "io/file_reader.hpp"

#include <cstdint>

namespace migcheck {

// Reads to the end, at most `limit` bytes. Type and size are known before a
// byte is read.
ReadFailure
read_carefully(int descriptor, std::uint64_t limit, FileBuffer& buffer);

// The same without asking for type and size first: a file that turns out to
// be odd only when it is empty or at the limit. A file of exactly `size_hint`
// bytes costs one call.
ReadFailure read_quickly(
    int descriptor,
    std::uint64_t limit,
    std::uint64_t size_hint,
    FileBuffer& buffer);

} // namespace migcheck
