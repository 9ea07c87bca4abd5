// Whole expected outputs, kept as files beside the tests.
#pragma once

#include <string>
#include <string_view>

namespace migcheck {

// Compares with tests/report/golden/<name>. With UPDATE_GOLDENS=1 in the
// environment the file is written instead.
void expect_golden(std::string_view name, const std::string& actual);

} // namespace migcheck
