#include "text/name_key.hpp"

#include "text/ascii.hpp"
#include "text/composed_letters.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

void append_utf8(std::uint32_t point, std::string& text) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0 | (point >> 6));
    text += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | (point >> 12));
    text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  }
}

bool within(std::uint32_t point, std::uint32_t first, std::uint32_t last) {
  return point >= first && point <= last;
}

// Letters that are not composed of others.
std::uint32_t lower(std::uint32_t point) {
  if (within(point, 'A', 'Z') || within(point, 0xC0, 0xDE) ||
      within(point, 0x391, 0x3A9) || within(point, 0x410, 0x42F)) {
    return point == 0xD7 ? point : point + 0x20;
  }
  if (within(point, 0x400, 0x40F)) {
    return point + 0x50;
  }
  const bool even_pairs =
      within(point, 0x100, 0x137) || within(point, 0x14A, 0x177) ||
      within(point, 0x460, 0x481) || within(point, 0x48A, 0x4BF);
  const bool odd_pairs =
      within(point, 0x139, 0x148) || within(point, 0x179, 0x17E);
  return even_pairs ? point | 1 : odd_pairs ? point + (point & 1) : point;
}

// Accents come out one by one: U+1EA4 is A, circumflex, acute.
void append_folded(std::uint32_t point, std::string& text) {
  std::uint32_t marks[4];
  std::size_t count = 0;
  while (count < 4) {
    const auto found = std::lower_bound(
        composed_letters.begin(),
        composed_letters.end(),
        point,
        [](const ComposedLetter& row, std::uint32_t key) {
          return row.letter < key;
        });
    if (found == composed_letters.end() || found->letter != point) {
      break;
    }
    marks[count++] = found->mark;
    point = found->base;
  }
  append_utf8(lower(point), text);
  while (count > 0) {
    append_utf8(marks[--count], text);
  }
}

} // namespace

std::string name_key(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(name[at]) < 0x80) {
      key += to_lower(name[at++]);
      continue;
    }
    const std::uint32_t point = next_code_point(name, at);
    if (point > 0xFFFF) { // invalid_code_point among them
      key += name.substr(begin, at - begin);
    } else {
      append_folded(point, key);
    }
  }
  return key;
}

} // namespace migcheck
