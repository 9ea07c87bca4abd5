// The tool and all its rules, as SARIF describes them.
#pragma once

#include "report/json_text.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <map>
#include <string_view>

namespace migcheck {

// `tool.driver`: every rule, by name, whether it was hit or not.
Json sarif_driver(const Report& report, const ReportOptions& options);

// Rule name -> its place in `rules`.
std::map<std::string_view, std::size_t> sarif_rule_indexes();

// The places of the descriptors in `driver.notifications`.
inline constexpr std::size_t sarif_incomplete = 0;
inline constexpr std::size_t sarif_left_out = 1;

// Text of a message: braces doubled, no accidental link.
std::string sarif_message(std::string_view text);

} // namespace migcheck
