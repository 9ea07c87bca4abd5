// An edit that the runner's own checksum cannot see.
#pragma once

#include <string>

namespace migcheck {

struct BlindEdit {
  std::string runner; // "Flyway", "Liquibase"
  std::string folder;
  std::string file; // its path
  std::string name;
};

} // namespace migcheck
