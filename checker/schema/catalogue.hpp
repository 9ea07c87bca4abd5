// The schema that a row of migrations makes: objects, and their names. Look-ups
// take constant time. What the statements mean is not known here.
#pragma once

#include "schema/objects.hpp"
#include "schema/texts.hpp"
#include "schema/unknowns.hpp"
#include "sql/dialect.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck::schema {

// What tables, views, indexes and sequences share: one space of names in each
// schema.
enum class EntryKind : std::uint8_t { none, relation, index, sequence, other };

struct Entry {
  EntryKind kind = EntryKind::none;
  Id id = no_id;

  explicit operator bool() const { return kind != EntryKind::none; }

  bool operator==(const Entry&) const = default;
};

class Catalogue {
 public:
  explicit Catalogue(Dialect dialect = Dialect::postgresql);
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  Dialect dialect() const { return dialect_; }

  Id public_schema() const { return 0; }

  Id temporary_schema() const { return 1; }

  // Adds an object and its name, which must be free where names are unique.
  Id add(SchemaObject object) { return add_to(schemas, object); }

  Id add(Relation object) { return add_to(relations, std::move(object)); }

  Id add(Index object) { return add_to(indexes, std::move(object)); }

  Id add(Constraint object) { return add_to(constraints, std::move(object)); }

  Id add(Sequence object) { return add_to(sequences, std::move(object)); }

  Id add(Type object) { return add_to(types, std::move(object)); }

  Id add(Function object) { return add_to(functions, std::move(object)); }

  Id add(Trigger object) { return add_to(triggers, std::move(object)); }

  Id add(Policy object) { return add_to(policies, object); }

  Id add(Extension object) { return add_to(extensions, object); }

  Id add(Role object) { return add_to(roles, object); }

  // Takes an object's name away. Nothing that belongs to it goes.
  template <typename T>
  void remove(Store<T>& store, Id id) {
    leave(place_of(store[id]), id);
    store.edit(id).alive = false;
  }

  // Gives an object another name, another schema or another table.
  template <typename T, typename Change>
  void rename(Store<T>& store, Id id, const Change& change) {
    leave(place_of(store[id]), id);
    T& object = store.edit(id);
    change(object);
    enter(place_of(object), id);
  }

  // What bears a name. Names are as statements write them, cut to 63 bytes.
  Id find_schema(std::string_view name) const;
  Entry find_entry(Id schema, std::string_view name) const;
  Id find_constraint(Id table, std::string_view name) const;
  Id find_trigger(Id table, std::string_view name) const;
  Id find_policy(ddl::ObjectKind kind, Id table, std::string_view name) const;
  Id find_type(Id schema, std::string_view name) const;
  Id find_extension(std::string_view name) const;
  Id find_role(std::string_view name) const;
  const std::vector<Id>& find_functions(Id schema, std::string_view name) const;
  // An index by its table, where names are unique per table alone (MySQL).
  Id find_table_index(Id table, std::string_view name) const;

  // Whether any constraint of a schema bears the name.
  bool constraint_name_taken(Id schema, std::string_view name) const;

  // Column by name; no_column.
  ColumnNumber find_column(Id table, std::string_view name) const;
  // The column of another table that is called like this one; no_column.
  ColumnNumber find_same_column(Id table, ColumnNumber column, Id other) const;
  // Columns change through these alone.
  ColumnNumber add_column(Id table, const Column& column);
  void rename_column(Id table, ColumnNumber column, std::string_view name);
  void drop_column(Id table, ColumnNumber column);

  // What an entry stands for, which must be one.
  const Object& object(Entry entry) const;

  // How reports name an object: without `public`.
  std::string shown(Id schema, std::string_view name) const;

  std::string shown(const Object& object) const {
    return shown(object.schema, object.name);
  }

  // As PostgreSQL prints a type.
  std::string type_text(const Column& column) const;
  std::string type_name(Id type) const;

