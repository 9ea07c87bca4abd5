#include "schema/automatic_name.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// The first `length` bytes, less the part of a character at their end.
std::string_view cut(std::string_view text, std::size_t length) {
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  if (length >= text.size()) {
    return text;
  }
  while (length > 0 && continues(length)) {
    --length;
  }
  return text.substr(0, length);
}

} // namespace

std::string_view cut_name(std::string_view name) {
  return cut(name, longest_name);
}

std::string automatic_name(
    std::string_view table, std::string_view part, std::string_view label) {
  const std::size_t overhead =
      (part.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
  const std::size_t room = longest_name - std::min(overhead, longest_name);
  std::size_t first = table.size();
  std::size_t second = part.size();
  while (first + second > room) {
    --(first > second ? first : second);
  }
  std::string name;
  name.reserve(longest_name);
  name += cut(table, first);
  if (!part.empty()) {
    name += '_';
    name += cut(part, second);
  }
  if (!label.empty()) {
    name += '_';
    name += label;
  }
  return name;
}

std::string columns_part(const std::vector<std::string>& columns) {
  std::string part;
  for (const std::string& column : columns) {
    if (!part.empty()) {
      part += '_';
    }
    part += column;
    if (part.size() > longest_name) {
      break;
    }
  }
  return part;
}

void number_last(std::vector<std::string>& names) {
  const std::string wanted = names.back();
  const auto last = names.end() - 1;
  for (unsigned number = 1; std::find(names.begin(), last, *last) != last;
       ++number) {
    const std::string digits = std::to_string(number);
    *last = std::string(cut(wanted, longest_name - digits.size())) + digits;
  }
}

} // namespace migcheck::schema
