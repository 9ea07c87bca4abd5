// The bytes of a file that is open.
#pragma once

#include "io/file_reader.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

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

// The bytes in pieces, as FileReader::read_pieces gives them. More than `limit`
// bytes: too_large, before any is shown.
ReadFailure read_in_pieces(
    int descriptor,
    std::uint64_t limit,
    const std::function<bool(std::string_view)>& visit);

} // namespace migcheck
