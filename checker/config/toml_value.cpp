#include "config/toml_value.hpp"

#include "config/toml_outline.hpp"
#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <array>
#include <utility>

namespace migcheck {
namespace {

// From the library's lines and columns to byte offsets. Both count from 1,
// columns in code points; a byte order mark counts as none.
class Offsets {
 public:
  explicit Offsets(std::string_view text) {
    std::size_t at =
        text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    line_starts_.push_back(0);
    while (at < text.size()) {
      starts_.push_back(static_cast<std::uint32_t>(at));
      if (text[at] == '\n') {
        line_starts_.push_back(starts_.size());
      }
      next_code_point(text, at);
    }
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::uint32_t offset(const toml::source_position& place) const {
    if (place.line == 0 || place.line > line_starts_.size()) {
      return starts_.back();
    }
    const std::size_t column = std::max(1u, place.column) - 1;
    const std::size_t index = line_starts_[place.line - 1] + column;
    return starts_[std::min(index, starts_.size() - 1)];
  }

  Span span(const toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  std::vector<std::uint32_t> starts_; // of each code point
  std::vector<std::size_t> line_starts_;
};

// A node that waits for its turn, and where its value goes.
using Waiting = std::pair<const toml::node*, TomlValue*>;

void convert_scalar(const toml::node& node, TomlValue& out) {
  if (const auto* text = node.as_string()) {
    out.kind = TomlKind::string;
    out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = TomlKind::integer;
    out.integer = integer->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.kind = TomlKind::boolean;
    out.boolean = boolean->get();
  } else {
    out.kind = node.is_floating_point() ? TomlKind::real : TomlKind::date;
  }
}

void convert_children(
    const toml::node& node,
    TomlValue& out,
    const Offsets& offsets,
    std::vector<Waiting>& waiting) {
  if (const auto* array = node.as_array()) {
    out.kind = TomlKind::array;
    out.items.resize(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
      waiting.emplace_back(array->get(i), &out.items[i]);
    }
  } else if (const auto* table = node.as_table()) {
    out.kind = TomlKind::table;
    out.members.resize(table->size());
    std::size_t i = 0;
    for (const auto& [key, value] : *table) {
      TomlMember& member = out.members[i++];
      member.key = key.str();
      member.key_span = offsets.span(key.source());
      waiting.emplace_back(&value, &member.value);
    }
  }
}

TomlValue convert(const toml::table& root, const Offsets& offsets) {
  TomlValue result;
  std::vector<Waiting> waiting = {{&root, &result}};
  while (!waiting.empty()) {
    const auto [node, out] = waiting.back();
    waiting.pop_back();
    out->span = offsets.span(node->source());
    if (node->is_table() || node->is_array()) {
      convert_children(*node, *out, offsets, waiting);
    } else {
      convert_scalar(*node, *out);
    }
  }
  return result;
}

// The library names what it was doing; what is wrong stands after that.
std::string in_our_words(std::string_view description) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (description.starts_with(prefix)) {
    const std::size_t colon = description.find(": ");
    if (colon != std::string_view::npos) {
      const std::string_view what =
          description.substr(prefix.size(), colon - prefix.size());
      return fmt::format(
          "not valid TOML: {} in {}",
          printable(description.substr(colon + 2)),
          printable(what));
    }
  }
  return "not valid TOML: " + printable(description);
}

std::optional<Span> first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    if (next_code_point(text, at) == invalid_code_point) {
      return Span{begin, begin + 1};
    }
  }
  return std::nullopt;
}

} // namespace

std::string_view kind_in_words(TomlKind kind) {
  constexpr std::array<std::string_view, 7> words = {
      "a string",
      "an integer",
      "a floating-point number",
      "true or false",
      "a date or time",
      "an array",
      "a table"};
  return words[static_cast<std::size_t>(kind)];
}

std::optional<TomlValue> read_toml(std::string_view text, Problems& problems) {
  if (const auto bad = first_bad_byte(text)) {
    problems.add(
        *bad,
        fmt::format(
            "not UTF-8: byte 0x{:02x}",
            static_cast<unsigned char>(text[bad->begin])));
    return std::nullopt;
  }
  std::string copy;
  if (check_outline(problems, copy) == Outline::hopeless) {
    return std::nullopt;
  }
  const Offsets offsets(text);
  const std::string_view document = without_byte_order_mark(copy);
  try {
    return convert(toml::parse(document), offsets);
  } catch (const toml::parse_error& error) {
    problems.add(
        offsets.span(error.source()), in_our_words(error.description()));
    return std::nullopt;
  }
}

} // namespace migcheck
