#include "schema/session.hpp"

#include "schema/automatic_name.hpp"

#include <algorithm>
#include <array>

namespace migcheck::schema {
namespace {

constexpr std::array<std::string_view, 6> server_schemas = {
    "information_schema", "pg_catalog", "pg_toast", "sys", "mysql", "system"};

// Tables that servers have, named without a schema.
constexpr std::array<std::string_view, 4> server_prefixes = {
    "pg_", "sqlite_", "sys.", "information_schema."};

bool is_server_schema(std::string_view name) {
  return std::find(server_schemas.begin(), server_schemas.end(), name) !=
         server_schemas.end();
}

} // namespace

void Session::reset() {
  path_ = {catalogue.public_schema()};
}

void Session::set_search_path(const std::vector<std::string>& names) {
  path_.clear();
  for (const std::string& name : names) {
    if (name != "$user" && name != "pg_catalog" && !name.empty()) {
      path_.push_back(schema_for(name));
    }
  }
}

void Session::use_schema(std::string_view name) {
  path_ = {schema_for(name)};
}

Id Session::schema_for(std::string_view written) {
  if (written.empty()) {
    return path_.empty() ? catalogue.public_schema() : path_.front();
  }
  const Dialect dialect = catalogue.dialect();
  if ((dialect == Dialect::tsql && written == "dbo") ||
      (dialect == Dialect::sqlite && written == "main")) {
    return catalogue.public_schema();
  }
  if (written == "temp" && dialect == Dialect::sqlite) {
    return catalogue.temporary_schema();
  }
  if (const Id found = catalogue.find_schema(written); found != no_id) {
    return found;
  }
  SchemaObject made;
  made.name = cut_name(written);
  made.implied = true;
  return catalogue.add(made);
}

Entry Session::find(const ddl::QualifiedName& name) const {
  if (!name.schema.empty()) {
    const Dialect dialect = catalogue.dialect();
    const bool own = (dialect == Dialect::tsql && name.schema == "dbo") ||
                     (dialect == Dialect::sqlite && name.schema == "main");
    const Id schema =
        own ? catalogue.public_schema() : catalogue.find_schema(name.schema);
    return schema == no_id ? Entry() : catalogue.find_entry(schema, name.name);
  }
  if (const Entry found =
          catalogue.find_entry(catalogue.temporary_schema(), name.name)) {
    return found;
  }
  for (const Id schema : path_) {
    if (const Entry found = catalogue.find_entry(schema, name.name)) {
      return found;
    }
  }
  return {};
}

Id Session::find_relation(const ddl::QualifiedName& name) const {
  const Entry found = find(name);
  return found.kind == EntryKind::relation ? found.id : no_id;
}

Id Session::find_type(const ddl::QualifiedName& name) const {
  if (!name.schema.empty()) {
    const Id schema = catalogue.find_schema(name.schema);
    return schema == no_id ? no_id : catalogue.find_type(schema, name.name);
  }
  for (const Id schema : path_) {
    if (const Id found = catalogue.find_type(schema, name.name);
        found != no_id) {
      return found;
    }
  }
  return no_id;
}

Id Session::find_function(
    const ddl::QualifiedName& name, const std::string* signature) const {
  std::vector<Id> schemas = path_;
  if (!name.schema.empty()) {
    schemas = {catalogue.find_schema(name.schema)};
  }
  for (const Id schema : schemas) {
    if (schema == no_id) {
      continue;
    }
    const std::vector<Id>& all = catalogue.find_functions(schema, name.name);
    if (signature == nullptr && all.size() == 1) {
      return all.front();
    }
    for (const Id id : all) {
      if (signature != nullptr &&
          catalogue.functions[id].signature == *signature) {
        return id;
      }
    }
  }
  return no_id;
}

std::string Session::shown(const ddl::QualifiedName& name) const {
  const std::string_view cut = cut_name(name.name);
  if (!name.schema.empty()) {
    return name.schema == "public" ? std::string(cut)
                                   : name.schema + '.' + std::string(cut);
  }
  return catalogue.shown(
      path_.empty() ? catalogue.public_schema() : path_.front(), cut);
}

bool Session::may_exist(std::string_view shown) const {
  return catalogue.unknowns.covers(shown) ||
         std::any_of(
             server_prefixes.begin(),
             server_prefixes.end(),
             [&](std::string_view prefix) {
               return shown.starts_with(prefix);
             });
}

bool Session::may_exist(const ddl::QualifiedName& name) const {
  if (catalogue.open_world || is_server_schema(name.schema)) {
    return true;
  }
  if (!name.schema.empty()) {
    const Id schema = catalogue.find_schema(name.schema);
    if (schema == no_id || catalogue.schemas[schema].implied) {
      return true;
    }
  }
  return may_exist(shown(name));
}

Id Session::need_relation(const ddl::QualifiedName& name, bool if_exists) {
  const Entry found = find(name);
  if (found.kind == EntryKind::relation) {
    return found.id;
  }
  if (!found && !if_exists && !allows_missing() && !may_exist(name)) {
    report_missing(ddl::ObjectKind::table, shown(name));
  }
  return no_id;
}

ColumnNumber
Session::need_column(Id table, std::string_view name, bool if_exists) {
  const ColumnNumber found = catalogue.find_column(table, name);
  if (found != no_column || if_exists || allows_missing() || name.empty()) {
    return found;
  }
  const Relation& relation = catalogue.relations[table];
  const std::string shown = catalogue.shown(relation);
  if (!relation.incomplete && !catalogue.unknowns.covers(shown) &&
      !catalogue.unknowns.covers(shown + '.' + std::string(name))) {
    report_missing(ddl::ObjectKind::column, std::string(name), shown);
  }
  return no_column;
}

void Session::report_missing(
    ddl::ObjectKind kind, std::string object, std::string table) {
  Event event;
  event.kind = EventKind::missing;
  event.object_kind = kind;
  event.object = std::move(object);
  event.table = std::move(table);
  report(std::move(event));
}

void Session::report(Event event) {
  if (events_->size() < most_events) {
    event.where = where;
    events_->push_back(std::move(event));
  }
}

void Session::report_taken(
    ddl::ObjectKind kind,
    const Object& other,
    std::string_view written,
    std::string table) {
  const std::string shown =
      table.empty() ? catalogue.shown(other) : std::string(other.name);
  const std::string full = table.empty() ? shown : table + '.' + shown;
  const bool elsewhere =
      other.schema != no_id && catalogue.schemas[other.schema].implied;
  if (elsewhere || catalogue.unknowns.covers(full) ||
      catalogue.unknowns.covers(table)) {
    return;
  }
  Event event;
  event.kind = written.size() > longest_name ? EventKind::name_taken
                                             : EventKind::recreated;
  event.object_kind = kind;
  event.object = shown;
  event.table = std::move(table);
  event.first_migration = other.file;
  report(std::move(event));
}

void Session::add_unknown(std::string object, std::string why) {
  catalogue.unknowns.add(
      {std::move(object), where.path, where.line, std::move(why)});
}

// The first name that is free, the label numbered from 1. Where nothing was
// freed since the last search, it goes on from there.
template <typename Taken>
std::string Session::choose(
    std::string_view table,
    std::string_view part,
    std::string_view label,
    char kind,
    const Taken& taken) {
  std::string name = automatic_name(table, part, label);
  if (!taken(name)) {
    return name;
  }
  Hint& hint = hints_[name + kind];
  if (hint.freed_names != catalogue.freed_names) {
    hint = {0, catalogue.freed_names};
  }
  do {
    name = automatic_name(
        table, part, std::string(label) + std::to_string(++hint.number));
  } while (taken(name));
  return name;
}

std::string Session::relation_name(
    Id schema,
    std::string_view table,
    std::string_view part,
    std::string_view label,
    bool for_constraint) {
  return choose(
      table, part, label, for_constraint ? 'k' : 'r', [&](const auto& name) {
        return bool(catalogue.find_entry(schema, name)) ||
               (for_constraint &&
                catalogue.constraint_name_taken(schema, name));
      });
}

std::string Session::constraint_name(
    Id schema,
    std::string_view table,
    std::string_view part,
    std::string_view label) {
  return choose(table, part, label, 'c', [&](const auto& name) {
    return catalogue.constraint_name_taken(schema, name);
  });
}

bool Session::allows_missing() const {
  return guard == ddl::Guard::if_present || guard == ddl::Guard::tolerant;
}

bool Session::allows_existing() const {
  return guard == ddl::Guard::if_missing || guard == ddl::Guard::tolerant;
}

void Session::set_type(Column& column, const ddl::TypeName& type) {
  column.user_type = type.user_type.empty() ? no_id : find_type(type.user_type);
  column.array = type.array;
  std::string_view text = type.text;
  constexpr std::string_view own = "public.";
  if (!type.user_type.empty() && text.starts_with(own)) {
    text.remove_prefix(own.size());
  }
  column.type = catalogue.texts.keep(text);
}

} // namespace migcheck::schema
