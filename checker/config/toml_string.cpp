#include "config/toml_string.hpp"

#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::uint32_t point = next_code_point(text, at);
    if (point == invalid_code_point) {
      out += "\\uFFFD";
    } else if (point == '"' || point == '\\') {
      out += '\\';
      out += static_cast<char>(point);
    } else if (point < 0x20 || point == 0x7F || is_deceptive(point)) {
      out += fmt::format("\\U{:08X}", point);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out + "\"";
}

} // namespace migcheck
