// A role that migrations speak of and that nothing makes.
#pragma once

#include "text/span.hpp"

#include <cstddef>
#include <string>

namespace migcheck {

struct Migration;
struct MigrationDirectory;

struct UnknownRole {
  const MigrationDirectory* directory = nullptr;
  const Migration* migration = nullptr;
  std::string role;
  std::string words;    // the statement's first ones: `GRANT`, `CREATE POLICY`
  Location place;       // the first statement that names it
  std::size_t more = 0; // statements of the directory that do as well
  std::string nearest;  // a role that is made and nearly called so; or ""
};

// True where a statement of PostgreSQL gives something to a role, or acts as
// one: GRANT, CREATE POLICY, ALTER … OWNER TO, ALTER DEFAULT PRIVILEGES, SET
// ROLE.
bool names_roles(const MigrationDirectory& directory);

} // namespace migcheck
