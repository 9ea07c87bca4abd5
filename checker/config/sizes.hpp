// Numbers of the configuration: sizes such as "16 MiB", versions and ranges
// of versions.
#pragma once

#include "config/config.hpp"
#include "config/toml_value.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace migcheck {

enum class LimitUnit : std::uint8_t { bytes, count };

// A limit: an integer, or for bytes also a string with a unit (KiB, MiB, GiB,
// or KB, MB, GB of 1,000). From 1 to 2^32 - 1, which spans can hold. Nothing:
// it is something else.
std::optional<std::uint64_t> read_limit(const TomlValue& value, LimitUnit unit);

// How a limit is written, as the end of a sentence.
std::string_view limit_form(LimitUnit unit);

// `5` or `21-25`: decimal digits of any number, the first not above the last.
std::optional<VersionRange> version_range(std::string_view text);

} // namespace migcheck
