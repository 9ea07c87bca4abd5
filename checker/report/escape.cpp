#include "report/escape.hpp"

#include <algorithm>

namespace migcheck {
namespace {

void append_percent(std::string& out, char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out += '%';
  out += digits[value >> 4];
  out += digits[value & 0x0Fu];
}

std::string percent(std::string_view text, std::string_view escaped) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    if (escaped.find(byte) == std::string_view::npos) {
      out += byte;
    } else {
      append_percent(out, byte);
    }
  }
  return out;
}

bool stays_in_uri(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') ||
         std::string_view("-._~/").find(byte) != std::string_view::npos;
}

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char byte : text) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Backticks at an edge would join the fence; one blank at both edges would be
// taken off.
bool needs_padding(std::string_view text) {
  if (text.front() == '`' || text.back() == '`') {
    return true;
  }
  return text.front() == ' ' && text.back() == ' ' &&
         text.find_first_not_of(' ') != std::string_view::npos;
}

} // namespace

std::string gh_data(std::string_view text) {
  return percent(text, "%\r\n");
}

std::string gh_prop(std::string_view text) {
  return percent(text, "%\r\n:,");
}

std::string xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    switch (byte) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&apos;";
      break;
    default:
      out += byte;
    }
  }
  return out;
}

std::string uri(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char byte : bytes) {
    if (stays_in_uri(byte)) {
      out += byte;
    } else {
      append_percent(out, byte);
    }
  }
  return out;
}

std::string code_span(std::string_view text, MarkdownPlace place) {
  if (text.empty()) {
    return "` `";
  }
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  const std::string_view padding = needs_padding(text) ? " " : "";
  std::string out = fence;
  out += padding;
  for (const char byte : text) {
    if (byte == '|' && place == MarkdownPlace::table) {
      out += '\\';
    }
    out += byte;
  }
  out += padding;
  out += fence;
  return out;
}

} // namespace migcheck
