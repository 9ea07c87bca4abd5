// SQL in, the lines of tests/schema/facts.sql out.
#pragma once

#include "schema/catalogue.hpp"
#include "schema/event.hpp"
#include "schema/replay.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

struct Replayed {
  explicit Replayed(Dialect dialect) : catalogue(dialect) {}

  Catalogue catalogue;
  std::vector<Event> events;
};

// What the catalogue holds after a script, all of it Up.
std::unique_ptr<Replayed>
replayed(std::string_view sql, Dialect dialect = Dialect::postgresql);

// The catalogue's facts in the words of facts.sql, sorted.
std::vector<std::string> fact_lines(const Catalogue& catalogue);

} // namespace migcheck::schema
