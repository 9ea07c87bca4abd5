#include "cli/version.hpp"

namespace migcheck {

std::string_view version() { return MIGCHECK_VERSION; }

} // namespace migcheck
