// What the writers of a schema share: objects in the order of their names,
// and what is said of them in the same words.
#pragma once

#include "schema/catalogue.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// The living objects of a store that `shows` takes, by name.
template <typename T, typename Shows>
std::vector<std::pair<std::string, const T*>> sorted_objects(
    const schema::Catalogue& catalogue,
    const schema::Store<T>& store,
    const Shows& shows) {
  std::vector<std::pair<std::string, const T*>> found;
  for (schema::Id id = 0; id < store.size(); ++id) {
    const T& object = store[id];
    if (object.alive && object.schema != catalogue.temporary_schema() &&
        shows(object)) {
      found.emplace_back(catalogue.shown(object), &object);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Tables, partitioned and foreign ones included; or views.
std::vector<std::pair<std::string, const schema::Relation*>>
sorted_tables(const schema::Catalogue& catalogue);
std::vector<std::pair<std::string, const schema::Relation*>>
sorted_views(const schema::Catalogue& catalogue);

// Whether an object of a table is to be shown.
bool shows_table(const schema::Catalogue& catalogue, schema::Id table);

std::string_view kind_name(schema::RelationKind kind);
std::string_view kind_name(schema::Type::Kind kind);
std::string_view constraint_kind_name(ddl::ConstraintKind kind);

// The names of columns of a table; of dropped or unknown ones "?".
std::vector<std::string> column_names(
    const schema::Catalogue& catalogue,
    schema::Id table,
    const std::vector<schema::ColumnNumber>& columns);

// The keys of an index: columns and expressions.
std::vector<std::string>
key_names(const schema::Catalogue& catalogue, const schema::Index& index);

// The name of an index: with its table where names are unique per table.
std::string
index_name(const schema::Catalogue& catalogue, const schema::Index& index);

// The columns of the primary key; empty without one.
std::vector<std::string> primary_key_names(
    const schema::Catalogue& catalogue, const schema::Relation& table);

// The default of a column as SQL; "" for none.
std::string default_of(
    const schema::Catalogue& catalogue,
    const schema::Relation& table,
    schema::ColumnNumber number);

// The table that a foreign key references, known or not; "" for others.
std::string reference_name(
    const schema::Catalogue& catalogue, const schema::Constraint& constraint);

} // namespace migcheck
