// What several writers say in the same words.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

// "2 errors, 1 warning" or "no findings".
std::string verdict(const Summary& summary);

// "3 suppressed", "3 suppressed (2 of them on the base too)".
std::string suppressed(const Summary& summary);

// A path from the repository's root, bytes; "." for none.
std::string repository_path(const Report& report, std::string_view path);

// Text for a field of JSON: itself when it is UTF-8, else `printable`.
std::string as_utf8(std::string_view bytes);

// Pointers to all findings, most severe first, else in their order.
std::vector<const Finding*> by_severity(const std::vector<Finding>& findings);

// The web page of a rule; "" when there is no repository to link to.
std::string rule_url(
    const Report& report, const ReportOptions& options, std::string_view rule);

} // namespace migcheck
