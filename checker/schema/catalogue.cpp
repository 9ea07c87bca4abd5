#include "schema/catalogue.hpp"

#include "schema/automatic_name.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// Tables with fewer columns are searched one by one.
constexpr std::size_t wide = 16;

// A name that needs no quotes in PostgreSQL, key words aside.
bool is_plain(std::string_view name) {
  return !name.empty() && !is_digit(name[0]) && name[0] != '$' &&
         std::all_of(name.begin(), name.end(), [](char byte) {
           return (is_letter(byte) && !is_upper(byte)) || is_digit(byte) ||
                  byte == '_' || byte == '$';
         });
}

std::string quoted_name(std::string_view name) {
  if (is_plain(name)) {
    return std::string(name);
  }
  std::string text = "\"";
  for (const char byte : name) {
    text += byte == '"' ? "\"\"" : std::string(1, byte);
  }
  return text + '"';
}

} // namespace

Catalogue::Catalogue(Dialect dialect) : dialect_(dialect) {
  for (const std::string_view name : {"public", "pg_temp"}) {
    SchemaObject schema;
    schema.name = name;
    add(schema);
  }
}

Catalogue::Place Catalogue::place_of(const SchemaObject& object) const {
  return {{Space::schema, no_id, object.name}};
}

Catalogue::Place Catalogue::place_of(const Relation& object) const {
  return {{Space::relation, object.schema, object.name}, EntryKind::relation};
}

Catalogue::Place Catalogue::place_of(const Index& object) const {
  const bool per_table = dialect_ == Dialect::mysql ||
                         dialect_ == Dialect::tsql ||
                         dialect_ == Dialect::clickhouse;
  const Key key = per_table ? Key{Space::table_index, object.table, object.name}
                            : Key{Space::relation, object.schema, object.name};
  return {key, EntryKind::index};
}

Catalogue::Place Catalogue::place_of(const Constraint& object) const {
  return {
      {Space::constraint, object.table, object.name},
      EntryKind::other,
      object.schema};
}

Catalogue::Place Catalogue::place_of(const Sequence& object) const {
  return {{Space::relation, object.schema, object.name}, EntryKind::sequence};
}

Catalogue::Place Catalogue::place_of(const Type& object) const {
  return {{Space::type, object.schema, object.name}};
}

Catalogue::Place Catalogue::place_of(const Function& object) const {
  return {{Space::function, object.schema, object.name}};
}

Catalogue::Place Catalogue::place_of(const Trigger& object) const {
  const Id scope =
      dialect_ == Dialect::postgresql ? object.table : public_schema();
  return {{Space::trigger, scope, object.name}};
}

Catalogue::Place Catalogue::place_of(const Policy& object) const {
  const bool rule = object.kind == ddl::ObjectKind::rule;
  return {{rule ? Space::rule : Space::policy, object.table, object.name}};
}

Catalogue::Place Catalogue::place_of(const Extension& object) const {
  return {{Space::extension, no_id, object.name}};
}

Catalogue::Place Catalogue::place_of(const Role& object) const {
  return {{Space::role, no_id, object.name}};
}

bool Catalogue::ignores_case() const {
  return dialect_ == Dialect::sqlite || dialect_ == Dialect::mysql ||
         dialect_ == Dialect::tsql;
}

std::string Catalogue::folded(std::string_view name) const {
  name = cut_name(name);
  return ignores_case() ? lower_case(name) : std::string(name);
}

bool Catalogue::same_name(std::string_view a, std::string_view b) const {
  return ignores_case() ? equals_ignoring_case(a, b) : a == b;
}

void Catalogue::enter(const Place& place, Id id) {
  Key key = place.key;
  if (key.name.empty()) {
    return;
  }
  key.name = ignores_case() ? texts.keep(lower_case(key.name)) : key.name;
  if (key.space == Space::function) {
    functions_by_name_[key].push_back(id);
    return;
  }
  names_[key] = {place.kind, id};
  if (key.space == Space::constraint) {
    ++taken_constraint_names_[{key.space, place.schema, key.name}];
  }
}

