// Which migrations need which, from what their statements touch.
#pragma once

#include "model/ddl.hpp"
#include "model/migration.hpp"
#include "schema/touched.hpp"
#include "sql/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::schema {

// The recognised statements of each migration in the runner's order; null
// where there are none to read.
using Scripts = std::vector<const ddl::Script*>;

// An object that one migration touches and an earlier one made or changed.
struct NeededObject {
  Space space = Space::relation;
  std::string name;  // with its schema, unless that is the usual one
  Span touched;      // the first statement that touches it
  bool made = false; // the migration that is needed made it
};

// A migration needs the last one before it that made or changed an object that
// it touches.
struct InferredDependency {
  std::size_t from = 0;              // indexes in the order of the runner
  std::size_t on = 0;                // less than `from`
  std::vector<NeededObject> objects; // in the order of the text, each once
};

// The migrations that make or change an object, in order.
struct ObjectHistory {
  Space space = Space::relation;
  std::string name;
  std::vector<std::size_t> migrations;
};

struct Inferred {
  std::vector<InferredDependency> dependencies; // by `from`, then `on`
  std::vector<ObjectHistory> objects;           // by space and name
};

// Reads Up statements only. Objects that no migration makes or changes, such as
// built-in functions and what extensions bring, are left out. Names are
// compared as the dialect does; SET search_path holds up to the end of its
// file. Linear in what the statements hold, but for sorting.
Inferred infer_dependencies(const Scripts& scripts, Dialect dialect);

// Of a directory whose statements were recognised; without what the runner's
// journal leaves out.
Inferred infer_dependencies(const MigrationDirectory& directory);

} // namespace migcheck::schema
