#include "text/printable.hpp"

#include "text/width_ranges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace migcheck {
namespace {

constexpr std::size_t longest_quote = 200; // code points

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

struct Lead {
  std::size_t length;
  std::uint32_t bits;
  std::uint32_t smallest; // below it the form is overlong
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) {
    return {1, byte, 0};
  }
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2, byte & 0x1Fu, 0x80};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {3, byte & 0x0Fu, 0x800};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {4, byte & 0x07u, 0x10000};
  }
  return {0, 0, 0};
}

bool in(std::uint32_t value, std::uint32_t first, std::uint32_t last) {
  return value >= first && value <= last;
}

void append_hex_byte(std::string& out, unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\x";
  out += digits[byte >> 4];
  out += digits[byte & 0x0Fu];
}

void append_escaped(std::string& out, std::uint32_t point) {
  if (point == '\n') {
    out += "\\n";
  } else if (point == '\r') {
    out += "\\r";
  } else if (point == '\t') {
    out += "\\t";
  } else if (point < 0x80) {
    append_hex_byte(out, static_cast<unsigned char>(point));
  } else {
    out += fmt::format("\\u{{{:x}}}", point);
  }
}

// How many bytes from `at` are visible ASCII: most of any text.
std::size_t plain_ascii(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  while (end < bytes.size() && bytes[end] >= 0x20 && bytes[end] < 0x7F) {
    ++end;
  }
  return end - at;
}

bool is_plain(std::uint32_t point) {
  return point >= 0x20 && point != 0x7F && !is_deceptive(point);
}

// Unicode's White_Space, as consumers that trim a line use it.
bool is_white_space(std::uint32_t point) {
  return point == ' ' || in(point, 0x09, 0x0D) || point == 0x85 ||
         point == 0xA0 || point == 0x1680 || in(point, 0x2000, 0x200A) ||
         point == 0x2028 || point == 0x2029 || point == 0x202F ||
         point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

// Where a `::` begins the line after white space of any kind, else npos.
std::size_t leading_command(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    if (!is_white_space(next_code_point(line, next))) {
      break;
    }
    at = next;
  }
  return line.substr(at, 2) == "::" ? at : std::string_view::npos;
}

bool contains(std::span<const CodePointRange> ranges, std::uint32_t point) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), point, [](auto value, const auto& range) {
        return value < range.first;
      });
  return after != ranges.begin() && point <= std::prev(after)->last;
}

std::size_t width_of(std::uint32_t point) {
  if (point < combining_ranges[0].first) {
    return 1;
  }
  if (contains(combining_ranges, point)) {
    return 0;
  }
  return contains(wide_ranges, point) ? 2 : 1;
}

} // namespace

std::uint32_t next_code_point(std::string_view bytes, std::size_t& at) {
  const Lead lead = lead_of(byte_at(bytes, at));
  if (lead.length == 0 || at + lead.length > bytes.size()) {
    ++at;
    return invalid_code_point;
  }
  std::uint32_t point = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char byte = byte_at(bytes, at + i);
    if ((byte & 0xC0) != 0x80) {
      ++at;
      return invalid_code_point;
    }
    point = (point << 6) | (byte & 0x3Fu);
  }
  if (point < lead.smallest || point > 0x10FFFF || in(point, 0xD800, 0xDFFF)) {
    ++at;
    return invalid_code_point;
  }
  at += lead.length;
  return point;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (next_code_point(bytes, at) == invalid_code_point) {
      return false;
    }
  }
  return true;
}

bool is_deceptive(std::uint32_t point) {
  return in(point, 0x80, 0x9F) || point == 0x061C ||
         in(point, 0x200B, 0x200F) || in(point, 0x2028, 0x202E) ||
         in(point, 0x2060, 0x206F) || point == 0xFEFF ||
         in(point, 0xFFF9, 0xFFFB) || in(point, 0xE0000, 0xE007F) ||
         in(point, 0xFDD0, 0xFDEF) ||
         (point != invalid_code_point && (point & 0xFFFE) == 0xFFFE);
}

std::string printable(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t plain = plain_ascii(bytes, at); plain > 0) {
      out += bytes.substr(at, plain);
      at += plain;
      continue;
    }
    const std::size_t start = at;
    const std::uint32_t point = next_code_point(bytes, at);
    if (point == invalid_code_point) {
      append_hex_byte(out, byte_at(bytes, start));
    } else if (is_plain(point)) {
      out += bytes.substr(start, at - start);
    } else {
      append_escaped(out, point);
    }
  }
  return out;
}

std::string_view first_code_points(std::string_view bytes, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < bytes.size() && count < most; ++count) {
    next_code_point(bytes, at);
  }
  return bytes.substr(0, at);
}

std::string quoted(std::string_view bytes) {
  const std::string_view shown = first_code_points(bytes, longest_quote);
  const bool cut = shown.size() < bytes.size();
  return "\"" + printable(shown) + (cut ? "…\"" : "\"");
}

bool opens_log_command(std::string_view line, std::size_t at) {
  if (line[at] != '[') {
    return false;
  }
  const std::string_view before = line.substr(0, at);
  return before.ends_with("##") || before.ends_with("##vso") ||
         before.ends_with("##teamcity");
}

std::string log_safe(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  const std::size_t command = leading_command(line);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (opens_log_command(line, at)) {
      out += '\\';
    }
    out += line[at];
    if (at == command) {
      out += '\\';
    }
  }
  return out;
}

std::size_t display_width(std::string_view printable_text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < printable_text.size();) {
    width += width_of(next_code_point(printable_text, at));
  }
  return width;
}

} // namespace migcheck
