// One function per format; write_report() chooses. Each gives the whole
// report as valid UTF-8, ends its last line, and throws nothing.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace migcheck {

std::string write_text(const Report& report, const ReportOptions& options);
std::string write_json(const Report& report);
std::string write_sarif(const Report& report, const ReportOptions& options);
std::string write_junit(const Report& report, const ReportOptions& options);
std::string write_github(const Report& report);
std::string write_gitlab(const Report& report);
std::string write_markdown(const Report& report, const ReportOptions& options);

} // namespace migcheck
