#include "config/config.hpp"

#include <array>

namespace migcheck {

std::string_view intent_name(Intent intent) {
  constexpr std::array<std::string_view, 6> names = {
      "complete", "subset", "exclusion", "fixture", "unknown", "ignored"};
  return names[static_cast<std::size_t>(intent)];
}

} // namespace migcheck
