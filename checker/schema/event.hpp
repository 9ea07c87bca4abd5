// What is remarkable about a statement that is applied: what rules speak of.
#pragma once

#include "model/ddl_names.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::schema {

// A statement: of which migration, and where in its file.
struct Where {
  std::uint32_t migration = 0; // index in the directory's `migrations`
  std::string path;            // of its file
  Span span;                   // the statement
  std::uint32_t line = 1;
};

enum class EventKind : std::uint8_t {
  missing,            // the statement needs what is not there
  recreated,          // it makes what is there
  differs,            // IF NOT EXISTS, and what is there is something else
  name_taken,         // a name is taken once it is cut to 63 bytes
  has_dependents,     // a drop without CASCADE that the server refuses
  constraint_dropped, // CASCADE takes a constraint of another table
  unknown_role        // a GRANT names a role that nothing made
};

struct Event {
  EventKind kind = EventKind::missing;
  Where where;
  ddl::ObjectKind object_kind = ddl::ObjectKind::table;
  std::string object; // as reports name it
  std::string table;  // of a column, constraint, trigger; or ""
  // `has_dependents`, `constraint_dropped`: what was to be dropped.
  ddl::ObjectKind cause_kind = ddl::ObjectKind::table;
  std::string cause;
  // `constraint_dropped`: the table that the foreign key references, and that
  // and its partitions that lose the constraint.
  std::string references;
  std::uint32_t table_id = 0, references_id = 0;
  std::vector<std::string> losing;
  // `recreated`, `name_taken`: where the other was made.
  std::uint32_t first_migration = 0;
};

inline constexpr std::size_t most_events = 10'000;

} // namespace migcheck::schema
