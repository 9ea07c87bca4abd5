// The lines of one .gitattributes.
#pragma once

#include "discover/path_pattern.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// What a line says of an attribute: `x`, `-x`, `x=value`, `!x`.
struct AttributeState {
  enum class Kind { set, unset, value, unspecified };

  Kind kind = Kind::unspecified;
  std::string value;
};

// In the order of the line.
using Attributes = std::vector<std::pair<std::string, AttributeState>>;

struct AttributeLine {
  PathPattern pattern;
  Attributes attributes;
};

struct AttributeFile {
  std::vector<AttributeLine> lines;
  // `[attr]name …`: what the attribute stands for.
  std::vector<std::pair<std::string, Attributes>> macros;
};

// Lines that git would skip (negative patterns, more than 2,047 bytes) are
// left out.
AttributeFile parse_attributes(std::string_view text);

} // namespace migcheck
