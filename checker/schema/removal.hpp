// Dropping objects: what goes with them by itself, what only CASCADE takes,
// and what keeps the server from it.
#pragma once

#include "schema/session.hpp"

#include <unordered_map>
#include <vector>

namespace migcheck::schema {

enum class RefKind : std::uint8_t {
  relation,
  column,
  default_, // of a column
  index,
  constraint,
  sequence,
  type,
  function,
  trigger,
  policy,
  schema,
  extension
};

struct Ref {
  RefKind kind = RefKind::relation;
  Id id = no_id;
  ColumnNumber column = no_column;

  bool operator==(const Ref&) const = default;
};

enum class Cascade : bool { no, yes };

// One DROP, or one DROP COLUMN or CONSTRAINT of an ALTER TABLE. Iterative;
// takes time in proportion to what is dropped and what hangs on it.
class Removal {
 public:
  Removal(Session& session, Cascade cascade)
      : session_(&session), cascade_(cascade) {}

  void add(Ref target);

  // Drops everything, or, where something else hangs on it and CASCADE is not
  // written, nothing; that is reported.
  bool run();

 private:
  struct Found {
    Ref ref;
    std::size_t target; // index in order_ of the target that led here
    bool by_cascade;
  };

  struct RefHash {
    std::size_t operator()(const Ref& ref) const {
      const std::uint64_t place = (std::uint64_t{ref.id} << 32U) | ref.column;
      return (place * 0x9E3779B97F4A7C15ULL) ^
             static_cast<std::size_t>(ref.kind);
    }
  };

  void follow(std::size_t from);
  void follow_relation(Id id);
  void follow_column(Id table, ColumnNumber column);
  void follow_index(Id id);
  void follow_constraint(Id id);
  void follow_type(Id id);
  void follow_function(Id id);
  void follow_schema(Id id);
  void follow_sequence(Id id);

  void automatic(Ref ref) { reach(ref, true); }

  void dependent(Ref ref) { reach(ref, false); }

  void reach(Ref ref, bool automatic);
  void user_of_function(Id function, Id table);

  bool taken(Ref ref) const { return places_.contains(ref); }

  std::string shown(Ref ref) const;
  void report_blocked();
  void report_cascade(const Found& found);
  void erase(const Ref& ref);
  void erase_relation(Id id);
  void erase_constraint(Id id);
  void erase_index(Id id);

  Session* session_;
  Cascade cascade_;
  std::vector<Found> order_;
  std::unordered_map<Ref, std::size_t, RefHash> places_;
  std::vector<Found> blocked_;
  std::size_t now_ = 0; // in order_
};

// The kind of object as reports name it.
ddl::ObjectKind object_kind(const Catalogue& catalogue, Ref ref);

} // namespace migcheck::schema
