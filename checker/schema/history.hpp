// The schema that a directory's migrations make, and what was remarkable on
// the way.
#pragma once

#include "model/migration.hpp"
#include "schema/catalogue.hpp"
#include "schema/event.hpp"
#include "schema/facts.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace migcheck::schema {

// What is not as it was once a migration's Up and then its Down have run.
struct UndoDifference {
  std::uint32_t migration = 0; // index in the directory's `migrations`
  std::vector<Fact> lost;      // that the Down does not give back
  std::vector<Fact> left;      // that it does not take away
  std::vector<Fact> changed;   // as they were
};

enum class WithDowns : bool { no, yes };

struct History {
  explicit History(const MigrationDirectory& replayed)
      : directory(&replayed), catalogue(replayed.dialect) {}

  const MigrationDirectory* directory;
  Catalogue catalogue;              // after the last migration
  std::vector<Event> events;        // of Up parts, in order
  std::vector<UndoDifference> undo; // with WithDowns::yes
};

// Applies the Up parts of all migrations in the runner's order, from the
// baseline on. Files whose statements were not recognised are noted among the
// unknowns.
std::unique_ptr<History>
replay(const MigrationDirectory& directory, WithDowns with_downs);

// The same without Downs, but what the directory keeps is taken as it is.
std::shared_ptr<const History> history_of(const MigrationDirectory& directory);

// Called after each migration, with its index in the directory's `migrations`.
using AfterEach = std::function<void(const Catalogue&, std::uint32_t)>;

// The same without Downs.
std::unique_ptr<History>
replay(const MigrationDirectory& directory, const AfterEach& after);

} // namespace migcheck::schema
