// The compressed bitmaps (EWAH) in git's index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace migcheck {

// How many bytes the one at the beginning of `bytes` takes; 0 when it does not
// end there.
std::size_t git_bitmap_size(std::string_view bytes);

// The positions that it sets, ascending. Nothing when it is damaged or sets
// one at or behind `limit`.
std::optional<std::vector<std::uint32_t>>
read_git_bitmap(std::string_view bytes, std::size_t limit);

// Big-endian numbers, as in all of git's files.
std::uint32_t read_u16(std::string_view bytes, std::size_t at);
std::uint32_t read_u32(std::string_view bytes, std::size_t at);
std::uint64_t read_u64(std::string_view bytes, std::size_t at);

} // namespace migcheck
