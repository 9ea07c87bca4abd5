#include "report/json_text.hpp"

#include "report/shown.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

void append_unicode_escape(std::string& out, std::uint32_t point) {
  if (point < 0x10000) {
    out += fmt::format("\\u{:04x}", point);
    return;
  }
  out += fmt::format(
      "\\u{:04x}\\u{:04x}", 0xD7C0 + (point >> 10), 0xDC00 + (point & 0x3FF));
}

// Outside of strings JSON holds nothing that is escaped here.
std::string without_hidden_meaning(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 1);
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t start = at;
    const std::uint32_t point = next_code_point(json, at);
    if (point == 0x7F || is_deceptive(point) ||
        opens_log_command(json, start)) {
      append_unicode_escape(out, point);
    } else {
      out += json.substr(start, at - start);
    }
  }
  return out;
}

struct ToJson {
  Json operator()(const std::string& value) const { return as_utf8(value); }

  Json operator()(std::int64_t value) const { return value; }

  Json operator()(bool value) const { return value; }

  Json operator()(const std::vector<std::string>& values) const {
    Json array = Json::array();
    for (const std::string& value : values) {
      array.push_back(as_utf8(value));
    }
    return array;
  }
};

} // namespace

std::string json_text(const Json& value) {
  const std::string text =
      value.dump(2, ' ', false, Json::error_handler_t::replace);
  return without_hidden_meaning(text) + "\n";
}

Json json_of(const DataValue& value) {
  return std::visit(ToJson{}, value);
}

void add_region(Json& object, const Region& region) {
  object["start_line"] = region.start.line;
  object["start_column"] = region.start.column;
  object["end_line"] = region.end.line;
  object["end_column"] = region.end.column;
}

} // namespace migcheck
