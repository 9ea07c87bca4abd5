#include "journals/json_reader.hpp"

#include <algorithm>
#include <utility>

namespace migcheck {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view ends = " \t\r\n,]}:";

std::uint32_t hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return static_cast<std::uint32_t>(c - '0');
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f'
             ? static_cast<std::uint32_t>(lower - 'a' + 10)
             : 0;
}

void append(std::uint32_t code, std::string& text) {
  if (code >= 0xD800 && code < 0xE000) {
    text += '?';
  } else if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

} // namespace

void JsonReader::skip_blanks() {
  while (at_ < text_.size() &&
         (blanks.find(text_[at_]) != std::string_view::npos ||
          text_[at_] == ',')) {
    ++at_;
  }
}

// Stands on the opening quote.
bool JsonReader::read_string(Span& span) {
  const std::size_t begin = at_ + 1;
  std::size_t end = begin;
  while (true) {
    end = text_.find_first_of("\"\\", end);
    if (end == std::string_view::npos) {
      return false;
    }
    if (text_[end] == '"') {
      break;
    }
    end += 2;
  }
  span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  at_ = end + 1;
  return true;
}

bool JsonReader::open(JsonToken& token, char bracket) {
  token.kind = bracket == '{' ? JsonKind::begin_object : JsonKind::begin_array;
  token.span = {
      static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)};
  open_.push_back(bracket);
  ++at_;
  return true;
}

bool JsonReader::close(JsonToken& token, char bracket) {
  const char wanted = bracket == '}' ? '{' : '[';
  if (open_.empty() || open_.back() != wanted) {
    return false;
  }
  open_.pop_back();
  token.kind = bracket == '}' ? JsonKind::end_object : JsonKind::end_array;
  token.depth = open_.size();
  token.key = {};
  token.span = {
      static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)};
  ++at_;
  return true;
}

bool JsonReader::next(JsonToken& token) {
  skip_blanks();
  if (at_ >= text_.size()) {
    return false;
  }
  char c = text_[at_];
  if (c == '}' || c == ']') {
    return close(token, c);
  }
  token.key = {};
  if (!open_.empty() && open_.back() == '{') {
    Span key;
    if (c != '"' || !read_string(key)) {
      return false;
    }
    token.key = key.of(text_);
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != ':') {
      return false;
    }
    ++at_;
    skip_blanks();
    if (at_ >= text_.size()) {
      return false;
    }
    c = text_[at_];
  }
  token.depth = open_.size();
  if (c == '{' || c == '[') {
    return open(token, c);
  }
  if (c == '"') {
    token.kind = JsonKind::string;
    return read_string(token.span);
  }
  const std::size_t end =
      std::min(text_.find_first_of(ends, at_), text_.size());
  if (end == at_) {
    return false;
  }
  token.kind = JsonKind::other;
  token.span = {
      static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  at_ = end;
  return true;
}

std::string json_text(std::string_view raw) {
  constexpr std::string_view letters = "bfnrt";
  constexpr std::string_view bytes = "\b\f\n\r\t";
  std::string text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      text += raw[i];
      continue;
    }
    const char escape = raw[++i];
    const std::size_t known = letters.find(escape);
    if (known != std::string_view::npos) {
      text += bytes[known];
    } else if (escape == 'u' && i + 4 < raw.size()) {
      std::uint32_t code = 0;
      for (const char digit : raw.substr(i + 1, 4)) {
        code = code << 4 | hex_digit(digit);
      }
      append(code, text);
      i += 4;
    } else {
      text += escape;
    }
  }
  return text;
}

} // namespace migcheck
