#include "report/json_text.hpp"
#include "report/schema_names.hpp"
#include "report/schema_report.hpp"
#include "report/shown.hpp"

namespace migcheck {
namespace {

using schema::Catalogue;
using schema::Column;
using schema::ColumnNumber;
using schema::Constraint;
using schema::History;
using schema::Relation;

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(as_utf8(text));
}

// An object whose keys come once each: no look-up for each of them.
class Members {
 public:
  void add(std::string_view key, Json value) {
    object_.get_ref<Json::object_t&>().emplace_back(
        as_utf8(key), std::move(value));
  }

  Json take() { return std::move(object_); }

 private:
  Json object_ = Json::object();
};

Json array_of(const std::vector<std::string>& texts) {
  Json array = Json::array();
  for (const std::string& text : texts) {
    array.push_back(as_utf8(text));
  }
  return array;
}

Json columns_of(const Catalogue& catalogue, const Relation& relation) {
  Json columns = Json::array();
  for (ColumnNumber i = 0; i < relation.columns.size(); ++i) {
    const Column& column = relation.columns[i];
    if (!column.dropped) {
      columns.push_back(
          {{"name", as_utf8(column.name)},
           {"type", text_or_null(catalogue.type_text(column))},
           {"nullable", !column.not_null},
           {"default", text_or_null(default_of(catalogue, relation, i))}});
    }
  }
  return columns;
}

Json table_of(const History& history, const Relation& relation) {
  const Catalogue& catalogue = history.catalogue;
  const auto key = primary_key_names(catalogue, relation);
  const bool part = relation.partition_of != schema::no_id;
  return {
      {"kind", kind_name(relation.kind)},
      {"columns", columns_of(catalogue, relation)},
      {"primary_key", key.empty() ? Json(nullptr) : array_of(key)},
      {"partition_of",
       part ? Json(as_utf8(
                  catalogue.shown(catalogue.relations[relation.partition_of])))
            : Json(nullptr)},
      {"partition_key", text_or_null(relation.partition_key)},
      {"bounds", text_or_null(relation.bounds ? relation.bounds->text : "")},
      {"created_by",
       as_utf8(history.directory->migrations[relation.file].path)}};
}

Json tables_of(const History& history) {
  Members tables;
  for (const auto& [name, relation] : sorted_tables(history.catalogue)) {
    tables.add(name, table_of(history, *relation));
  }
  return tables.take();
}

Json indexes_of(const Catalogue& catalogue) {
  std::vector<std::pair<std::string, const schema::Index*>> all;
  for (const auto& [shown, index] : sorted_objects(
           catalogue, catalogue.indexes, [&](const schema::Index& candidate) {
             return shows_table(catalogue, candidate.table);
           })) {
    all.emplace_back(index_name(catalogue, *index), index);
  }
  std::sort(all.begin(), all.end());
  Members indexes;
  for (const auto& [name, index] : all) {
    indexes.add(
        name,
        {{"table", as_utf8(catalogue.shown(catalogue.relations[index->table]))},
         {"unique", index->unique},
         {"columns", array_of(key_names(catalogue, *index))}});
  }
  return indexes.take();
}

Json json_of(const Catalogue& catalogue, const Constraint& constraint) {
  return {
      {"table",
       as_utf8(catalogue.shown(catalogue.relations[constraint.table]))},
      {"name", text_or_null(constraint.name)},
      {"type", constraint_kind_name(constraint.kind)},
      {"columns",
       array_of(column_names(catalogue, constraint.table, constraint.columns))},
      {"references", text_or_null(reference_name(catalogue, constraint))}};
}

// Constraints by table, in the order of their names.
Json constraints_of(const Catalogue& catalogue) {
  Json constraints = Json::array();
  for (const auto& [name, table] : sorted_tables(catalogue)) {
    std::vector<const Constraint*> own;
    for (const schema::Id id : table->constraints) {
      own.push_back(&catalogue.constraints[id]);
    }
    std::stable_sort(
        own.begin(), own.end(), [](const Constraint* a, const Constraint* b) {
          return a->name < b->name;
        });
    for (const Constraint* constraint : own) {
      constraints.push_back(json_of(catalogue, *constraint));
    }
  }
  return constraints;
}

Json views_of(const History& history) {
  Members views;
  for (const auto& [name, view] : sorted_views(history.catalogue)) {
    views.add(
        name,
        {{"kind", kind_name(view->kind)},
         {"columns",
          view->incomplete ? Json(nullptr)
                           : columns_of(history.catalogue, *view)},
         {"created_by",
          as_utf8(history.directory->migrations[view->file].path)}});
  }
  return views.take();
}

Json functions_of(const Catalogue& catalogue) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [name, function] : sorted_objects(
           catalogue, catalogue.functions, [](const schema::Function&) {
             return true;
           })) {
    all.emplace_back(name, function->signature);
  }
  std::sort(all.begin(), all.end());
  Json functions = Json::array();
  for (const auto& [name, arguments] : all) {
    functions.push_back(
        {{"name", as_utf8(name)}, {"arguments", as_utf8(arguments)}});
  }
  return functions;
}