void Catalogue::leave(const Place& place, Id id) {
  const std::string name = folded(place.key.name);
  const Key key = {place.key.space, place.key.scope, name};
  ++freed_names;
  if (key.space == Space::function) {
    auto& all = functions_by_name_[key];
    all.erase(std::remove(all.begin(), all.end(), id), all.end());
    return;
  }
  const auto found = names_.find(key);
  if (found == names_.end() || found->second != Entry{place.kind, id}) {
    return;
  }
  names_.erase(found);
  if (key.space == Space::constraint) {
    const auto taken =
        taken_constraint_names_.find({key.space, place.schema, name});
    if (taken != taken_constraint_names_.end() && --taken->second == 0) {
      taken_constraint_names_.erase(taken);
    }
  }
}

Entry Catalogue::find(Space space, Id scope, std::string_view name) const {
  const bool plain = name.size() <= longest_name && !ignores_case();
  const std::string other = plain ? std::string() : folded(name);
  const auto found = names_.find({space, scope, plain ? name : other});
  return found == names_.end() ? Entry() : found->second;
}

Id Catalogue::find_schema(std::string_view name) const {
  return find(Space::schema, no_id, name).id;
}

Entry Catalogue::find_entry(Id schema, std::string_view name) const {
  return find(Space::relation, schema, name);
}

Id Catalogue::find_constraint(Id table, std::string_view name) const {
  return find(Space::constraint, table, name).id;
}

Id Catalogue::find_trigger(Id table, std::string_view name) const {
  const Id scope = dialect_ == Dialect::postgresql ? table : public_schema();
  return find(Space::trigger, scope, name).id;
}

Id Catalogue::find_policy(
    ddl::ObjectKind kind, Id table, std::string_view name) const {
  const bool rule = kind == ddl::ObjectKind::rule;
  return find(rule ? Space::rule : Space::policy, table, name).id;
}

Id Catalogue::find_type(Id schema, std::string_view name) const {
  return find(Space::type, schema, name).id;
}

Id Catalogue::find_extension(std::string_view name) const {
  return find(Space::extension, no_id, name).id;
}

Id Catalogue::find_role(std::string_view name) const {
  return find(Space::role, no_id, name).id;
}

Id Catalogue::find_table_index(Id table, std::string_view name) const {
  return find(Space::table_index, table, name).id;
}

const std::vector<Id>&
Catalogue::find_functions(Id schema, std::string_view name) const {
  static const std::vector<Id> none;
  const auto found =
      functions_by_name_.find({Space::function, schema, cut_name(name)});
  return found == functions_by_name_.end() ? none : found->second;
}

bool Catalogue::constraint_name_taken(Id schema, std::string_view name) const {
  return taken_constraint_names_.contains({Space::constraint, schema, name});
}

Catalogue::ColumnNames& Catalogue::column_names(Id table) const {
  const auto [found, is_new] = column_names_.try_emplace(table);
  if (is_new) {
    const std::vector<Column>& columns = relations[table].columns;
    for (ColumnNumber i = 0; i < columns.size(); ++i) {
      if (!columns[i].dropped) {
        found->second.emplace(folded(columns[i].name), i);
      }
    }
  }
  return found->second;
}

ColumnNumber Catalogue::find_column(Id table, std::string_view name) const {
  const std::vector<Column>& columns = relations[table].columns;
  if (columns.size() >= wide) {
    const ColumnNames& names = column_names(table);
    const auto found = names.find(folded(name));
    return found == names.end() ? no_column : found->second;
  }
  name = cut_name(name);
  for (ColumnNumber i = 0; i < columns.size(); ++i) {
    if (!columns[i].dropped && same_name(columns[i].name, name)) {
      return i;
    }
  }
  return no_column;
}

