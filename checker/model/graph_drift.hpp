// A graph of migrations that does not hold together: Alembic's, Django's.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

enum class GraphChange : std::uint8_t {
  heads,    // more than one, of migrations that have a common beginning
  missing,  // a parent that is not there
  repeated, // one revision in two files
  cycle
};

// "heads" … "cycle".
std::string_view graph_change_name(GraphChange change);

enum class GraphKind : std::uint8_t { alembic, django };

// One migration of a finding.
struct GraphPlace {
  std::string name; // its revision, or the file's name without ".py"
  Location location;
};

struct GraphDrift {
  GraphKind kind = GraphKind::alembic;
  std::string folder;
  GraphChange change = GraphChange::missing;
  // `heads`: all of them; `missing`: the child; `repeated`: all files;
  // `cycle`: all of it, in order. By path else. Not empty.
  std::vector<GraphPlace> places;
  std::string parent; // `missing`
};

// A max_migration.txt of django-linear-migrations.
enum class MaxChange : std::uint8_t {
  conflict, // marks of a merge conflict
  lines,    // more than one line
  empty,
  unknown, // it names no migration of the folder
  passed   // another one follows what it names
};

// "conflict" … "passed".
std::string_view max_change_name(MaxChange change);

struct MaxDrift {
  std::string path;
  std::string folder;
  MaxChange change = MaxChange::lines;
  Span place;
  std::string name; // what it names; "" for the first three
  std::string last; // the last migration, "" where there is not just one
};

} // namespace migcheck
