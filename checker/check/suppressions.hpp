// `migcheck: allow(rule) reason` and [[ignore]]: what is taken out of the
// report, and what no longer needs to be.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "model/sql_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// Finds `migcheck: allow(rule-name) reason` in the text of one comment that
// begins at `offset` of `path`, on `line`. Linear in the comment.
void read_suppressions(
    std::string_view comment,
    const std::string& path,
    std::uint32_t offset,
    std::uint32_t line,
    std::vector<Suppression>& out);

struct Suppressed {
  std::vector<Diagnostic> kept;
  std::vector<std::pair<Diagnostic, std::string>> taken; // with the reason
};

} // namespace migcheck
