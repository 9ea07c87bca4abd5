// Applies recognised statements to a catalogue, one after the other, as the
// database would.
#pragma once

#include "schema/session.hpp"

#include <vector>

namespace migcheck::schema {

class Replay {
 public:
  // Both must outlive it. Events are added to `events`.
  Replay(Catalogue& catalogue, std::vector<Event>& events)
      : session_(catalogue, events) {}

  // Runs the statements of one section of one file, in a session of its own.
  void run(const ddl::Script& script, Section section, const Where& where);

  // Runs one statement.
  void apply(const ddl::Recognised& statement);

 private:
  Session session_;
  std::optional<Catalogue::Mark> transaction_;
};

} // namespace migcheck::schema
