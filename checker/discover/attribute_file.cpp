#include "discover/attribute_file.hpp"

#include "discover/ignore_file.hpp"
#include "text/byte_order_mark.hpp"

#include <algorithm>
#include <optional>

namespace migcheck {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view macro_mark = "[attr]";
constexpr std::size_t longest_line = 2047;

void skip_blanks(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
}

std::string_view next_word(std::string_view& line) {
  skip_blanks(line);
  const std::string_view word = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(word.size());
  return word;
}

bool is_octal(std::string_view text) {
  return text.size() == 3 &&
         text.find_first_not_of("01234567") == std::string_view::npos;
}

// What a backslash and this letter stand for; NUL for nothing.
char escaped(char letter) {
  constexpr std::string_view letters = "abfnrtv\"\\";
  constexpr std::string_view bytes = "\a\b\f\n\r\t\v\"\\";
  const std::size_t at = letters.find(letter);
  return at == std::string_view::npos ? '\0' : bytes[at];
}

// A pattern between double quotes, as git quotes paths.
std::optional<std::string> next_quoted(std::string_view& line) {
  std::string text;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] == '"') {
      line.remove_prefix(at + 1);
      return text;
    }
    if (line[at] != '\\') {
      text += line[at];
      continue;
    }
    const std::string_view digits = line.substr(at + 1).substr(0, 3);
    if (is_octal(digits) && digits[0] < '4') {
      text += static_cast<char>(
          (digits[0] - '0') << 6 | (digits[1] - '0') << 3 | (digits[2] - '0'));
      at += 3;
      continue;
    }
    const char byte = at + 1 < line.size() ? escaped(line[at + 1]) : '\0';
    if (byte == '\0') {
      return std::nullopt;
    }
    text += byte;
    ++at;
  }
  return std::nullopt;
}

Attributes parse_states(std::string_view line) {
  using enum AttributeState::Kind;
  Attributes attributes;
  for (std::string_view word = next_word(line); !word.empty();
       word = next_word(line)) {
    AttributeState state;
    const std::size_t equals = word.find('=');
    if (word.front() == '-' || word.front() == '!') {
      state.kind = word.front() == '-' ? unset : unspecified;
      word.remove_prefix(1);
    } else if (equals != std::string_view::npos) {
      state.kind = value;
      state.value = word.substr(equals + 1);
    } else {
      state.kind = set;
    }
    attributes.emplace_back(word.substr(0, word.find('=')), state);
  }
  return attributes;
}

void parse_line(std::string_view line, AttributeFile& file) {
  skip_blanks(line);
  if (line.empty() || line.front() == '#') {
    return;
  }
  if (line.starts_with(macro_mark)) {
    line.remove_prefix(macro_mark.size());
    const std::string_view name = next_word(line);
    file.macros.emplace_back(name, parse_states(line));
    return;
  }
  std::string pattern;
  std::optional<std::string> text;
  if (line.front() == '"') {
    std::string_view rest = line;
    text = next_quoted(rest);
    line = text ? rest : line;
  }
  pattern = text ? *text : std::string(next_word(line));
  if (!pattern.starts_with('!')) {
    file.lines.push_back({PathPattern(pattern), parse_states(line)});
  }
}

} // namespace

AttributeFile parse_attributes(std::string_view text) {
  AttributeFile file;
  text = without_byte_order_mark(text);
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (line.size() <= longest_line) {
      parse_line(line.substr(0, line.find('\0')), file);
    }
  }
  return file;
}

} // namespace migcheck
