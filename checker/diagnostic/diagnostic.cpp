#include "diagnostic/diagnostic.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 4> names = {
    "off", "note", "warning", "error"};

} // namespace

std::string_view severity_name(Severity severity) {
  return names[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_from(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) {
      return static_cast<Severity>(i);
    }
  }
  return std::nullopt;
}

} // namespace migcheck
