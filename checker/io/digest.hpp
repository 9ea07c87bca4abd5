// SHA-256, and SHA-1 for the files of git, from nettle.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

// Of the bytes with every CRLF and lone CR read as LF. One pass, no copy.
Digest sha256_neutral(std::string_view bytes);

// Only to check what git wrote.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

// Lower-case hexadecimal, 64 digits.
std::string hex(const Digest& digest);

} // namespace migcheck
