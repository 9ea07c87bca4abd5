// Names that a runner passes over although they look as if it should not.
#pragma once

#include "layouts/layout.hpp"

#include <string>
#include <string_view>

namespace migcheck {

enum class NameSlip : std::uint8_t {
  none,     // nothing like a migration of this layout
  misnamed, // nearly a name: `name` is the nearest valid one
  stray     // a migration's name with an ending that no runner reads
};

struct NearName {
  NameSlip slip = NameSlip::none;
  std::string name; // "" where no valid name is near
};

// Judges a name that `layout` does not read as a migration. `prefix` stands
// before the number in the directory's names, or is "". Linear in the name.
NearName
near_name(const Layout& layout, std::string_view name, std::string_view prefix);

} // namespace migcheck