Json triggers_of(const Catalogue& catalogue) {
  std::vector<std::pair<std::string, std::string>> all;
  for (schema::Id id = 0; id < catalogue.triggers.size(); ++id) {
    const schema::Trigger& trigger = catalogue.triggers[id];
    if (trigger.alive && shows_table(catalogue, trigger.table)) {
      all.emplace_back(
          catalogue.shown(catalogue.relations[trigger.table]), trigger.name);
    }
  }
  std::sort(all.begin(), all.end());
  Json triggers = Json::array();
  for (const auto& [table, name] : all) {
    triggers.push_back({{"table", as_utf8(table)}, {"name", as_utf8(name)}});
  }
  return triggers;
}

Json sequences_of(const Catalogue& catalogue) {
  Members sequences;
  for (const auto& [name, sequence] : sorted_objects(
           catalogue, catalogue.sequences, [](const schema::Sequence&) {
             return true;
           })) {
    std::string owner;
    if (sequence->table != schema::no_id &&
        sequence->column != schema::no_column) {
      const Relation& table = catalogue.relations[sequence->table];
      owner = catalogue.shown(table) + '.' +
              std::string(table.columns[sequence->column].name);
    }
    sequences.add(name, {{"owned_by", text_or_null(owner)}});
  }
  return sequences.take();
}

Json types_of(const Catalogue& catalogue) {
  Members types;
  for (const auto& [name, type] :
       sorted_objects(catalogue, catalogue.types, [](const schema::Type&) {
         return true;
       })) {
    Json entry = {{"kind", kind_name(type->kind)}};
    if (type->kind == schema::Type::Kind::enum_) {
      Json labels = Json::array();
      for (const std::string_view label : type->labels) {
        labels.push_back(as_utf8(label));
      }
      entry["labels"] = std::move(labels);
    }
    types.add(name, std::move(entry));
  }
  return types.take();
}

Json unknown_of(const Catalogue& catalogue) {
  Json unknown = Json::array();
  for (const schema::Unknown& entry : catalogue.unknowns.all()) {
    unknown.push_back(
        {{"object", as_utf8(entry.object)},
         {"path", as_utf8(entry.path)},
         {"line", entry.line},
         {"why", as_utf8(entry.why)}});
  }
  return unknown;
}

void add_history(Json& object, const History& history) {
  const Catalogue& catalogue = history.catalogue;
  object["directory"] = as_utf8(history.directory->path);
  object["dialect"] = dialect_name(history.directory->dialect);
  object["tables"] = tables_of(history);
  object["indexes"] = indexes_of(catalogue);
  object["constraints"] = constraints_of(catalogue);
  object["views"] = views_of(history);
  object["functions"] = functions_of(catalogue);
  object["triggers"] = triggers_of(catalogue);
  object["sequences"] = sequences_of(catalogue);
  object["types"] = types_of(catalogue);
  object["unknown"] = unknown_of(catalogue);
}

} // namespace

std::string write_schema_json(const Histories& histories) {
  Json document = {{"schema_version", 1}};
  if (histories.size() == 1) {
    add_history(document, *histories.front());
    return json_text(document);
  }
  Json& schemas = document["schemas"] = Json::array();
  for (const History* history : histories) {
    add_history(schemas.emplace_back(Json::object()), *history);
  }
  return json_text(document);
}

} // namespace migcheck