// Most partitions have their columns in the order of the table above.
ColumnNumber
Catalogue::find_same_column(Id table, ColumnNumber column, Id other) const {
  if (column == no_column) {
    return no_column;
  }
  const std::string_view name = relations[table].columns[column].name;
  const std::vector<Column>& columns = relations[other].columns;
  const bool same_place = column < columns.size() && !columns[column].dropped &&
                          columns[column].name == name;
  return same_place ? column : find_column(other, name);
}

ColumnNumber Catalogue::add_column(Id table, const Column& column) {
  std::vector<Column>& columns = relations.edit(table).columns;
  columns.push_back(column);
  const auto number = static_cast<ColumnNumber>(columns.size() - 1);
  if (const auto names = column_names_.find(table);
      names != column_names_.end()) {
    names->second.emplace(folded(column.name), number);
  }
  return number;
}

void Catalogue::rename_column(
    Id table, ColumnNumber column, std::string_view name) {
  Column& renamed = relations.edit(table).columns[column];
  if (const auto names = column_names_.find(table);
      names != column_names_.end()) {
    names->second.erase(folded(renamed.name));
    names->second.emplace(folded(name), column);
  }
  renamed.name = texts.keep(cut_name(name));
}

void Catalogue::drop_column(Id table, ColumnNumber column) {
  Column& dropped = relations.edit(table).columns[column];
  if (const auto names = column_names_.find(table);
      names != column_names_.end()) {
    names->second.erase(folded(dropped.name));
  }
  dropped.dropped = true;
}

const Object& Catalogue::object(Entry entry) const {
  switch (entry.kind) {
  case EntryKind::index:
    return indexes[entry.id];
  case EntryKind::sequence:
    return sequences[entry.id];
  default:
    return relations[entry.id];
  }
}

std::string Catalogue::shown(Id schema, std::string_view name) const {
  if (schema == public_schema() || schema == temporary_schema() ||
      schema == no_id) {
    return std::string(name);
  }
  return std::string(schemas[schema].name) + '.' + std::string(name);
}

std::string Catalogue::type_name(Id type) const {
  const Type& named = types[type];
  std::string text;
  if (named.schema != public_schema() && named.schema != temporary_schema()) {
    text = quoted_name(schemas[named.schema].name) + '.';
  }
  return text + quoted_name(named.name);
}

std::string Catalogue::type_text(const Column& column) const {
  if (column.user_type == no_id) {
    return std::string(column.type);
  }
  return type_name(column.user_type) + (column.array ? "[]" : "");
}

Catalogue::Mark Catalogue::mark() {
  recording.active = true;
  Mark mark;
  mark.number = ++recording.mark;
  each_store([&](const auto& store, std::size_t number) {
    mark.sizes[number] = store.size();
    mark.logs[number] = store.log().size();
  });
  mark.unknowns = unknowns.all().size();
  return mark;
}

void Catalogue::take_back(const Mark& mark) {
  // All names go before the first comes back: they may have been swapped.
  visit_stores(*this, [&](auto& store, std::size_t number) {
    const auto forget_name = [&](Id id) {
      if (store[id].alive) {
        leave(place_of(store[id]), id);
      }
    };
    for (Id id = mark.sizes[number]; id < store.size(); ++id) {
      forget_name(id);
    }
    std::vector<Id> changed;
    for (std::size_t i = mark.logs[number]; i < store.log().size(); ++i) {
      changed.push_back(store.log()[i].id);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (const Id id : changed) {
      if (id < mark.sizes[number]) {
        forget_name(id);
      }
    }
    while (store.log().size() > mark.logs[number]) {
      store.undo_last();
    }
    store.shrink(mark.sizes[number]);
    for (const Id id : changed) {
      if (id < store.size() && store[id].alive) {
        enter(place_of(store[id]), id);
      }
    }
  });
  unknowns.shrink(mark.unknowns);
  column_names_.clear();
}

void Catalogue::forget_marks() {
  recording.active = false;
  visit_stores(*this, [](auto& store, std::size_t) { store.forget(); });
}

} // namespace migcheck::schema
