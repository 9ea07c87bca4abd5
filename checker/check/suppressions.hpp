// `migcheck: allow(rule) reason` and [[ignore]]: what is taken out of the
// report, and what no longer needs to be.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/suppression.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct Suppressed {
  std::vector<Diagnostic> kept;
  std::vector<std::pair<Diagnostic, std::string>> taken; // with the reason
};

} // namespace migcheck
