// Which objects a recognised statement makes, changes and uses.
#pragma once

#include "model/ddl.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::schema {

// Objects of one space cannot share a name. Relations: tables, views, indexes,
// sequences. A table's name is a type's, too.
enum class Space : std::uint8_t { relation, type, function, schema };

enum class Touch : std::uint8_t {
  makes,
  changes, // alters or drops it, or hangs something on it: an index, a trigger
  uses     // by a foreign key, a view, a body, a statement about data
};

struct TouchedObject {
  Space space = Space::relation;
  Touch touch = Touch::uses;
  std::string schema; // "" where none is written
  std::string name;
};

// The objects of one statement, in the order of its text; one may come
// several times. Functions are told apart by name alone. Nothing is said of
// columns, roles and extensions, nor of what only running it could tell.
std::vector<TouchedObject> touched_objects(const ddl::Recognised& statement);

} // namespace migcheck::schema
