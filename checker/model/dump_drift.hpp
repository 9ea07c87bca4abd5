// A dump of the schema that lists the versions it was made of, and the
// migrations that are there.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

enum class DumpKind : std::uint8_t {
  structure, // Rails' structure.sql
  schema,    // Rails' schema.rb, which holds the newest version alone
  dbmate     // dbmate's schema.sql
};

struct DumpVersion {
  std::string version;
  Location location; // of the migration, or in the dump
};

// `missing`: migrations that the dump does not have; `stale`: versions of it
// that no migration has. At least one of them is not empty, but where the dump
// was not merged.
struct DumpDrift {
  DumpKind kind = DumpKind::structure;
  bool conflict = false; // it holds marks of a merge conflict: `place`
  std::string path;
  std::string folder;               // of the migrations; "" = not known
  Span place;                       // of the list, or of schema.rb's version
  std::string newest;               // schema.rb's version, digits alone
  std::vector<DumpVersion> missing; // in order of versions
  std::vector<DumpVersion> stale;   // in the dump's order
};

} // namespace migcheck
