// Lines of a text.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace migcheck::ddl {

// How many line feeds `text` holds.
inline std::uint32_t count_lines(std::string_view text) {
  std::uint32_t lines = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const void* found =
        std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) {
      break;
    }
    at = static_cast<const char*>(found) + 1;
    ++lines;
  }
  return lines;
}

} // namespace migcheck::ddl
