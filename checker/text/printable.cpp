#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>

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

void append_escaped(std::string& out, std::uint32_t point) {
  if (point == '\n') {
    out += "\\n";
  } else if (point == '\r') {
    out += "\\r";
  } else if (point == '\t') {
    out += "\\t";
  } else if (point < 0x20 || point == 0x7F) {
    out += fmt::format("\\x{:02x}", point);
  } else {
    out += fmt::format("\\u{{{:x}}}", point);
  }
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

void replace_all(
    std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

bool is_wide(std::uint32_t point) {
  return in(point, 0x1100, 0x115F) || in(point, 0x2E80, 0x303E) ||
         in(point, 0x3041, 0xA4CF) || in(point, 0xAC00, 0xD7A3) ||
         in(point, 0xF900, 0xFAFF) || in(point, 0xFE30, 0xFE6F) ||
         in(point, 0xFF00, 0xFF60) || in(point, 0xFFE0, 0xFFE6) ||
         in(point, 0x1F300, 0x1F64F) || in(point, 0x1F680, 0x1F6FF) ||
         in(point, 0x1F900, 0x1F9FF) || in(point, 0x20000, 0x3FFFD);
}

bool is_combining(std::uint32_t point) {
  return in(point, 0x0300, 0x036F) || in(point, 0x0483, 0x0489) ||
         in(point, 0x0591, 0x05BD) || in(point, 0x064B, 0x065F) ||
         in(point, 0x1AB0, 0x1AFF) || in(point, 0x1DC0, 0x1DFF) ||
         in(point, 0x20D0, 0x20FF) || in(point, 0xFE00, 0xFE0F) ||
         in(point, 0xFE20, 0xFE2F);
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
    const std::size_t start = at;
    const std::uint32_t point = next_code_point(bytes, at);
    if (point == invalid_code_point) {
      out += fmt::format("\\x{:02x}", byte_at(bytes, start));
    } else if (is_plain(point)) {
      out += bytes.substr(start, at - start);
    } else {
      append_escaped(out, point);
    }
  }
  return out;
}

std::string quoted(std::string_view bytes) {
  std::size_t at = 0;
  std::size_t count = 0;
  while (at < bytes.size() && count < longest_quote) {
    next_code_point(bytes, at);
    ++count;
  }
  std::string out = "\"" + printable(bytes.substr(0, at));
  out += at < bytes.size() ? "…\"" : "\"";
  return out;
}

std::string log_safe(std::string_view line) {
  std::string out(line);
  replace_all(out, "##[", "##\\[");
  replace_all(out, "##vso[", "##vso\\[");
  replace_all(out, "##teamcity[", "##teamcity\\[");
  std::size_t at = 0;
  while (at < out.size()) {
    std::size_t next = at;
    if (!is_white_space(next_code_point(out, next))) {
      break;
    }
    at = next;
  }
  if (std::string_view(out).substr(at, 2) == "::") {
    out.insert(at + 1, "\\");
  }
  return out;
}

std::size_t display_width(std::string_view printable_text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < printable_text.size();) {
    const std::uint32_t point = next_code_point(printable_text, at);
    width += is_combining(point) ? 0 : is_wide(point) ? 2 : 1;
  }
  return width;
}

} // namespace migcheck
