#include "journals/sqitch_names.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t id_digits = 40;

bool is_beyond_ascii(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

bool is_word(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_';
}

// The backslash is not among them: it is in no name anyhow.
bool is_punctuation(char byte) {
  constexpr std::string_view marks = "-!\"#$%&'()*+,./:;<=>?@[]^`{|}~";
  return marks.find(byte) != std::string_view::npos;
}

// `~2`, `^1`: how Sqitch counts from a change, at the end of a word only.
bool is_counted(std::string_view text, std::size_t at) {
  constexpr std::string_view signs = "~/=%^";
  if (signs.find(text[at]) == std::string_view::npos) {
    return false;
  }
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) {
    ++end;
  }
  return end > at + 1 && (end == text.size() || is_plan_blank(text[end]));
}

bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

bool is_plan_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

std::size_t name_limit(std::string_view text, std::size_t begin) {
  constexpr std::string_view outside = " \t:@#\\";
  std::size_t end = begin;
  while (end < text.size() &&
         outside.find(text[end]) == std::string_view::npos &&
         !is_counted(text, end)) {
    ++end;
  }
  return end;
}

NameEnd name_end(std::string_view text, std::size_t begin, std::size_t end) {
  if (end == begin || is_punctuation(text[begin]) ||
      is_punctuation(text[end - 1])) {
    return NameEnd::no;
  }
  const bool last = is_word(text[end - 1]);
  const char next = end < text.size() ? text[end] : ' ';
  if (is_beyond_ascii(text[end - 1]) || (last && is_beyond_ascii(next))) {
    return NameEnd::maybe;
  }
  return last != is_word(next) ? NameEnd::yes : NameEnd::no;
}

bool is_sqitch_name(std::string_view text) {
  return name_limit(text, 0) == text.size() &&
         name_end(text, 0, text.size()) != NameEnd::no;
}

bool is_reserved_name(std::string_view name) {
  return name == "ROOT" || name == "HEAD" ||
         (name.size() >= id_digits &&
          is_hexadecimal(name.substr(0, id_digits)));
}

bool SqitchDependency::is_id() const {
  return tag.empty() && change.size() == id_digits && is_hexadecimal(change);
}

SqitchDependency parse_dependency(std::string_view text, std::size_t at) {
  SqitchDependency made;
  made.span = {
      static_cast<std::uint32_t>(at),
      static_cast<std::uint32_t>(at + text.size())};
  made.conflict = text.starts_with('!');
  text.remove_prefix(made.conflict ? 1 : 0);
  made.text = text;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    made.project = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  const std::size_t sign = text.find('@');
  made.change = text.substr(0, sign);
  if (sign != std::string_view::npos) {
    made.tag = text.substr(sign + 1);
  }
  const auto sound = [](const std::string& name, bool there) {
    return there ? is_sqitch_name(name) : name.empty();
  };
  made.sound = sound(made.project, colon != std::string_view::npos) &&
               sound(made.change, !made.change.empty()) &&
               sound(made.tag, sign != std::string_view::npos) && !text.empty();
  return made;
}

} // namespace migcheck
