// The marks that git leaves in a file that was not merged.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace migcheck {

// True for a line that begins as one.
bool is_conflict_mark(std::string_view line);

struct FoundMark {
  Span span; // the line, without its end
  std::uint32_t line = 0;
};

// The first line `<<<<<<< …`, where `>>>>>>> …` follows too.
std::optional<FoundMark> find_conflict(std::string_view text);

} // namespace migcheck
