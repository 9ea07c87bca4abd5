#include "cli/json_text.hpp"

namespace migcheck {

std::string json_text(const Json& document) {
  const std::string plain =
      document.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(plain.size() + 1);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] == '#' && i + 1 < plain.size() && plain[i + 1] == '#') {
      out += "\\u0023";
    } else {
      out += plain[i];
    }
  }
  return out + "\n";
}

Json json_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

} // namespace migcheck
