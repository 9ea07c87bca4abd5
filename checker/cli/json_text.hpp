// JSON documents of the listing commands.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace migcheck {

using Json = nlohmann::ordered_json;

// Indented, one line end at the end. Bytes that are not UTF-8 become U+FFFD.
// `##` inside a string is written with an escape: a log that a CI reads must
// not hold `##[command]`.
std::string json_text(const Json& document);

// Null for "".
Json json_or_null(const std::string& text);

} // namespace migcheck