  // From here on changes can be taken back. A mark inside another is kept
  // until the outer one is taken back or all are forgotten.
  struct Mark {
    std::uint32_t number = 0;
    std::array<Id, 11> sizes{};
    std::array<std::size_t, 11> logs{};
    std::size_t unknowns = 0;
  };

  Mark mark();
  void take_back(const Mark& mark);
  void forget_marks();

  // Calls `act(store, number)` for each store.
  template <typename Do>
  void each_store(const Do& act) const {
    visit_stores(*this, act);
  }

  Recording recording;
  Texts texts;
  Unknowns unknowns;
  Store<SchemaObject> schemas{recording};
  Store<Relation> relations{recording};
  Store<Index> indexes{recording};
  Store<Constraint> constraints{recording};
  Store<Sequence> sequences{recording};
  Store<Type> types{recording};
  Store<Function> functions{recording};
  Store<Trigger> triggers{recording};
  Store<Policy> policies{recording};
  Store<Extension> extensions{recording};
  Store<Role> roles{recording};

  // True once an extension is there that may have made tables.
  bool open_world = false;

  // Rises when a name becomes free.
  std::uint32_t freed_names = 0;

 private:
  // What names are unique in.
  enum class Space : std::uint8_t {
    schema,
    relation,
    type,
    constraint,
    trigger,
    policy,
    rule,
    extension,
    role,
    table_index,
    function
  };

  // `scope` is a schema, a table, or no_id.
  struct Key {
    Space space;
    Id scope;
    std::string_view name; // as it is compared
    bool operator==(const Key&) const = default;
  };

  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      const std::size_t place =
          (std::size_t{key.scope} << 8U) | static_cast<std::size_t>(key.space);
      return std::hash<std::string_view>()(key.name) ^
             (place * 0x9E3779B97F4A7C15ULL);
    }
  };

  template <typename T>
  using Map = std::unordered_map<Key, T, KeyHash>;

  // Where an object's name stands, as it is written.
  struct Place {
    Key key;
    EntryKind kind = EntryKind::other;
    Id schema = no_id;
  };

  Place place_of(const SchemaObject& object) const;
  Place place_of(const Relation& object) const;
  Place place_of(const Index& object) const;
  Place place_of(const Constraint& object) const;
  Place place_of(const Sequence& object) const;
  Place place_of(const Type& object) const;
  Place place_of(const Function& object) const;
  Place place_of(const Trigger& object) const;
  Place place_of(const Policy& object) const;
  Place place_of(const Extension& object) const;
  Place place_of(const Role& object) const;

  template <typename T>
  Id add_to(Store<T>& store, T object) {
    object.name = texts.keep(object.name);
    const Id id = store.add(std::move(object));
    enter(place_of(store[id]), id);
    return id;
  }

  void enter(const Place& place, Id id);
  void leave(const Place& place, Id id);

  // The name as it is compared: SQLite, MySQL and T-SQL ignore case.
  bool ignores_case() const;
  std::string folded(std::string_view name) const;
  bool same_name(std::string_view a, std::string_view b) const;

  template <typename Self, typename Do>
  static void visit_stores(Self& self, const Do& act) {
    std::size_t number = 0;
    act(self.schemas, number++);
    act(self.relations, number++);
    act(self.indexes, number++);
    act(self.constraints, number++);
    act(self.sequences, number++);
    act(self.types, number++);
    act(self.functions, number++);
    act(self.triggers, number++);
    act(self.policies, number++);
    act(self.extensions, number++);
    act(self.roles, number++);
  }

  Entry find(Space space, Id scope, std::string_view name) const;

  using ColumnNames = std::unordered_map<std::string, ColumnNumber>;

  Dialect dialect_;
  Map<Entry> names_;
  Map<std::uint32_t> taken_constraint_names_; // by schema: how many
  Map<std::vector<Id>> functions_by_name_;
  // Of wide tables; made when first asked for.
  ColumnNames& column_names(Id table) const;
  mutable std::unordered_map<Id, ColumnNames> column_names_;
};

} // namespace migcheck::schema
