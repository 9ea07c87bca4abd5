#include "model/base.hpp"

namespace migcheck {

std::string short_id(const std::string& id) {
  constexpr std::size_t digits = 12;
  return id.substr(0, digits);
}

} // namespace migcheck
