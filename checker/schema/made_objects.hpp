// Which tables and indexes each migration makes, by name alone.
#pragma once

#include "model/ddl.hpp"
#include "model/migration.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

// Names are in lower case and without their schemas.
struct MadeObjects {
  // False where nothing can be said: the migration was not read, is no SQL,
  // reads other files, or holds a statement that may do anything.
  bool known = false;

  // What is there after it and was never made before it. No partitions, no
  // temporary tables, nothing that is made under a condition.
  std::set<std::string> tables;
  std::set<std::string> indexes;

  std::set<std::string> touched; // relations and constraints that it names
  std::set<std::string> keyed;   // tables that get indexes without a name

  // What only running it would tell; of a migration with more than a few,
  // nothing is known.
  std::vector<ddl::DynamicPart> dynamic;
};

// Of each migration, in the runner's order, from its Up statements. Linear but
// for look-ups.
std::vector<MadeObjects> made_objects(const MigrationDirectory& directory);

// The name of an object as the sets above hold it: `"public"."Ants"` gives
// `ants`.
std::string plain_object_name(std::string_view written);

// False where the migration surely neither makes nor touches a table (or, for
// `index`, an index) of that plain name.
bool may_touch(const MadeObjects& made, std::string_view name, bool index);

} // namespace migcheck::schema
