#include "cli/version.hpp"

namespace migcheck {

std::string_view version() {
  return MIGCHECK_VERSION;
}

std::string_view homepage() {
  return MIGCHECK_HOMEPAGE;
}

std::string_view release_day() {
  return "November 20, 2026";
}

std::string version_text() {
  std::string text = "migcheck ";
  text += version();
  text += "\nC++ compiler ";
#ifdef __clang__
  text += "clang ";
#endif
  text += __VERSION__;
  text += "\n";
  return text;
}

} // namespace migcheck
