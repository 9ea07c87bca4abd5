// What the statements of one migration run in: where names are looked for,
// what is chosen for those that are not written, and what is remarkable.
#pragma once

#include "model/ddl.hpp"
#include "schema/catalogue.hpp"
#include "schema/event.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck::schema {

class Session {
 public:
  Session(Catalogue& catalogue, std::vector<Event>& events)
      : catalogue(catalogue), events_(&events) {
    reset();
  }

  // As at the beginning of a connection.
  void reset();
  void set_search_path(const std::vector<std::string>& names);
  void use_schema(std::string_view name);

  bool postgresql() const {
    return catalogue.dialect() == Dialect::postgresql ||
           catalogue.dialect() == Dialect::ansi;
  }

  // The schema of a name that is about to be made. One that is written and
  // that nobody made is taken for made elsewhere.
  Id schema_for(std::string_view written);

  // What bears a name, along the search path.
  Entry find(const ddl::QualifiedName& name) const;
  Id find_relation(const ddl::QualifiedName& name) const; // no_id
  Id find_type(const ddl::QualifiedName& name) const;
  // The function with that signature; without one, the only one of its name.
  Id find_function(
      const ddl::QualifiedName& name, const std::string* signature) const;

  // How reports name what a statement names.
  std::string shown(const ddl::QualifiedName& name) const;

  // True where it may be there though the model does not hold it: unknown
  // objects, the server's own schemas, what extensions bring.
  bool may_exist(const ddl::QualifiedName& name) const;
  bool may_exist(std::string_view shown) const;

  // The relation that a statement needs. Where it is missing for certain and
  // nothing allows that, that is reported. `if_exists`: it is allowed.
  Id need_relation(const ddl::QualifiedName& name, bool if_exists);
  ColumnNumber need_column(Id table, std::string_view name, bool if_exists);
  void report_missing(
      ddl::ObjectKind kind, std::string object, std::string table = {});
  void report(Event event);
  // A name is taken by `other`, and nothing allows that.
  void report_taken(
      ddl::ObjectKind kind,
      const Object& other,
      std::string_view written,
      std::string table = {});

  void add_unknown(std::string object, std::string why);

  // Names that the server chooses. `for_constraint`: no constraint of the
  // schema may have it either.
  std::string relation_name(
      Id schema,
      std::string_view table,
      std::string_view part,
      std::string_view label,
      bool for_constraint);
  std::string constraint_name(
      Id schema,
      std::string_view table,
      std::string_view part,
      std::string_view label);

  // Whether an error of the statement does not matter, by its guard.
  bool allows_missing() const;
  bool allows_existing() const;

  // A type as a column holds it.
  void set_type(Column& column, const ddl::TypeName& type);

  Catalogue& catalogue;
  Where where;
  ddl::Guard guard = ddl::Guard::none;

 private:
  struct Hint {
    unsigned number;
    std::uint32_t freed_names;
  };

  template <typename Taken>
  std::string choose(
      std::string_view table,
      std::string_view part,
      std::string_view label,
      char kind,
      const Taken& taken);

  std::vector<Event>* events_;
  std::vector<Id> path_;
  std::unordered_map<std::string, Hint> hints_;
};

} // namespace migcheck::schema
