// JSON as every JSON report spells it. Heavy to include: for writers only.
#pragma once

#include "report/report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace migcheck {

using Json = nlohmann::ordered_json;

// Indented by two, with a final line end. Valid UTF-8 for any content; what
// people cannot see and what a log would take for a command is written as
// \uXXXX, which means the same to a parser.
std::string json_text(const Json& value);

Json json_of(const DataValue& value);

// `start_line`, `start_column`, `end_line`, `end_column` into an object.
void add_region(Json& object, const Region& region);

} // namespace migcheck
